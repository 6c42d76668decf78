import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { BranchLine, CommandLine, ParentLine } from '../../contract/branch.ts'
import { pastTense } from '../../domain/history/past-tense.ts'
import { dateTime, number } from '../format.ts'
import { toggled } from './branch-state.ts'

/** What was done in the branch, oldest first, to be chosen from. The arrows go from one to the next. */
export function BranchCommands({
  lines,
  total,
  chosen,
  onChoose,
}: {
  lines: readonly BranchLine[]
  total: number
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const list = useRef<HTMLOListElement>(null)
  const labels = new Map(lines.map(({ commandId, label }) => [commandId, label]))
  const takeable = lines.filter(({ inParent }) => inParent !== 'taken')
  const all = takeable.every(({ commandId }) => chosen.has(commandId))
  return (
    <>
      <label className="branch-check branch-all">
        <input
          type="checkbox"
          checked={all && takeable.length > 0}
          disabled={takeable.length === 0}
          onChange={() => onChoose(new Set(all ? [] : takeable.map(({ commandId }) => commandId)))}
        />
        Select all
      </label>
      <ol className="branch-commands" ref={list} onKeyDown={(event) => step(event, list.current)}>
        {lines.map((line) => {
          const isChosen = chosen.has(line.commandId)
          return (
            <li key={line.commandId} data-chosen={isChosen || undefined}>
              <label className="branch-check">
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={line.inParent === 'taken'}
                  onChange={() => onChoose(toggled(chosen, line.commandId))}
                />
                <Told line={line} />
              </label>
              <Arguments line={line} />
              <Remarks line={line} chosen={chosen} isChosen={isChosen} labels={labels} />
            </li>
          )
        })}
      </ol>
      <More shown={lines.length} total={total} />
    </>
  )
}

/** What was done in the original meanwhile. */
export function ParentCommands({ lines, total }: { lines: readonly ParentLine[]; total: number }) {
  return (
    <>
      <ol className="branch-commands">
        {lines.map((line) => (
          <li key={line.commandId}>
            <Told line={line} />
            <Arguments line={line} />
            {line.takenFrom !== null && <Remark>taken back from the branch</Remark>}
            {line.undone && <Remark>undone since</Remark>}
          </li>
        ))}
      </ol>
      <More shown={lines.length} total={total} />
    </>
  )
}

function Told({ line: { how, label, byName, at, firstSeq } }: { line: CommandLine }) {
  const words = how === 'do' ? pastTense(label) : `${how === 'undo' ? 'Undid' : 'Redid'}: ${label}`
  return (
    <span className="branch-told">
      <span dir="auto">{words}</span>
      <span className="dim">
        event {number(firstSeq)} · {byName} · {dateTime(at)}
      </span>
    </span>
  )
}

function Arguments({ line: { args } }: { line: CommandLine }) {
  if (args.length === 0) return null
  return (
    <dl className="branch-args">
      {args.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Remarks({
  line: { undone, inParent, needs, changedInParent },
  chosen,
  isChosen,
  labels,
}: {
  line: BranchLine
  chosen: ReadonlySet<string>
  isChosen: boolean
  labels: ReadonlyMap<string, string>
}) {
  const missing = isChosen ? needs.filter((commandId) => !chosen.has(commandId)) : []
  const names = missing.map((commandId) => pastTense(labels.get(commandId) ?? 'make an earlier change'))
  return (
    <>
      {inParent === 'taken' && <Remark>the original has it already</Remark>}
      {inParent === 'undone' && <Remark>was taken back, and undone in the original</Remark>}
      {undone && <Remark>undone in the branch</Remark>}
      {missing.length > 0 && <Remark warns>needs what is not chosen: {names.join('; ')}</Remark>}
      {changedInParent.length > 0 && inParent !== 'taken' && (
        <Remark warns>
          changed in the original too:{' '}
          {changedInParent
            .slice(0, 3)
            .map((name) => `“${name}”`)
            .join(', ')}
          {changedInParent.length > 3 && ` and ${changedInParent.length - 3} more`}
        </Remark>
      )}
    </>
  )
}

function Remark({ warns = false, children }: { warns?: boolean; children: ReactNode }) {
  return <p className={warns ? 'branch-remark warning' : 'branch-remark'}>{children}</p>
}

function More({ shown, total }: { shown: number; total: number }) {
  if (total <= shown) return null
  return (
    <p className="dim">
      The first {number(shown)} of {number(total)}. The command line’s “branch-changes” tells all of them.
    </p>
  )
}

/** Down and Up go to the next and the one before; Tab and the space bar work as ever. */
function step(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || !list) return
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input:not(:disabled)')]
  const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
