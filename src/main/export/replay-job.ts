import type { FormatOf } from '../../contract/export-formats.ts'
import type { ReplayEstimate } from '../../contract/replay.ts'
import type { Answer, Problem } from '../../contract/wire.ts'
import { problemOf } from '../engine/problems.ts'
import { openReplayLog, type ReplayLog } from '../engine/reading/replay-log.ts'
import type { Watch } from '../engine/watch.ts'
import type { ExportFiles } from './export-place.ts'
import { exportWriters } from './formats.ts'
import { planReplay, type ReplayOptions, type ReplayPlan, replayBlocks } from './html/replay-data.ts'
import type { ReplayPage } from './html/replay-html.ts'
import type { ManifestHead } from './manifest.ts'
import type { Pieces } from './pieces.ts'
import { writeWithManifest } from './write-with-manifest.ts'

export interface ReplayInput extends ReplayOptions {
  /** Path of the workspace. */
  path: string
  /** The last event; null: the head. */
  asOf: number | null
  format: FormatOf<'replay'>
  page: ReplayPage
}

/** Writes a replay as one HTML file, with its manifest. `version` is the program's. Progress counts events, each twice: once to choose, once to write. */
export async function writeReplay(
  { place, version, ...input }: ReplayInput & { place: ExportFiles; version: string },
  watch: Watch,
): Promise<Answer<{ bytes: number } & ReplayEstimate>> {
  return withReplay(input, watch, async (pieces, plan, { head }) => {
    const manifest = replayManifest(input, plan, head, version)
    const written = await writeWithManifest(place, pieces, manifest, { isCancelled: watch.isCancelled })
    return written.ok ? { ok: true, value: { ...plan.inside, bytes: written.value.bytes } } : written
  })
}

/** What a replay's manifest tells of it. */
export function replayManifest(
  { workspace, topicId, texts, format }: ReplayOptions & Pick<ReplayInput, 'format'>,
  { about }: ReplayPlan,
  asOf: ReplayLog['head'],
  version: string,
): ManifestHead {
  const name = about.topic === null ? 'replay' : `replay of “${about.topic.question}”`
  return {
    version,
    workspace,
    exported: { name, subject: { kind: 'replay', topicId, texts, format } },
    asOf,
  }
}

/** Says how large a replay will be, to the byte, and what will be in it. Writes nothing. */
export async function estimateReplay(input: ReplayInput, watch: Watch): Promise<Answer<ReplayEstimate>> {
  return withReplay(input, watch, async (pieces, plan) => {
    let bytes = 0
    for (const piece of pieces) bytes += Buffer.byteLength(piece)
    return watch.isCancelled() ? stopped : { ok: true, value: { ...plan.inside, bytes } }
  })
}

/** Plans a replay and lends `work` the pieces of its file, to be taken one by one. */
export async function withReplay<T>(
  { path, asOf, format, page, ...options }: ReplayInput,
  { isCancelled, progress }: Watch,
  work: (pieces: Pieces, plan: ReplayPlan, log: ReplayLog) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  try {
    const log = openReplayLog(path, asOf)
    try {
      const total = log.head.seq * 2
      const onEvents = (before: number) => (events: number) => {
        progress(before + events, total)
        return !isCancelled()
      }
      const plan = planReplay(log, options, onEvents(0))
      if (plan === null) return stopped
      if (plan === undefined) return noTopic
      const blocks = replayBlocks(log, plan, onEvents(log.head.seq))
      return await work(exportWriters.replay[format](page, blocks), plan, log)
    } finally {
      log.close()
    }
  } catch (error) {
    return { ok: false, error: problemOf(error) }
  }
}

const stopped: { ok: false; error: Problem } = {
  ok: false,
  error: { code: 'cancelled', message: 'The replay was cancelled. No file was written.' },
}

const noTopic: { ok: false; error: Problem } = {
  ok: false,
  error: {
    code: 'unknown_topic',
    message:
      'There is no such topic at that moment. Nothing was written; choose another topic or a later event.',
  },
}
