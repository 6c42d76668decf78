import { applyEvent } from '../../../domain/fold.ts'
import type { WriteDb } from '../log/database.ts'
import type { CommandRow } from '../log/log.ts'
import { type Folded, numberedTables } from '../tables/rebuild.ts'
import { cancelled, type Watch } from '../watch.ts'
import { chainCheck, eventsInOrder, pieceLength, pieces, type RawEvent } from './chain.ts'
import type { Findings } from './findings.ts'

/**
 * Walks the whole log: sequence, chain, each event's hash over every column, each kept command with its events (whether
 * a kept command is unaltered is `verifyCommands`’ to say).
 * Folds it on the way. Returns the folded tables with the hashes of the texts that were imported, or null when an event
 * could not be folded.
 */
export function verifyLog(
  db: WriteDb,
  to: number,
  found: Findings,
  watch: Watch,
): (Folded & { texts: Set<string> }) | null {
  const { tables, numbers, atEvent } = numberedTables()
  const commands = commandsInOrder(db, found)
  const texts = new Set<string>()
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
        if (type === 'article.imported') texts.add(stored.payload.textHash)
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
  return foldable ? { tables, numbers, texts } : null
}

type LinkedCommand = Pick<CommandRow, 'first_seq' | 'last_seq' | 'command_id' | 'author' | 'hash'>

/** Goes along the commands table beside the log: every command has its events, every event its command. */
function commandsInOrder(db: WriteDb, found: Findings) {
  const select = db.prepare(
    `SELECT first_seq, last_seq, command_id, author, hash FROM commands
     WHERE first_seq > ? ORDER BY first_seq LIMIT ${pieceLength}`,
  )
  const rows = pieces(
    (after) => select.all(after) as LinkedCommand[],
    (row) => row.first_seq,
  )
  let current: LinkedCommand | undefined
  const next = () => {
    const step = rows.next()
    current = step.done ? undefined : step.value
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
