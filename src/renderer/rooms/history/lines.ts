import type { HistoryEntry } from '../../../contract/rows.ts'
import { pastTense } from '../../../domain/history/past-tense.ts'

/** A line of the list: one event, or a command of several that opens into its events. */
export type LogLine =
  | { kind: 'event'; id: string; entry: HistoryEntry; inCommand: boolean }
  | { kind: 'command'; id: string; entry: HistoryEntry; words: string; events: number; open: boolean }

export interface LogDay {
  id: string
  /** A moment of that day, for its heading. */
  at: string
  lines: LogLine[]
}

/**
 * Events, newest first, as days of lines. Neighbouring events of one command become one line, unless it is `open`.
 *
 * @param dayOf the local day of a moment, as a key
 */
export function daysOf(
  entries: readonly HistoryEntry[],
  open: ReadonlySet<string>,
  dayOf: (at: string) => string,
): LogDay[] {
  const days: LogDay[] = []
  for (const group of groupsOf(entries)) {
    const [first] = group
    const id = dayOf(first!.at)
    let day = days.at(-1)
    if (day?.id !== id) {
      day = { id, at: first!.at, lines: [] }
      days.push(day)
    }
    day.lines.push(...linesOf(group, open))
  }
  return days
}

/** What the command of an event did, as a sentence: “Tagged 14 spans”, “Undid: tag 14 spans”. */
export function commandWords({ label, how }: Pick<HistoryEntry, 'label' | 'how'>): string {
  if (how === 'undo') return `Undid: ${label}`
  return how === 'redo' ? `Redid: ${label}` : pastTense(label)
}

function groupsOf(entries: readonly HistoryEntry[]): HistoryEntry[][] {
  const groups: HistoryEntry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0]?.commandId === entry.commandId) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function linesOf(group: HistoryEntry[], open: ReadonlySet<string>): LogLine[] {
  const [first] = group
  if (!first) return []
  const event = (entry: HistoryEntry, inCommand: boolean): LogLine => ({
    kind: 'event',
    id: `event ${entry.seq}`,
    entry,
    inCommand,
  })
  if (group.length === 1) return [event(first, false)]
  const isOpen = open.has(first.commandId)
  const line: LogLine = {
    kind: 'command',
    id: `command ${first.commandId}`,
    entry: first,
    words: commandWords(first),
    events: group.length,
    open: isOpen,
  }
  return isOpen ? [line, ...group.map((entry) => event(entry, true))] : [line]
}

/** The first event of a line; that of a folded command is the first of its events. */
export function firstSeq(line: LogLine): number {
  return line.kind === 'command' ? line.entry.seq - line.events + 1 : line.entry.seq
}

/** The line at which one stands after event `seq`: the last that has begun by then. Null before the first. */
export function currentLine(days: readonly LogDay[], seq: number): string | null {
  for (const { lines } of days) {
    const line = lines.find(
      (candidate) => !(candidate.kind === 'command' && candidate.open) && firstSeq(candidate) <= seq,
    )
    if (line) return line.id
  }
  return null
}
