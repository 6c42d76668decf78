import { Checkbox } from 'react-aria-components'
import type { LaterEdit, Restorable, RestorableField } from '../../../domain/restore/restoring.ts'
import { recordTables } from '../../../domain/rows.ts'
import { dateTime, number } from '../../format.ts'
import { Lines } from './change-fields.tsx'
import { type Chosen, choiceOf, isInTheWay } from './restoring.ts'
import { useWho } from './who.ts'
import { Words } from './words.tsx'

/** One item of the dialog: what would come back, field by field, each under the edits that it would take back. */
export function RestoreItem({
  item,
  asOf,
  seenTo,
  hasName,
  chosen,
  onToggle,
}: {
  item: Restorable
  asOf: number
  seenTo: number
  hasName: boolean
  chosen: Chosen
  onToggle: (choice: string) => void
}) {
  const { noun } = recordTables[item.table]
  return (
    <section className="restore-item" aria-label={item.name}>
      {hasName && (
        <h3 className="restore-name" dir="auto">
          <span className="dim">{noun}</span> {item.name}
        </h3>
      )}
      {item.state === 'not yet' && (
        <p className="dim">It was not there as of event {number(asOf)}: there is nothing to restore.</p>
      )}
      {(item.state === 'same' || (item.state === 'changed' && item.fields.length === 0)) && (
        <p className="dim">It is now as it was as of event {number(asOf)}: nothing to restore.</p>
      )}
      {item.state === 'gone' && (
        <Choice choice={choiceOf(item.stream)} chosen={chosen} onToggle={onToggle}>
          <span className="restore-label">The whole {noun} comes back as it was then</span>
          {item.removedBy && <RemovedBy edit={item.removedBy} isLater={item.removedBy.seq > seenTo} />}
        </Choice>
      )}
      {item.fields.map((field) => (
        <Choice key={field.key} choice={choiceOf(item.stream, field.key)} chosen={chosen} onToggle={onToggle}>
          <FieldBack field={field} seenTo={seenTo} />
        </Choice>
      ))}
    </section>
  )
}

function FieldBack({ field, seenTo }: { field: RestorableField; seenTo: number }) {
  return (
    <>
      <span className="restore-label">
        {field.label}{' '}
        {!field.lines && (
          <>
            <Words kind="del" text={field.now} /> → <Words kind="ins" text={field.was} />
          </>
        )}
      </span>
      {field.lines && <Lines lines={field.lines} />}
      <span className="restore-later" data-in-way={isInTheWay(field, seenTo) || undefined}>
        {field.later.map((edit) => (
          <Edit
            key={edit.seq}
            edit={edit}
            isLater={edit.seq > seenTo}
            hasValues={field.later.length > 1 && !field.lines}
          />
        ))}
      </span>
    </>
  )
}

/** Its values too, where several edits led from the older value to the present one. */
function Edit({ edit, isLater, hasValues }: { edit: LaterEdit; isLater: boolean; hasValues: boolean }) {
  const who = useWho()
  return (
    <span className="restore-edit">
      {isLater && <strong>Later work: </strong>}
      set by {who(edit.by)}, {dateTime(edit.at)}, event {number(edit.seq)}
      {hasValues && (
        <>
          : <Words kind="del" text={edit.before} /> → <Words kind="ins" text={edit.after} />
        </>
      )}
    </span>
  )
}

function RemovedBy({ edit, isLater }: { edit: NonNullable<Restorable['removedBy']>; isLater: boolean }) {
  const who = useWho()
  return (
    <span className="restore-later">
      <span className="restore-edit">
        {isLater && <strong>Later work: </strong>}
        removed by {who(edit.by)}, {dateTime(edit.at)}, event {number(edit.seq)}
      </span>
    </span>
  )
}

function Choice({
  choice,
  chosen,
  onToggle,
  children,
}: {
  choice: string
  chosen: Chosen
  onToggle: (choice: string) => void
  children: React.ReactNode
}) {
  return (
    <Checkbox className="restore-choice" isSelected={chosen.has(choice)} onChange={() => onToggle(choice)}>
      {({ isSelected }) => (
        <>
          <span className="restore-box" aria-hidden>
            {isSelected ? '✓' : ''}
          </span>
          <span className="restore-choice-words">{children}</span>
        </>
      )}
    </Checkbox>
  )
}
