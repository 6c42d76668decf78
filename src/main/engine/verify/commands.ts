import type { ReadDb } from '../log/database.ts'
import { type CommandRow, commandColumns, hashOfCommand } from '../log/log.ts'
import { cancelled, type Watch } from '../watch.ts'
import { pieceLength, pieces } from './chain.ts'
import type { Findings } from './findings.ts'

/** Recomputes the hash of every kept command over all that is kept of it. */
export function verifyCommands(db: ReadDb, found: Findings, watch: Watch): void {
  const select = db.prepare(
    `SELECT ${commandColumns} FROM commands WHERE first_seq > ? ORDER BY first_seq LIMIT ${pieceLength}`,
  )
  const rows = pieces(
    (after) => select.all(after) as CommandRow[],
    (row) => row.first_seq,
  )
  let checked = 0
  for (const command of rows) {
    if (!hashOfCommand(command).equals(command.hash)) {
      found.add(
        'command_altered',
        `The kept command of event ${command.first_seq} (${command.type}) was altered.`,
        command.first_seq,
      )
    }
    checked += 1
    if (checked % pieceLength === 0 && watch.isCancelled()) throw cancelled()
  }
}
