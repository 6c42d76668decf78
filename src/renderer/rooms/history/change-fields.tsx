import type { ChangeEntry, LineChange } from '../../../contract/changes.ts'
import { useAsk } from '../../data/ask.ts'
import { dateTime, number } from '../../format.ts'
import { Words } from './words.tsx'

type Fields = ChangeEntry['fields']

/** Each field that differs, what it was struck through beside what it is; longer texts line by line. */
export function ChangedFields({ fields }: { fields: Fields }) {
  const me = useAsk('app.info', {}).data?.profile?.id
  const several = fields.length > 1
  return (
    <dl className="change-fields">
      {fields.map(({ key, label, before, after, lines, by, byName, at, seq }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {lines ? (
              <Lines lines={lines} />
            ) : (
              <>
                <Words kind="del" text={before} /> <Words kind="ins" text={after} />
              </>
            )}
            {several && (
              <span className="item-set-by">
                by {by === me ? 'you' : byName}, {dateTime(at)}, event {number(seq)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What a row that came or went says. */
export function FieldWords({ fields }: { fields: Fields }) {
  return (
    <dl className="change-fields">
      {fields.map(({ key, label, before, after }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd dir="auto">{after || before}</dd>
        </div>
      ))}
    </dl>
  )
}

const signs = { old: '−', new: '+', same: ' ', gap: '⋯' } as const

/** A text line by line: a sign before each line says what became of it. */
export function Lines({ lines }: { lines: readonly LineChange[] }) {
  return (
    <span className="change-lines">
      {lines.map(({ kind, text }, index) => {
        const Tag = kind === 'old' ? 'del' : kind === 'new' ? 'ins' : 'span'
        return (
          <Tag key={index} className="change-line" data-kind={kind}>
            <span className="change-sign" aria-hidden>
              {signs[kind]}
            </span>
            <span dir="auto">{kind === 'gap' ? `${text}` : text || '\u00a0'}</span>
          </Tag>
        )
      })}
    </span>
  )
}
