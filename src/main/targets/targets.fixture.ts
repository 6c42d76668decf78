import { must } from '../engine/problems.ts'
import { decideExport, type ExportFiles } from '../export/export-place.ts'
import { type NewFile, newFile } from './new-file.ts'

/** Where a spec makes a workspace. */
export function fresh(path: string): NewFile {
  return must(newFile(path))
}

/** Where a spec writes an export. */
export function exportAt(path: string): ExportFiles {
  const place = must(decideExport(path))
  if (place.kind !== 'files') throw new Error(`${path} is no file`)
  return place
}
