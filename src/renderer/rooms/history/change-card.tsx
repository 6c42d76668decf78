import { ArrowUpRight, RotateCcw } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import type { ChangeEntry } from '../../../contract/changes.ts'
import { recordTables } from '../../../domain/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { count, dateTime, number } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { ChangedFields, FieldWords } from './change-fields.tsx'
import { kindWords } from './change-words.ts'
import { MovedSpan } from './moved-span.tsx'
import { showEvents } from './side.ts'
import { goToItem } from './way-to.ts'

/** One row that differs: what became of it, old beside new, by whom; and the ways to it, its events and back. */
export function ChangeCard({
  entry,
  isChosen,
  onToggle,
  onRestore,
}: {
  entry: ChangeEntry
  isChosen: boolean
  onToggle: () => void
  onRestore: (() => void) | undefined
}) {
  const { table, id, kind, name, fields, span, into } = entry
  const canComeBack = kind !== 'added'
  return (
    <li className="change-card" data-chosen={isChosen || undefined}>
      <div className="change-head">
        {canComeBack && onRestore && (
          <Checkbox
            className="change-choose"
            aria-label={`Choose the ${recordTables[table].noun} “${name}”`}
            isSelected={isChosen}
            onChange={onToggle}
          >
            <span className="restore-box" aria-hidden>
              {isChosen ? '✓' : ''}
            </span>
          </Checkbox>
        )}
        <h4 dir="auto">
          {kindWords[kind] && <KindWord kind={kind} />} {name}
        </h4>
      </div>
      {into && (
        <p className="change-into">
          into <strong dir="auto">{into.name}</strong>
        </p>
      )}
      {span && span.strip.length > 0 && <MovedSpan strip={span.strip} />}
      {kind === 'added' || kind === 'removed' ? (
        <details className="item-earlier">
          <summary>{kind === 'added' ? 'What it says' : 'What it said'}</summary>
          <FieldWords fields={fields} />
        </details>
      ) : (
        <ChangedFields fields={span?.strip.length ? fields.filter(({ key }) => key !== 'span') : fields} />
      )}
      <Foot entry={entry} />
      <div className="change-ways">
        {kind !== 'removed' && (
          <Button
            size="small"
            variant="plain"
            icon={<ArrowUpRight />}
            onPress={() => void goToItem(table, id)}
          >
            Go to it
          </Button>
        )}
        {canComeBack && onRestore && (
          <Button
            size="small"
            variant="plain"
            icon={<RotateCcw />}
            aria-label={`Restore the ${recordTables[table].noun} “${name}”`}
            onPress={onRestore}
          >
            Restore
          </Button>
        )}
      </div>
    </li>
  )
}

function KindWord({ kind }: { kind: ChangeEntry['kind'] }) {
  const words = `${kindWords[kind]}:`
  if (kind === 'withdrawn' || kind === 'removed') return <del>{words}</del>
  return kind === 'added' ? <ins>{words}</ins> : <span className="change-kind">{words}</span>
}

function Foot({ entry: { table, id, kind, last, events, eventCount } }: { entry: ChangeEntry }) {
  const me = useAsk('app.info', {}).data?.profile?.id
  const stream = `${table}/${id}`
  const verb = kind === 'removed' ? 'removed' : kind === 'added' && eventCount === 1 ? 'entered' : 'last set'
  return (
    <p className="item-set-by">
      {verb} by {last.by === me ? 'you' : last.byName}, {dateTime(last.at)},{' '}
      <button type="button" className="item-event" onClick={() => showEvents(stream, [last.seq])}>
        event {number(last.seq)}
      </button>
      {eventCount > 1 && (
        <>
          {' '}
          ·{' '}
          <button type="button" className="item-event" onClick={() => showEvents(stream, events)}>
            {count(eventCount, 'event')}
          </button>
        </>
      )}
    </p>
  )
}
