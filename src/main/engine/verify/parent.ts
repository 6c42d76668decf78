import { headAt, readParent } from '../branch/parent.ts'
import type { WriteDb } from '../log/database.ts'
import type { Findings } from './findings.ts'

/** Checks that a branch's parent stands at an event of its log: the hash binds the row to the chain. */
export function verifyParent(db: WriteDb, found: Findings): void {
  const parent = readParent(db)
  if (!parent || headAt(db, parent.seq)?.hash.toString('hex') === parent.hash) return
  found.add(
    'parent_mismatch',
    `The file says that it branched from “${parent.name}” at event ${parent.seq}, but that event has another hash.`,
    parent.seq,
  )
}
