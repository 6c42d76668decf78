import { pastTheHead } from '../as-of/as-of.ts'
import { openReader } from '../file/open.ts'
import { type LogRow, logColumns } from '../log/log.ts'
import { openTexts } from '../log/texts.ts'

/** A workspace's log up to one event, with what a replay takes from beside it. One moment, whatever is written meanwhile. */
export interface ReplayLog {
  head: { seq: number; hash: string }
  /** Every row of the log up to the head, as it is stored. */
  rows(): Generator<LogRow>
  /** A command's label and the events it made, of which the last may lie past the head; undefined for an unknown id. */
  command(id: string): { label: string; first: number; last: number } | undefined
  /** The streams of events from `first` to `last`, both included. */
  streams(first: number, last: number): string[]
  text(hash: string): string
  close(): void
}

/**
 * Opens the log on a connection of its own that only reads.
 *
 * @param asOf the last event to be seen; null: the head
 * @throws EngineProblem as `openReader` does, and for a number past the head
 */
export function openReplayLog(path: string, asOf: number | null): ReplayLog {
  const db = openReader(path)
  try {
    db.exec('BEGIN')
    const last = db.prepare('SELECT coalesce(max(seq), 0) FROM log').pluck().get() as number
    const seq = asOf ?? last
    if (seq > last) throw pastTheHead(seq, last)
    const hash = db.prepare('SELECT hash FROM log WHERE seq = ?').pluck().get(seq) as Buffer | undefined
    const rows = db.prepare(
      `SELECT ${logColumns} FROM log WHERE seq > ? AND seq <= ${seq} ORDER BY seq LIMIT 5000`,
    )
    const command = db.prepare(
      'SELECT label, first_seq AS first, last_seq AS last FROM commands WHERE command_id = ?',
    )
    const streams = db.prepare('SELECT DISTINCT stream FROM log WHERE seq BETWEEN ? AND ?').pluck()
    const texts = openTexts(db)
    return {
      head: { seq, hash: (hash ?? Buffer.alloc(32)).toString('hex') },
      *rows() {
        for (let after = 0; after < seq; ) {
          const piece = rows.all(after) as LogRow[]
          if (piece.length === 0) return
          yield* piece
          after = piece.at(-1)!.seq
        }
      },
      command: (id) => command.get(id) as ReturnType<ReplayLog['command']>,
      streams: (from, to) => streams.all(from, to) as string[],
      text: (wanted) => texts.get(wanted),
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}
