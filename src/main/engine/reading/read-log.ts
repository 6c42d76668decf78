import { writeHead } from '../../../domain/head.ts'
import { openReader } from '../file/open.ts'
import { type LogRow, logColumns, readHead } from '../log/log.ts'

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

/** The head of a workspace file, as a person keeps it: SEQ:HASH. */
export function headIn(path: string): string {
  const db = openReader(path)
  try {
    const { seq, hash } = readHead(db)
    return writeHead({ seq, hash: hash.toString('hex') })
  } finally {
    db.close()
  }
}
