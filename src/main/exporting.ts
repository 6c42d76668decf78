import { basename, dirname } from 'node:path'
import type { ExportResult } from '../contract/program.ts'
import type { ParsedRequestInput, RequestOutput } from '../contract/requests.ts'
import type { Answer } from '../contract/wire.ts'
import type { BriefDocument } from '../domain/brief/document.ts'
import { briefMarkdown } from './export/brief-markdown.ts'
import type { AnswerContext } from './program-answers.ts'
import type { ExportTarget } from './shell.ts'

/** Exports a saved brief to a file that the person chooses. Null: they cancelled the dialog. */
export async function exportBrief(
  { job, id, format }: ParsedRequestInput<'export.brief'>,
  { shell, workspaces, jobs }: AnswerContext,
): Promise<Answer<ExportResult | null>> {
  const workspace = workspaces.current
  if (!workspace) return workspaces.none()
  const found = await workspace.brief(id)
  if (!found.ok) return found
  const target = await shell.chooseExportTarget(`${found.value.name}.${format}`)
  if (!target) return { ok: true, value: null }
  const written = await jobs.run(job, `Exporting “${found.value.name}”`, 'exportBrief', {
    workspace: workspace.path,
    briefId: id,
    target: target.path,
  })
  return delivered(target, written)
}

/** A saved brief as Markdown, for the clipboard: the same words as its export. */
export async function briefAsMarkdown(
  { id }: ParsedRequestInput<'brief.markdown'>,
  { workspaces }: AnswerContext,
): Promise<Answer<{ markdown: string }>> {
  const workspace = workspaces.current
  if (!workspace) return workspaces.none()
  const found = await workspace.brief(id)
  if (!found.ok) return found
  const { id: _, ...draft } = found.value
  const composed = await workspaces.query('brief.compose', { ...draft, most: null })
  if (!composed.ok) return composed
  return { ok: true, value: { markdown: briefMarkdown(composed.value as BriefDocument) } }
}

/** Exports one table of the workspace, likewise. */
export async function exportTable(
  { job, table, bom }: ParsedRequestInput<'export.table'>,
  { shell, workspaces, jobs }: AnswerContext,
): Promise<Answer<ExportResult | null>> {
  const workspace = workspaces.current
  if (!workspace) return workspaces.none()
  const status = await workspaces.query('status', {})
  if (!status.ok) return status
  // A table has no room for the head it was made at; its name has.
  const { seq } = status.value as RequestOutput<'status'>
  const target = await shell.chooseExportTarget(`${workspace.info().name} ${table} at event ${seq}.csv`)
  if (!target) return { ok: true, value: null }
  const written = await jobs.run(job, `Exporting ${table}`, 'exportTable', {
    workspace: workspace.path,
    table,
    bom,
    target: target.path,
  })
  return delivered(target, written)
}

function delivered(target: ExportTarget, written: Answer<{ bytes: number }>): Answer<ExportResult> {
  if (!written.ok) return written
  return {
    ok: true,
    value: {
      name: basename(target.path),
      place: target.downloadUrl ? 'your downloads' : dirname(target.path),
      downloadUrl: target.downloadUrl ?? null,
      bytes: written.value.bytes,
    },
  }
}
