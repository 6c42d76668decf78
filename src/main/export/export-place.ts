import { basename, resolve } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import { refused } from '../targets/refusal.ts'
import { decideTarget, type FileTarget, type StandardOutput, type StreamTarget } from '../targets/target.ts'
import { manifestPath } from './manifest.ts'

/** Files for an export and for what lies beside it. */
export interface ExportFiles {
  readonly kind: 'files'
  readonly file: FileTarget
  readonly manifest: FileTarget
  /** The name by which the manifest knows the export: as it was asked for, a link or not. */
  readonly name: string
}

/** What is read as it comes has no place beside it for a manifest. */
export type ExportPlace = ExportFiles | StreamTarget | StandardOutput

/** Decides where an export goes that shall go to `wanted`; see `decideTarget`. */
export function decideExport(wanted: string, dataDir?: string): Answer<ExportPlace> {
  const target = decideTarget(wanted, dataDir)
  if (!target.ok || target.value.kind !== 'file') return target as Answer<ExportPlace>
  const beside = decideTarget(manifestPath(resolve(wanted)), dataDir)
  if (!beside.ok) return aboutManifest(beside.error.code, beside.error.message)
  if (beside.value.kind !== 'file') {
    return aboutManifest('not_a_file', 'That is no file. Nothing was written; choose another name.')
  }
  if (beside.value.path === target.value.path) {
    return refused('its_own_manifest', 'The name of its manifest leads back to that very file.')
  }
  const [file, manifest] = [target.value, beside.value]
  return { ok: true, value: { kind: 'files', file, manifest, name: basename(resolve(wanted)) } }
}

function aboutManifest(code: string, message: string): Answer<never> {
  return {
    ok: false,
    error: { code, message: `Its manifest, which lies beside it, has no place: ${message}` },
  }
}
