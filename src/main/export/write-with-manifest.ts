import type { Answer } from '../../contract/wire.ts'
import type { StreamTarget } from '../targets/target.ts'
import type { ExportFiles } from './export-place.ts'
import { counted, type ManifestHead, manifestText } from './manifest.ts'
import { writeFilesWhole } from './write-file.ts'
import { type StreamSteps, writeToStream } from './write-stream.ts'

/**
 * Writes an export and its manifest beside it, both whole or neither; to a stream the export alone. Answers the
 * export's bytes, or why nothing was written.
 */
export async function writeWithManifest(
  place: ExportFiles | StreamTarget,
  pieces: Iterable<string | Uint8Array>,
  head: ManifestHead,
  steps: StreamSteps = {},
): Promise<Answer<{ bytes: number }>> {
  if (place.kind === 'stream') return writeToStream(place, pieces, steps)
  const { name } = place
  const file = counted(pieces)
  function* manifest() {
    yield manifestText(head, { name, ...file.total() })
  }
  const written = await writeFilesWhole(
    [
      { target: place.file, chunks: file.chunks() },
      { target: place.manifest, chunks: manifest() },
    ],
    steps.isCancelled,
  )
  return written.ok ? { ok: true, value: { bytes: written.value[0]! } } : written
}
