import type { Answer } from '../../contract/wire.ts'
import { problemOf } from '../engine/problems.ts'
import { openSnapshotAt } from '../engine/snapshot.ts'
import type { JobSteps } from '../job-worker.ts'
import type { Subject } from './subject.ts'
import { writeExport } from './write-export.ts'

export interface ExportInput {
  /** Path of the workspace. */
  workspace: string
  subject: Subject
  /** The event as of which it is exported; null: the head. */
  asOf: number | null
  /** Path of the file to be written; its manifest goes beside it. */
  target: string
  /** The program's. */
  version: string
}

/** Writes an export with its manifest. Progress: events read for an earlier moment, then rows, each half of the way. */
export async function runExport(
  { workspace, subject, asOf, target, version }: ExportInput,
  { isCancelled, progress }: JobSteps,
): Promise<Answer<{ bytes: number }>> {
  let folded = false
  const folding = {
    isCancelled,
    progress(done: number, total: number) {
      folded = true
      progress(done, 2 * total)
    },
  }
  try {
    const snapshot = openSnapshotAt(workspace, asOf, folding)
    try {
      return await writeExport(snapshot, subject, {
        workspace,
        target,
        version,
        isCancelled,
        onRows: (done, total) => (folded ? progress(total + done, 2 * total) : progress(done, total)),
      })
    } finally {
      snapshot.close()
    }
  } catch (error) {
    return { ok: false, error: problemOf(error) }
  }
}
