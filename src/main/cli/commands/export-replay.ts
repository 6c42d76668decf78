import { basename, resolve } from 'node:path'
import type { ReplayTexts } from '../../../contract/replay.ts'
import { openSnapshotAt } from '../../engine/reading/snapshot.ts'
import { type ReplayInput, replayManifest, withReplay } from '../../export/replay-job.ts'
import { writeWithManifest } from '../../export/write-with-manifest.ts'
import { replayPage } from '../../replay-page.ts'
import { type Invocation, Stopped, WrongUse } from '../command.ts'
import { placeOf, stepsOf, tellWritten } from '../deliver.ts'
import { formatAsked } from '../formats.ts'
import { momentAsked } from '../moment.ts'
import { watching } from '../workspace.ts'

/** The replay that the options ask for, to a file or to standard output. The workspace was brought up to date. */
export async function exportReplay(invocation: Invocation): Promise<void> {
  const { io, version } = invocation
  const place = placeOf(invocation)
  const input = await inputOf(invocation)
  const watch = watching(io, 'Reading the log')
  const done = await withReplay<unknown>(input, watch, async (html, plan, { head }) => {
    const { inside } = plan
    if (place.kind === 'standard output') {
      for (const piece of html) {
        if (io.isStopped()) break
        await io.print(piece)
      }
      return { ok: true, value: null }
    }
    const manifest = replayManifest(input, plan, head, version)
    const written = await writeWithManifest(place, html, manifest, stepsOf(invocation))
    const facts = `${inside.events} of ${inside.ofEvents} events, as of event ${head.seq}, hash ${head.hash}`
    tellWritten(invocation, place, written, facts)
    return written
  })
  if (!done.ok) throw new Stopped(done.error)
}

async function inputOf({ words, option, flag, io }: Invocation): Promise<ReplayInput> {
  for (const other of ['table', 'brief'] as const) {
    if (option(other) !== undefined) throw new WrongUse(`--${other} and --replay exclude one another.`)
  }
  if (flag('bom')) throw new WrongUse('--bom is for tables.')
  const format = formatAsked('replay', option('format'))
  const texts = option('texts') ?? 'whole'
  if (!isTexts(texts)) throw new WrongUse(`--texts is whole or around, not “${texts}”.`)
  const path = resolve(words[0]!)
  const word = option('as-of')
  const asOf = word === undefined ? null : momentAsked(path, word, io).seq
  const topic = option('topic')
  return {
    path,
    workspace: basename(path, '.claimtrail'),
    asOf,
    texts,
    format,
    topicId: topic === undefined ? null : topicNamed(path, topic, asOf),
    page: await replayPage(),
  }
}

/** A topic by its question or its id, as of the replay's end. */
function topicNamed(path: string, wanted: string, asOf: number | null): string {
  const snapshot = openSnapshotAt(path, asOf)
  try {
    const topics = [...snapshot.tables.topics.all()]
    const found = topics.find(({ question }) => question === wanted) ?? topics.find(({ id }) => id === wanted)
    if (found) return found.id
    const questions = topics.map(({ question }) => `“${question}”`).join(', ')
    throw new WrongUse(
      `As of event ${snapshot.head.seq} there is no topic “${wanted}”. ${questions ? `There are: ${questions}.` : 'There is none yet.'}`,
    )
  } finally {
    snapshot.close()
  }
}

function isTexts(word: string): word is ReplayTexts {
  return word === 'whole' || word === 'around'
}
