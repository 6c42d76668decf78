import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import type { StreamTarget } from '../targets/target.ts'
import type { ExportFiles } from './export-place.ts'
import { type ManifestHead, workspaceName } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'
import type { StreamSteps } from './write-stream.ts'
import { writeWithManifest } from './write-with-manifest.ts'

/** Of which workspace, by which program. */
export interface WriteOptions extends StreamSteps {
  /** The workspace file, by whose name the manifest knows it. */
  workspace: string
  /** The program's. */
  version: string
  onRows?: (done: number, total: number) => void
}

/** Writes an export with its manifest. Answers the export's bytes, or why nothing was written. A PDF goes by `writePage`. */
export async function writeExport(
  snapshot: Snapshot,
  subject: Subject,
  place: ExportFiles | StreamTarget,
  options: WriteOptions,
): Promise<Answer<{ bytes: number }>> {
  const exported = exportedFrom(snapshot, subject, options.onRows)
  if (!exported.ok) return exported
  const head = headOf(snapshot, subject, exported.value.name, options)
  return writeWithManifest(place, exported.value.pieces, head, options)
}

/** What the manifest of an export tells besides its file. */
export function headOf(
  { head }: Snapshot,
  subject: Subject,
  name: string,
  { workspace, version }: Pick<WriteOptions, 'workspace' | 'version'>,
): ManifestHead {
  return { version, workspace: workspaceName(workspace), exported: { name, subject }, asOf: head }
}
