import { exportFormats, formatsOf } from '../../contract/export-formats.ts'
import type { ExportResult } from '../../contract/program.ts'
import type { ReplayEstimate } from '../../contract/replay.ts'
import type { ParsedRequestInput } from '../../contract/requests.ts'
import type { Answer } from '../../contract/wire.ts'
import type { ReplayInput } from '../export/replay-job.ts'
import { replayPage } from '../replay-page.ts'
import type { AnswerContext } from './answer-context.ts'
import { delivered, filesAt } from './exporting.ts'

type Wanted = ParsedRequestInput<'replay.estimate'>

/** Says how large a replay will be, and what will be in it, before anything is written. */
export async function estimateReplay(
  wanted: Wanted,
  context: AnswerContext,
): Promise<Answer<ReplayEstimate>> {
  const input = await inputOf(wanted, context)
  return input.ok
    ? context.jobs.run(wanted.job, 'Measuring the replay', 'estimateReplay', input.value)
    : input
}

/** Writes a replay to a file that the person chooses. Null: they cancelled the dialog. */
export async function exportReplay(
  wanted: Wanted,
  context: AnswerContext,
): Promise<Answer<ExportResult | null>> {
  const input = await inputOf(wanted, context)
  if (!input.ok) return input
  context.workspaces.settle()
  const { workspace, asOf, format } = input.value
  const part = wanted.scope.topicId === null ? '' : ' topic'
  const at = asOf === null ? '' : ` at event ${asOf}`
  const target = await context.shell.chooseExportTarget(
    `${workspace}${part} replay${at}${exportFormats[format].ending}`,
  )
  if (!target) return { ok: true, value: null }
  const place = filesAt(target, context.dataDir)
  if (!place.ok) return place
  const written = await context.jobs.run(wanted.job, 'Exporting the replay', 'writeReplay', {
    ...input.value,
    place: place.value,
    version: context.info().version,
  })
  return delivered(target, written)
}

async function inputOf(
  { scope, asOf, texts }: Wanted,
  { workspaces }: AnswerContext,
): Promise<Answer<ReplayInput>> {
  const open = workspaces.current
  if (!open) return workspaces.none()
  const page = await replayPage()
  const { name } = open.info()
  return {
    ok: true,
    value: {
      path: open.path,
      workspace: name,
      topicId: scope.topicId,
      asOf,
      texts,
      format: formatsOf('replay')[0],
      page,
    },
  }
}
