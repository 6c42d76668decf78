import { basename, dirname } from 'node:path'
import { exportFormats } from '../../contract/export-formats.ts'
import type { ExportResult } from '../../contract/program.ts'
import type { ParsedRequestInput, RequestOutput } from '../../contract/requests.ts'
import type { Brief } from '../../contract/rows.ts'
import type { Answer } from '../../contract/wire.ts'
import type { BriefDocument } from '../../domain/brief/document.ts'
import { decideExport, type ExportFiles } from '../export/export-place.ts'
import { manifestPath } from '../export/manifest.ts'
import { briefMarkdown } from '../export/markdown/brief-markdown.ts'
import { writeOrPrint, writePdf } from '../export/pdf.ts'
import type { Subject } from '../export/subject.ts'
import { refused } from '../targets/refusal.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'
import type { AnswerContext } from './answer-context.ts'
import type { ExportTarget } from './shell.ts'

/** Exports a saved brief to a file that the person chooses. Null: they cancelled the dialog. */
export async function exportBrief(
  { job, id, format, asOf }: ParsedRequestInput<'export.brief'>,
  context: AnswerContext,
): Promise<Answer<ExportResult | null>> {
  const found = await briefAt(id, asOf, context.workspaces)
  if (!found.ok) return found
  const { name } = found.value
  const at = asOf === null ? '' : ` at event ${asOf}`
  return exportTo(context, {
    job,
    title: `Exporting “${name}”`,
    suggested: `${name}${at}${exportFormats[format].ending}`,
    subject: { kind: 'brief', id, format },
    asOf,
  })
}

/** A saved brief as Markdown, for the clipboard: the same words as its export. */
export async function briefAsMarkdown(
  { id, asOf }: ParsedRequestInput<'brief.markdown'>,
  { workspaces }: AnswerContext,
): Promise<Answer<{ markdown: string }>> {
  const found = await briefAt(id, asOf, workspaces)
  if (!found.ok) return found
  const { id: _, ...draft } = found.value
  const composed = await workspaces.queryAt(asOf, 'brief.compose', { ...draft, most: null })
  if (!composed.ok) return composed
  return { ok: true, value: { markdown: briefMarkdown(composed.value as BriefDocument) } }
}

/** Exports one table of the workspace, likewise. */
export async function exportTable(
  { job, table, format, bom, asOf }: ParsedRequestInput<'export.table'>,
  context: AnswerContext,
): Promise<Answer<ExportResult | null>> {
  const workspace = context.workspaces.current
  if (!workspace) return context.workspaces.none()
  const status = await context.workspaces.query('status', {})
  if (!status.ok) return status
  // A table has no room for the event it was made at; its name has. So it is that event also if work goes on meanwhile.
  const seq = asOf ?? (status.value as RequestOutput<'status'>).seq
  return exportTo(context, {
    job,
    title: `Exporting ${table}`,
    suggested: `${workspace.info().name} ${table} at event ${seq}${exportFormats[format].ending}`,
    subject: { kind: 'table', table, format, bom },
    asOf: seq,
  })
}

/** Exports what changed between two moments, likewise. */
export async function exportChanges(
  { job, from, to, format }: ParsedRequestInput<'export.changes'>,
  context: AnswerContext,
): Promise<Answer<ExportResult | null>> {
  const workspace = context.workspaces.current
  if (!workspace) return context.workspaces.none()
  // Asked before a place is: two moments that cannot be compared should not cost the person a dialog.
  const status = await context.workspaces.query('status', {})
  if (!status.ok) return status
  const head = (status.value as RequestOutput<'status'>).seq
  if (from > to || to > head) {
    return {
      ok: false,
      error: {
        code: 'no_such_moment',
        message: `Changes are told from an earlier event to a later one, both from 0 to ${head}; these were ${from} and ${to}. Nothing was exported.`,
      },
    }
  }
  return exportTo(context, {
    job,
    title: `Exporting the changes since event ${from}`,
    suggested: `${workspace.info().name} changes from event ${from} to ${to}${exportFormats[format].ending}`,
    subject: { kind: 'changes', from, format },
    asOf: to,
  })
}

/** Asks where to, and runs the export there. */
async function exportTo(
  { shell, workspaces, jobs, info, dataDir }: AnswerContext,
  wanted: { job: string; title: string; suggested: string; subject: Subject; asOf: number | null },
): Promise<Answer<ExportResult | null>> {
  const workspace = workspaces.current
  if (!workspace) return workspaces.none()
  // What leaves the house carries this head: it is remembered before anything is handed on.
  workspaces.settle()
  const target = await shell.chooseExportTarget(wanted.suggested)
  if (!target) return { ok: true, value: null }
  const place = filesAt(target, dataDir)
  if (!place.ok) return place
  const { job, title, subject, asOf } = wanted
  const input = { workspace: workspace.path, subject, asOf, version: info().version }
  const written = await writeOrPrint(subject.format, {
    write: () => jobs.run(job, title, 'export', { ...input, place: place.value }),
    writePage: (page) => jobs.run(job, title, 'writePage', { ...input, page }),
    print: ({ page, head }) =>
      jobs.follow(job, title, ({ signal }) =>
        writePdf(place.value, page, head, (path) => shell.printPage(path, signal)),
      ),
  })
  return delivered(target, written)
}

async function briefAt(id: string, asOf: number | null, workspaces: Workspaces): Promise<Answer<Brief>> {
  const briefs = await workspaces.queryAt(asOf, 'briefs.list', {})
  if (!briefs.ok) return briefs
  const brief = (briefs.value as Brief[]).find((candidate) => candidate.id === id)
  if (brief) return { ok: true, value: brief }
  const when = asOf === null ? 'That brief is no longer' : `As of event ${asOf} that brief is not`
  return { ok: false, error: { code: 'unknown_brief', message: `${when} in the workspace.` } }
}

/** Decides whether an export may go where the person chose. A window writes whole files only. */
export function filesAt({ path }: ExportTarget, dataDir: string): Answer<ExportFiles> {
  const place = decideExport(path, dataDir)
  if (!place.ok || place.value.kind === 'files') return place as Answer<ExportFiles>
  return refused('not_a_file', 'That is a pipe or a device, not a file.')
}

/** Where an export went, for the person who asked for it. */
export function delivered(target: ExportTarget, written: Answer<{ bytes: number }>): Answer<ExportResult> {
  if (!written.ok) return written
  return {
    ok: true,
    value: {
      name: basename(target.path),
      place: target.downloadUrl ? 'your downloads' : dirname(target.path),
      downloadUrl: target.downloadUrl ?? null,
      manifest: { name: basename(manifestPath(target.path)), downloadUrl: target.manifestUrl ?? null },
      bytes: written.value.bytes,
    },
  }
}
