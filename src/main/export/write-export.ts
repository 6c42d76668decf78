import { basename } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import type { Snapshot } from '../engine/snapshot.ts'
import { counted, manifestPath, manifestText, workspaceName } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'
import { writeFilesWhole } from './write-file.ts'

/**
 * Writes an export and its manifest beside it, both whole or neither. Answers the export's bytes, or why nothing was
 * written.
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
  const { target, workspace, version } = options
  const file = counted(exported.value.pieces)
  const head = {
    version,
    workspace: workspaceName(workspace),
    exported: { name: exported.value.name, subject },
    asOf: snapshot.head,
  }
  function* manifest() {
    yield manifestText(head, { name: basename(target), ...file.total() })
  }
  const written = await writeFilesWhole(
    [
      { path: target, chunks: file.chunks() },
      { path: manifestPath(target), chunks: manifest() },
    ],
    options.isCancelled,
  )
  return written.ok ? { ok: true, value: { bytes: written.value[0]! } } : written
}
