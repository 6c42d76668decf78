import { openReader } from '../file/open.ts'
import { type LogRow, logColumns } from '../log/log.ts'

/** Rows of a workspace's log from `from` to `to`, both included, as they are stored; read-only, one at a time. */
export function* readLog(path: string, from = 1, to = Number.MAX_SAFE_INTEGER): Generator<LogRow> {
  const db = openReader(path)
  try {
    const rows = db.prepare(`SELECT ${logColumns} FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq`)
    yield* rows.iterate(from, to) as IterableIterator<LogRow>
  } finally {
    db.close()
  }
}
