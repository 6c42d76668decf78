import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import { type ManifestHead, workspaceName, writeWithManifest } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'

/** Of which workspace, to where, by which program. */
export interface WriteOptions {
  /** The workspace file, by whose name the manifest knows it. */
  workspace: string
  target: string
  /** The program's. */
  version: string
  onRows?: (done: number, total: number) => void
  isCancelled?: () => boolean
}

/** Writes an export with its manifest. Answers the export's bytes, or why nothing was written. A PDF goes by `writePage`. */
export async function writeExport(
  snapshot: Snapshot,
  subject: Subject,
  options: WriteOptions,
): Promise<Answer<{ bytes: number }>> {
  const exported = exportedFrom(snapshot, subject, options.onRows)
  if (!exported.ok) return exported
  const head = headOf(snapshot, subject, exported.value.name, options)
  return writeWithManifest(options.target, exported.value.pieces, head, options.isCancelled)
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
