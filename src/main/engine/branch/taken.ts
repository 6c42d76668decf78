import { hash } from 'node:crypto'
import type { KeptCommand } from '../../../domain/branch/kept-command.ts'
import { undoneCommands } from '../../../domain/branch/standing.ts'
import type { ReadDb } from '../log/database.ts'
import type { CommandRow } from '../log/log.ts'

/** What a parent has already taken of a branch. */
export interface TakenBefore {
  /** The id under which the parent took the command last; undefined: it never did. */
  takenAs(commandId: string): string | undefined
  /** The events of a command of the parent. */
  eventsOf(takenId: string): { first: number; last: number } | undefined
  /** Whether the parent undid it since. */
  isUndone(takenId: string): boolean
  /** The branch's command that a command of the parent took; undefined for the parent's own work. */
  sourceOf(takenId: string): string | undefined
  /** The id under which it would be taken next. */
  nextId(commandId: string): string
  /** True for commands that took one back, or undid or redid such a one: no work of the parent's own. */
  isOurs(commandId: string): boolean
}

/**
 * The id of a command taken from a branch is made of the branch's command id, so that the parent's own log says what was
 * taken: in any later session, on any machine, without a list beside it. Taken again after an undo, it gets the next one.
 */
export function takenId(commandId: string, attempt: number): string {
  const digits = hash('sha256', `taken back ${attempt}/${commandId}`, 'hex')
  const variant = (8 + (Number.parseInt(digits[15]!, 16) & 3)).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(12, 15)}-${variant}${digits.slice(16, 19)}-${digits.slice(20, 32)}`
}

/** Reads from the parent's log what it has of these commands; `commands` are the branch's since the fork. */
export function takenBefore(parent: ReadDb, fork: number, commands: readonly KeptCommand[]): TakenBefore {
  const find = parent.prepare('SELECT first_seq, last_seq FROM commands WHERE command_id = ?')
  const sources = new Map<string, string>()
  const latest = new Map<string, { id: string; attempt: number }>()
  for (const { commandId } of commands) {
    for (let attempt = 0; ; attempt += 1) {
      const id = takenId(commandId, attempt)
      if (!find.get(id)) break
      sources.set(id, commandId)
      latest.set(commandId, { id, attempt })
    }
  }
  const reversals = parent
    .prepare(
      "SELECT command_id, kind, target FROM commands WHERE first_seq > ? AND kind <> 'do' ORDER BY first_seq",
    )
    .all(fork) as Pick<CommandRow, 'command_id' | 'kind' | 'target'>[]
  const undone = undoneCommands(reversals)
  const ours = new Set([
    ...sources.keys(),
    ...reversals.filter(({ target }) => sources.has(target!)).map(({ command_id }) => command_id),
  ])
  return {
    takenAs: (commandId) => latest.get(commandId)?.id,
    eventsOf(id) {
      const row = find.get(id) as Pick<CommandRow, 'first_seq' | 'last_seq'> | undefined
      return row && { first: row.first_seq, last: row.last_seq }
    },
    isUndone: (id) => undone.has(id),
    sourceOf: (id) => sources.get(id),
    nextId: (commandId) => takenId(commandId, (latest.get(commandId)?.attempt ?? -1) + 1),
    isOurs: (id) => ours.has(id),
  }
}
