import { RotateCcw } from 'lucide-react'
import type { FieldSetting, ItemField, ItemHistory } from '../../../domain/history/item.ts'
import { useReadOnlyFile } from '../../data/read-only.ts'
import { count, dateTime, number } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { askToRestore } from './restoring.ts'
import { showEvents } from './side.ts'
import { useWho } from './who.ts'
import { Words } from './words.tsx'

/** Who set each field last, and under it every value it had before, each of which can come back. */
export function Blame({
  stream,
  item,
  isRestorable,
}: {
  stream: string
  item: ItemHistory
  isRestorable: boolean
}) {
  const newest = Math.max(...item.fields.map(({ seq }) => seq))
  return (
    <dl className="item-fields" aria-label="Who set each field last">
      {item.fields.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>
            <span dir="auto">{field.value === '' ? <em className="dim">none</em> : field.value}</span>
            <SetBy stream={stream} setting={field} />
            {field.earlier.length > 0 && (
              <Earlier
                stream={stream}
                field={field}
                isRestorable={isRestorable && item.present}
                seenTo={newest}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function SetBy({ stream, setting: { by, at, seq } }: { stream: string; setting: FieldSetting }) {
  const who = useWho()
  return (
    <span className="item-set-by">
      set by {who(by)}, {dateTime(at)},{' '}
      <button type="button" className="item-event" onClick={() => showEvents(stream, [seq])}>
        event {number(seq)}
      </button>
    </span>
  )
}

function Earlier({
  stream,
  field,
  isRestorable,
  seenTo,
}: {
  stream: string
  field: ItemField
  isRestorable: boolean
  seenTo: number
}) {
  const readOnly = useReadOnlyFile() !== null
  return (
    <details className="item-earlier">
      <summary>{count(field.earlier.length, 'earlier value')}</summary>
      <ul aria-label={`Earlier values of ${field.label}`}>
        {field.earlier.map((setting) => (
          <li key={setting.seq}>
            <Words kind="del" text={setting.value} />
            <SetBy stream={stream} setting={setting} />
            {isRestorable && setting.value !== field.value && (
              <Button
                size="small"
                variant="plain"
                icon={<RotateCcw />}
                isDisabled={readOnly}
                aria-label={`Restore ${field.label} as of event ${setting.seq}`}
                onPress={() =>
                  askToRestore({ asOf: setting.seq, items: [{ stream, keys: [field.key] }], seenTo })
                }
              >
                Restore
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
