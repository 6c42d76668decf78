import type { Answer } from '../../contract/wire.ts'
import { composeBrief } from '../../domain/brief/compose.ts'
import { problemOf } from '../engine/problems.ts'
import { openSnapshot, type Snapshot } from '../engine/snapshot.ts'
import type { JobSteps } from '../job-worker.ts'
import { briefMarkdown } from './brief-markdown.ts'
import { tableCsv } from './table-csv.ts'
import { type ExportTable, exportTables } from './table-rows.ts'
import { writeFileWhole } from './write-file.ts'

export interface ExportTableInput {
  /** Path of the workspace. */
  workspace: string
  table: ExportTable
  bom: boolean
  /** Path of the file to be written. */
  target: string
}

export interface ExportBriefInput {
  workspace: string
  briefId: string
  target: string
}

/** Writes one table as CSV. Progress counts rows. */
export async function writeTable(
  { workspace, table, bom, target }: ExportTableInput,
  { isCancelled, progress }: JobSteps,
): Promise<Answer<{ bytes: number }>> {
  return withSnapshot(workspace, (snapshot) => {
    const total = exportTables[table].count(snapshot.tables)
    const chunks = tableCsv(table, snapshot, { bom, onRows: (rows) => progress(rows, total) })
    return writeFileWhole(target, chunks, isCancelled)
  })
}

/** Writes a saved brief as Markdown. */
export async function writeBrief(
  { workspace, briefId, target }: ExportBriefInput,
  { isCancelled }: JobSteps,
): Promise<Answer<{ bytes: number }>> {
  return withSnapshot(workspace, async ({ tables, head, textOf }) => {
    const brief = tables.briefs.get(briefId)
    if (!brief) {
      const message = 'This brief is no longer in the workspace. Nothing was exported; choose another brief.'
      return { ok: false, error: { code: 'unknown_brief', message, details: { id: briefId } } }
    }
    return writeFileWhole(target, [briefMarkdown(composeBrief(brief, tables, head, textOf))], isCancelled)
  })
}

async function withSnapshot<T>(
  path: string,
  work: (snapshot: Snapshot) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  try {
    const snapshot = openSnapshot(path)
    try {
      return await work(snapshot)
    } finally {
      snapshot.close()
    }
  } catch (error) {
    return { ok: false, error: problemOf(error) }
  }
}
