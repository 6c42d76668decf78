import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/snapshot.ts'
import { workspaceName, writeWithManifest } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'

/**
 * Writes an export with its manifest. Answers the export's bytes, or why nothing was written.
 *
 * @param options.workspace the workspace file, by whose name the manifest knows it
 * @param options.version the program's
 */
export async function writeExport(
  snapshot: Snapshot,
  subject: Subject,
  options: {
    workspace: string
    target: string
    version: string
    onRows?: (done: number, total: number) => void
    isCancelled?: () => boolean
  },
): Promise<Answer<{ bytes: number }>> {
  const exported = exportedFrom(snapshot, subject, options.onRows)
  if (!exported.ok) return exported
  const { target, workspace, version, isCancelled } = options
  const { name, pieces } = exported.value
  const head = {
    version,
    workspace: workspaceName(workspace),
    exported: { name, subject },
    asOf: snapshot.head,
  }
  return writeWithManifest(target, pieces, head, isCancelled)
}
