import { versionOf } from '../file/migrations.ts'
import type { ReadDb, WriteDb } from '../log/database.ts'
import { emptyHead, type Head } from '../log/log.ts'

/** Where a branch came from: the workspace it was copied from and the event it was copied up to. */
export interface Parent {
  /** The parent's file name without folder and ending, as it was then. */
  name: string
  /** The last event that both have; 0: none. */
  seq: number
  /** That event's hash, 64 hexadecimal digits; zeros for 0. */
  hash: string
  /** What the moment was called when the branch was made; empty for nothing. */
  moment: string
}

/** The parent of a branch; null in any other workspace. */
export function readParent(db: WriteDb): Parent | null {
  // A file of format 1 that nobody could bring up to date: branches are younger.
  if (versionOf(db) < 2) return null
  const row = db.prepare('SELECT name, seq, hash, moment FROM parent').get() as
    | (Omit<Parent, 'hash'> & { hash: Buffer })
    | undefined
  return row ? { ...row, hash: row.hash.toString('hex') } : null
}

/** Records where a new file's log came from; the file refuses it anywhere but at the end of what was copied. */
export function recordParent(db: WriteDb, { name, seq, hash, moment }: Parent): void {
  db.prepare('INSERT INTO parent (one, name, seq, hash, moment) VALUES (1, ?, ?, ?, ?)').run(
    name,
    seq,
    Buffer.from(hash, 'hex'),
    moment,
  )
}

/** The head that a log had when event `seq` was its last; undefined for a number past its head. */
export function headAt(db: ReadDb, seq: number): Head | undefined {
  return seq === 0
    ? emptyHead
    : (db.prepare('SELECT seq, hash FROM log WHERE seq = ?').get(seq) as Head | undefined)
}
