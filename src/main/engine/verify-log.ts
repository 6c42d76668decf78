import { applyEvent } from '../../domain/fold.ts'
import type { WriteDb } from './database.ts'
import type { Findings } from './findings.ts'
import { type CommandRow, commandColumns, hashOfCommand } from './log.ts'
import { cancelled, type Folded, numberedTables, type Watch } from './rebuild.ts'
import { chainCheck, eventsInOrder, pieceLength, pieces, type RawEvent } from './verify-chain.ts'

/**
 * Walks the whole log: sequence, chain, each event's hash over every column, each kept command with its events.
 * Folds it on the way. Returns the folded tables, or null when an event could not be folded.
 */
export function verifyLog(db: WriteDb, to: number, found: Findings, watch: Watch): Folded | null {
  const { tables, numbers, atEvent } = numberedTables()
  const commands = commandsInOrder(db, found)
  let foldable = true
  const checkChain = chainCheck(found)
  for (const event of eventsInOrder(db)) {
    const [seq, , stream, type, version, at, author, commandId, , payload] = event
    if (seq % 5000 === 1) {
      watch.progress(seq, to)
      if (watch.isCancelled()) throw cancelled()
    }
    checkChain(event)
    commands.check(event)
    if (foldable) {
      try {
        atEvent(seq)
        const stored = { seq, stream, type, version, at, by: author, commandId, payload: JSON.parse(payload) }
        applyEvent(tables, stored)
      } catch (error) {
        foldable = false
        const why = error instanceof Error ? error.message : String(error)
        found.add(
          'fold_failed',
          `Event ${seq} cannot be applied (${why}). The tables were not compared.`,
          seq,
        )
      }
    }
  }
  commands.end()
  watch.progress(to, to)
  return foldable ? { tables, numbers } : null
}

/** Goes along the commands table beside the log: every command has its events, every event its command. */
function commandsInOrder(db: WriteDb, found: Findings) {
  const rows = pieces<CommandRow>(
    (after) =>
      db
        .prepare(
          `SELECT ${commandColumns} FROM commands WHERE first_seq > ? ORDER BY first_seq LIMIT ${pieceLength}`,
        )
        .all(after) as CommandRow[],
    (row) => row.first_seq,
  )
  let current: CommandRow | undefined
  const next = () => {
    const step = rows.next()
    current = step.done ? undefined : step.value
    if (current && !hashOfCommand(current).equals(current.hash)) {
      found.add(
        'command_altered',
        `The kept command of event ${current.first_seq} (${current.type}) was altered.`,
        current.first_seq,
      )
    }
  }
  next()
  return {
    check([seq, , , , , , author, commandId, commandHash]: RawEvent) {
      while (current && current.last_seq < seq) next()
      if (!current || seq < current.first_seq) {
        found.add('command_missing', `The command of event ${seq} is not kept.`, seq)
        return
      }
      const first = seq === current.first_seq
      const linked = first ? commandHash?.equals(current.hash) === true : commandHash === null
      if (current.command_id !== commandId || current.author !== author || !linked) {
        found.add('command_mismatch', `Event ${seq} and its kept command do not belong together.`, seq)
      }
    },
    end() {
      if (current) next()
      while (current) {
        found.add(
          'event_missing',
          `The events of the kept command ${current.first_seq} are missing.`,
          current.first_seq,
        )
        next()
      }
    },
  }
}
