import { History, Link2, Trash2, TriangleAlert } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { NamedClaim } from '../../../../contract/rows.ts'
import { fieldColumns } from '../../../../domain/claim/fields.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { dateTime, number } from '../../../format.ts'
import { useMoment } from '../../../state/moment.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { KeptField } from '../../../ui/kept-field.tsx'
import { CellEditor } from '../edit/cell-editor.tsx'
import { cellWords, type WordColumn } from '../table/cell-words.ts'
import { column as columnOf } from '../table/columns.ts'
import { StatusMark } from '../table/status-mark.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { RelationList } from './relation-list.tsx'
import './details.css'

/** Everything about one claim: its fields, its evidence with the words, its relations and its warnings. */
export const ClaimDetails = memo(function ClaimDetails({
  id,
  onRelate,
  outside,
}: {
  id: string | null
  onRelate: () => void
  /** Set when the filters hide this claim: takes them away. */
  outside: (() => void) | null
}) {
  if (id === null) {
    return (
      <EmptyState
        title="No claim chosen"
        text="Choose a claim in the table to see its words, its evidence and what it is related to."
      />
    )
  }
  return <Details key={id} id={id} onRelate={onRelate} outside={outside} />
})

function Details({
  id,
  onRelate,
  outside,
}: {
  id: string
  onRelate: () => void
  outside: (() => void) | null
}) {
  const { data, error } = useAsk('claim.get', { id })
  const { data: status } = useAsk('status', {})
  const { data: analysts } = useAsk('analysts.list', {})
  const openHistoryOf = useNavigation((navigation) => navigation.openHistoryOf)
  const readOnly = useReadOnly()
  if (error) return <NotShown why={error.problem.message} />
  if (!data) return <div className="details" aria-busy />
  const { claim } = data
  const head = status?.seq ?? 0
  const by = analysts?.find((analyst) => analyst.id === claim.enteredBy)?.name
  return (
    <section className="details" aria-label="Claim details">
      {outside && (
        <p className="details-outside">
          The filters hide this claim in the table.{' '}
          <Button size="small" variant="plain" onPress={outside}>
            Show all claims
          </Button>
        </p>
      )}
      <EditableField column="statement" claim={claim} head={head} readOnly={readOnly} isTitle />
      {claim.warnings.map(({ kind, message }) => (
        <p key={kind} className="warning details-warning">
          <TriangleAlert aria-hidden />
          {message}
        </p>
      ))}
      <div className="details-fields">
        {detailColumns.map((column) => (
          <EditableField key={column} column={column} claim={claim} head={head} readOnly={readOnly} />
        ))}
      </div>
      <KeptField
        label="Note"
        lines={2}
        value={claim.note}
        onKeep={(note) => execute('claim.change', { ids: [claim.id], set: { note } })}
        isDisabled={readOnly !== null}
        placeholder="Why it is graded so, what is still open"
      />
      <EvidenceList claim={claim} evidence={data.evidence} readOnly={readOnly} />
      <RelationList relations={data.relations} readOnly={readOnly} />
      <Button size="small" icon={<Link2 />} onPress={onRelate} isDisabled={readOnly !== null}>
        Relate to another claim
      </Button>
      <footer className="details-foot">
        <span className="dim">
          Entered {dateTime(claim.enteredAt)}
          {by ? ` by ${by}` : ''}
        </span>
        <span className="details-acts">
          <Button
            size="small"
            variant="plain"
            icon={<History />}
            onPress={() => openHistoryOf(`claims/${claim.id}`)}
          >
            History
          </Button>
          <Button
            size="small"
            variant="plain"
            icon={<Trash2 />}
            isDisabled={readOnly !== null}
            onPress={() => void execute('claim.remove', { ids: [claim.id] })}
          >
            Remove
          </Button>
        </span>
      </footer>
      {readOnly && <p className="dim details-read-only">{readOnly}</p>}
    </section>
  )
}

/** All but those that stand by themselves, above or beside their field. */
const detailColumns = fieldColumns.filter((column) => column !== 'statement' && column !== 'unit')

/** A field with its value as a button that opens the same editor as the table's cell. */
function EditableField({
  column,
  claim,
  head,
  readOnly,
  isTitle = false,
}: {
  column: WordColumn
  claim: NamedClaim
  head: number
  readOnly: string | null
  isTitle?: boolean
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [editing, setEditing] = useState<{ head: number; claim: NamedClaim } | null>(null)
  const { title } = columnOf(column)
  const words = cellWords(column, claim)
  return (
    <div className={isTitle ? 'details-title' : 'details-field'}>
      {!isTitle && <span className="details-label">{title}</span>}
      <AriaButton
        ref={button}
        className="details-value"
        aria-label={`${title}: ${words || 'none'}`}
        isDisabled={readOnly !== null}
        onPress={() => setEditing({ head, claim })}
      >
        {column === 'status' ? <StatusMark status={claim.status} /> : words || <span className="dim">—</span>}
      </AriaButton>
      {editing && button.current && (
        <CellEditor column={column} row={editing} anchor={button.current} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

/** In the past a claim that cannot be shown has most likely not been made yet. */
function NotShown({ why }: { why: string }) {
  const seq = useMoment((moment) => moment.seq)
  if (seq === null) return <EmptyState title="Not to be shown" text={why} />
  return (
    <EmptyState
      title={`Not there as of event ${number(seq)}`}
      text="The claim was made later, or had been taken away by then. Step forward to see it appear."
    />
  )
}
