import { Sparkles } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { ArticleMarks, TagListItem } from '../../../../contract/rows.ts'
import type { AlsoHere } from '../../../../domain/suggestion/also-here.ts'
import { useAsk } from '../../../data/ask.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Outline } from '../../../ui/outline.tsx'
import { OccurrencesDialog } from '../occurrences-dialog.tsx'
import { PanelHead } from './panel-head.tsx'
import { showLine, useSuggesting } from './suggesting.ts'
import { SuggestionEntry } from './suggestion-entry.tsx'
import { type SuggestionGroup, suggestionLines, wordsOfLine } from './suggestion-lines.ts'
import { useActs } from './use-acts.ts'
import { useKeptLine } from './use-kept-line.ts'
import { useOpenSuggestions } from './use-open-suggestions.ts'
import { useWantedFocus } from './use-wanted-focus.ts'
import { Whereabouts } from './whereabouts.tsx'
import './suggestions.css'

/**
 * What the assistant offers in this article, for the analyst to decide: draft claims, words known from elsewhere, and
 * what was rejected. Arrows or J and K go from one to the next while the text follows; A, E and R judge.
 */
export function SuggestionsPanel({ marks, tags }: { marks: ArticleMarks; tags: readonly TagListItem[] }) {
  const { article } = marks
  const readOnly = useReadOnly()
  const { open, rejected } = useOpenSuggestions(marks)
  const { data: sources } = useAsk('sources.list', {})
  const { data: also } = useAsk(
    'suggestions.alsoHere',
    { articleId: article.id },
    { enabled: readOnly === null },
  )
  const lineId = useSuggesting((state) => state.lineId)
  const judged = useSuggesting((state) => state.judged)
  const [folded, setFolded] = useState<ReadonlySet<SuggestionGroup>>(new Set(['rejected']))
  const [choosing, setChoosing] = useState<AlsoHere | null>(null)
  const lines = useMemo(
    () =>
      suggestionLines(
        {
          open,
          also: (also ?? []).filter(({ key }) => !judged.has(key)),
          rejected: rejected.filter(({ id }) => !judged.has(id)),
        },
        folded,
      ),
    [open, also, rejected, judged, folded],
  )
  const acts = useActs({ marks, lines, onChoose: setChoosing })
  useKeptLine(lines)
  const tree = useRef<HTMLDivElement>(null)
  useWantedFocus(tree, lines)
  if (readOnly !== null) {
    return (
      <section className="annotations" aria-label="Suggestions">
        <EmptyState icon={<Sparkles />} title="Nothing to decide here" text={readOnly} />
      </section>
    )
  }
  return (
    <section className="annotations suggestions" aria-label="Suggestions">
      <PanelHead open={open} marks={marks} />
      <Whereabouts open={open.length} also={also?.length ?? 0} rejected={rejected.length} />
      {lines.length > 0 && (
        <Outline
          label={`Suggested in ${article.title}`}
          treeRef={tree}
          lines={lines}
          current={lineId}
          estimate={({ kind }) => (kind === 'group' ? 2.125 : 4.75)}
          onMove={(line) => showLine(line.id, wordsOfLine(line))}
          onOpen={(line) => acts.open(line)}
          onFold={(line) => line.kind === 'group' && setFolded((before) => toggled(before, line.group))}
          onKey={(event, line) => acts.key(event, line)}
          draw={(line) => (
            <SuggestionEntry
              line={line}
              isShown={line.id === lineId}
              sources={sources ?? []}
              tags={tags}
              acts={acts}
            />
          )}
        />
      )}
      {choosing && (
        <OccurrencesDialog
          articleId={article.id}
          quote={choosing.words}
          tags={tags}
          initialTags={choosing.tagIds}
          onClose={() => setChoosing(null)}
        />
      )}
    </section>
  )
}

function toggled<Key>(set: ReadonlySet<Key>, key: Key): ReadonlySet<Key> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
