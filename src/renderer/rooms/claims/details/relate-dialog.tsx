import { ArrowDownUp } from 'lucide-react'
import { useState } from 'react'
import type { NamedClaim } from '../../../../contract/rows.ts'
import type { RelationKind } from '../../../../domain/relation/row.ts'
import { relationChoices } from '../../../claims/choices.ts'
import { everyClaim } from '../../../claims/view-state.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useOneAtATime } from '../../../state/one-at-a-time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { PickList } from '../../../ui/pick-list.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { bylineOf } from './relation-list.tsx'

/** Relates a claim to another one: both given, or the other found by its words. */
export function RelateDialog({
  fromId,
  toId,
  onClose,
}: {
  fromId: string
  toId: string | null
  onClose: () => void
}) {
  const [ends, setEnds] = useState({ fromId, toId })
  const [kind, setKind] = useState<RelationKind>('contradicts')
  const [note, setNote] = useState('')
  const from = useAsk('claim.get', { id: ends.fromId }).data?.claim
  const save = useOneAtATime(async () => {
    if (!ends.toId) return
    const relation = { id: newId(), fromId: ends.fromId, toId: ends.toId, kind, note: note.trim() }
    const answer = await execute('relation.set', relation)
    if (answer.ok) onClose()
  })
  const detail = relationChoices.find(({ id }) => id === kind)?.detail ?? ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Relate two claims"
      footer={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={!ends.toId} onPress={save}>
            Relate
          </Button>
        </>
      }
    >
      <div className="relate">
        {from && <ClaimCard claim={from} />}
        <div className="relate-kind">
          <Segmented
            label="Kind of relation"
            items={relationChoices.map(({ id, label }) => ({ id, label }))}
            value={kind}
            onChange={setKind}
          />
          <span className="dim">{detail}</span>
          {ends.toId && (
            <Button
              size="small"
              variant="plain"
              icon={<ArrowDownUp />}
              onPress={() => setEnds({ fromId: ends.toId ?? ends.fromId, toId: ends.fromId })}
            >
              Exchange
            </Button>
          )}
        </div>
        {ends.toId ? (
          <OtherClaim id={ends.toId} onForget={() => setEnds({ ...ends, toId: null })} />
        ) : (
          <FindClaim
            except={ends.fromId}
            topicId={from?.topicId ?? null}
            onFound={(id) => setEnds({ ...ends, toId: id })}
          />
        )}
        <TextArea label="Note" rows={2} value={note} onChange={setNote} placeholder="Why, in a sentence" />
      </div>
    </Dialog>
  )
}

function OtherClaim({ id, onForget }: { id: string; onForget: () => void }) {
  const { data } = useAsk('claim.get', { id })
  return (
    <div className="relate-other">
      {data && <ClaimCard claim={data.claim} />}
      <Button size="small" variant="plain" onPress={onForget}>
        Choose another
      </Button>
    </div>
  )
}

/** Finds a claim by its words; before anything is typed, the other claims on the same topic. */
function FindClaim({
  except,
  topicId,
  onFound,
}: {
  except: string
  topicId: string | null
  onFound: (id: string) => void
}) {
  const [text, setText] = useState('')
  const topicIds = text.trim() === '' && topicId !== null ? [topicId] : []
  const { data, isFetching } = useAsk('claims.page', {
    query: { ...everyClaim, text, topicIds, sort: { column: 'said', descending: true } },
    offset: 0,
    limit: 30,
  })
  const items = (data?.rows ?? [])
    .filter(({ id }) => id !== except)
    .map((claim) => ({ id: claim.id, label: claim.statement, detail: bylineOf(claim) }))
  return (
    <div className="relate-find">
      <span className="field-label" aria-hidden>
        The other claim
      </span>
      <PickList
        label="The other claim"
        items={items}
        chosen={[]}
        onSearch={setText}
        isLooking={isFetching}
        onChoose={([id]) => {
          if (id) onFound(id)
        }}
      />
    </div>
  )
}

function ClaimCard({ claim }: { claim: NamedClaim }) {
  return (
    <div className="relate-card">
      <span>{claim.statement}</span>
      <span className="details-where">{bylineOf(claim)}</span>
    </div>
  )
}
