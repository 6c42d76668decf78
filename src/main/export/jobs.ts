import type { Answer } from '../../contract/wire.ts'
import { problemOf } from '../engine/problems.ts'
import { openSnapshotAt, type Snapshot } from '../engine/reading/snapshot.ts'
import type { Watch } from '../engine/watch.ts'
import type { FileTarget } from '../targets/target.ts'
import type { ExportFiles } from './export-place.ts'
import { type WrittenPage, writePage } from './pdf.ts'
import type { Subject } from './subject.ts'
import { writeExport } from './write-export.ts'

export interface ExportInput {
  /** Path of the workspace. */
  workspace: string
  subject: Subject
  /** The event as of which it is exported; null: the head. */
  asOf: number | null
  /** The program's. */
  version: string
}

/** Writes an export with its manifest. Progress: events read for an earlier moment, then rows, each half of the way. */
export function runExport(
  input: ExportInput & { place: ExportFiles },
  watch: Watch,
): Promise<Answer<{ bytes: number }>> {
  const { workspace, subject, place, version } = input
  return withSnapshot(input, watch, (snapshot, onRows) =>
    writeExport(snapshot, subject, place, { workspace, version, isCancelled: watch.isCancelled, onRows }),
  )
}

/** Writes the page that a PDF is printed from, likewise, and answers what the PDF's manifest will tell. */
export function runPage(
  input: ExportInput & { page: FileTarget },
  watch: Watch,
): Promise<Answer<WrittenPage>> {
  const { workspace, subject, page, version } = input
  return withSnapshot(input, watch, (snapshot, onRows) =>
    writePage(snapshot, subject, page, { workspace, version, isCancelled: watch.isCancelled, onRows }),
  )
}

async function withSnapshot<T>(
  { workspace, asOf }: ExportInput,
  { isCancelled, progress }: Watch,
  work: (snapshot: Snapshot, onRows: (done: number, total: number) => void) => Promise<Answer<T>>,
): Promise<Answer<T>> {
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
      return await work(snapshot, (done, total) =>
        folded ? progress(total + done, 2 * total) : progress(done, total),
      )
    } finally {
      snapshot.close()
    }
  } catch (error) {
    return { ok: false, error: problemOf(error) }
  }
}
