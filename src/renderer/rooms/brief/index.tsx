import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../data/ask.ts'
import { useReadOnly } from '../../data/read-only.ts'
import { useOneAtATime } from '../../state/one-at-a-time.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { Button } from '../../ui/button.tsx'
import { SplitPane } from '../../ui/split-pane.tsx'
import { Outline } from './outline.tsx'
import { Preview } from './preview.tsx'
import { makeBrief, useBriefs } from './use-brief.ts'
import { useBriefActions } from './use-brief-actions.ts'
import { OwnWords, ownWordsOf } from './wording-notes.tsx'
import './brief.css'

/** A report that every line of leads back to words: its outline on the left, the document beside it. */
export function BriefRoom() {
  const { briefs, brief } = useBriefs()
  const topics = useAsk('topics.list', {}).data ?? []
  const readOnly = useReadOnly() !== null
  const [made, setMade] = useState<string | null>(null)
  const make = useOneAtATime(async () => setMade(await makeBrief(briefs ?? [], topics)))
  useBriefActions(brief, readOnly ? undefined : make)

  if (!briefs) return <div className="brief" />
  if (!brief) {
    return (
      <div className="brief brief-none">
        <NothingYet
          what="briefs"
          icon={<FileText />}
          title="No brief yet"
          text="A brief gathers the claims on your topics in one document. Every figure keeps its speaker, its dates, its grades and a footnote with the words it rests on."
          action={
            <Button variant="primary" icon={<Plus />} onPress={make} isDisabled={readOnly}>
              Make a brief
            </Button>
          }
        />
      </div>
    )
  }
  return (
    <div className="brief">
      <OwnWords value={ownWordsOf(brief)}>
        <SplitPane
          name="brief"
          panes={[
            {
              id: 'outline',
              title: 'Outline',
              size: 370,
              minSize: 280,
              content: (
                <Outline
                  key={brief.id}
                  brief={brief}
                  briefs={briefs}
                  topics={topics}
                  readOnly={readOnly}
                  onMake={make}
                  isNew={brief.id === made}
                />
              ),
            },
            {
              id: 'preview',
              title: 'Preview',
              content: <Preview key={brief.id} brief={brief} readOnly={readOnly} />,
            },
          ]}
        />
      </OwnWords>
    </div>
  )
}
