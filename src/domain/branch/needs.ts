import type { KeptCommand } from './kept-command.ts'

/**
 * Which of the branch's commands each one cannot do without, by command id: those that made a row which it touches or
 * names, the command that it undoes or redoes, and the one that it speaks of by an event's number.
 *
 * @param commands everything since the fork, oldest first
 * @param fork the last event that parent and branch share
 */
export function needsOf(commands: readonly KeptCommand[], fork: number): Map<string, string[]> {
  const makers = new Map<string, string>()
  const lastStep = new Map<string, string>()
  const needs = new Map<string, string[]>()
  for (const command of commands) {
    const found = new Set<string>()
    for (const stream of command.touches) add(found, makers.get(idOf(stream)))
    for (const word of stringsIn(command.args)) add(found, makers.get(word))
    if (command.target !== null) add(found, lastStep.get(command.target))
    const seq = eventNumberIn(command)
    if (seq !== null && seq > fork) add(found, commandAt(commands, seq)?.commandId)
    found.delete(command.commandId)
    needs.set(command.commandId, [...found])
    for (const stream of command.makes) makers.set(idOf(stream), command.commandId)
    // A redo needs the undo, and that needs the command.
    lastStep.set(command.target ?? command.commandId, command.commandId)
  }
  return needs
}

/** The chosen commands with everything that they need, and that needs, and so on. */
export function withNeeds(
  chosen: Iterable<string>,
  needs: (commandId: string) => readonly string[],
): Set<string> {
  const all = new Set<string>()
  const open = [...chosen]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (all.has(next)) continue
    all.add(next)
    open.push(...needs(next))
  }
  return all
}

/** The event’s number that a command’s arguments speak of; null for most. */
export function eventNumberIn({ type, args }: Pick<KeptCommand, 'type' | 'args'>): number | null {
  const key = numbered[type]
  const value =
    key && typeof args === 'object' && args !== null ? (args as Record<string, unknown>)[key] : null
  return typeof value === 'number' ? value : null
}

/** Commands whose arguments hold the number of an event, and under which name. */
export const numbered: Readonly<Record<string, string>> = { 'history.restore': 'asOf', 'moment.name': 'seq' }

/** The command that made event `seq`. */
export function commandAt(commands: readonly KeptCommand[], seq: number): KeptCommand | undefined {
  return commands.find(({ firstSeq, lastSeq }) => firstSeq <= seq && seq <= lastSeq)
}

function add(found: Set<string>, commandId: string | undefined): void {
  if (commandId !== undefined) found.add(commandId)
}

function idOf(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1)
}

/** Every string in a JSON value, names of members too: a brief's wording stands under its claims' ids. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    yield value
    // A stream names its row.
    if (value.includes('/')) yield idOf(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      yield key
      yield* stringsIn(member)
    }
  }
}
