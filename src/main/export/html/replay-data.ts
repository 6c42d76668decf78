import type {
  ReplayAbout,
  ReplayEstimate,
  ReplayEvent,
  ReplayText,
  ReplayTexts,
} from '../../../contract/replay.ts'
import { applyEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { around } from '../../../domain/replay/around.ts'
import { type Chosen, Lives } from '../../../domain/replay/choose.ts'
import { parseStream, type Tables } from '../../../domain/rows.ts'
import { type LogRow, toStored } from '../../engine/log/log.ts'
import type { ReplayLog } from '../../engine/reading/replay-log.ts'

export interface ReplayOptions {
  /** Null: the whole workspace. */
  topicId: string | null
  texts: ReplayTexts
  /** Name of the workspace, for the page. */
  workspace: string
}

/** What goes into a replay, found by one pass over the log; the events themselves are read again when it is written. */
export interface ReplayPlan {
  about: ReplayAbout
  chosen: Chosen
  inside: Omit<ReplayEstimate, 'bytes'>
}

/** Events in one block: few enough that a page parses a block without halting. */
export const blockSize = 10_000

/** Told of the events passed; answers false when the work is to stop. */
export type OnEvents = (events: number) => boolean

/** Null: it was stopped. Undefined: there is no such topic up to that event. */
export function planReplay(
  log: ReplayLog,
  { topicId, texts, workspace }: ReplayOptions,
  onEvents: OnEvents,
): ReplayPlan | null | undefined {
  const tables = memoryTables()
  const lives = new Lives()
  for (const row of log.rows()) {
    if (row.seq % 1000 === 0 && !onEvents(row.seq)) return null
    applyEvent(tables, toStored(row))
    const { table, id } = parseStream(row.stream)
    lives.see(row.stream, table, id, row.author, tables[table].get(id))
  }
  const question = topicId === null ? null : questionOf(tables, topicId)
  if (question === undefined) return undefined
  const chosen = topicId === null ? lives.everything() : lives.ofTopic(topicId)
  const lists = listsOf(log, chosen, topicId === null)
  const count = (table: 'articles' | 'annotations' | 'claims') => {
    const inside = [...chosen.streams].filter((stream) => stream.startsWith(`${table}/`)).length
    return { kind: table, inside, outside: lives.count(table) - inside }
  }
  const counts = [count('articles'), count('annotations'), count('claims')]
  const { events, ...shared } = lists
  return {
    about: {
      workspace,
      head: log.head,
      topic: topicId === null || question === null ? null : { id: topicId, question },
      texts,
      events,
      counts,
      ...shared,
      blocks: Math.ceil(events / blockSize),
    },
    chosen,
    inside: { events, ofEvents: log.head.seq, articles: counts[0]!.inside, claims: counts[2]!.inside },
  }
}

/** The JSON of each block, in pieces: `about`, `texts`, then the events. */
export function* replayBlocks(
  log: ReplayLog,
  { about, chosen }: ReplayPlan,
  onEvents: OnEvents,
): Generator<{ id: string; json: Iterable<string> }> {
  yield { id: 'about', json: [JSON.stringify(about)] }
  yield { id: 'texts', json: listed(textsOf(log, chosen, about.texts)) }
  const events = eventsOf(log, about, chosen, onEvents)
  for (let block = 0; block < about.blocks; block += 1) {
    yield { id: `events-${block}`, json: listed(take(events, blockSize)) }
  }
}

/** The topic's question as it stands at the end; undefined when there is no such topic. */
function questionOf(tables: Tables, topicId: string): string | undefined {
  return tables.topics.get(topicId)?.question
}

/** What the events share, and the names of undone commands that lie inside as a whole. */
function listsOf(log: ReplayLog, { streams }: Chosen, everything: boolean) {
  const authors = new Set<string>()
  const types = new Set<string>()
  const commands = new Set<string>()
  const labels: Record<string, string> = {}
  let events = 0
  for (const row of log.rows()) {
    if (!streams.has(row.stream)) continue
    events += 1
    authors.add(row.author)
    types.add(row.type)
    commands.add(row.command_id)
    if (row.type !== 'row.reverted') continue
    const { of } = JSON.parse(row.payload) as { of: string }
    const command = Object.hasOwn(labels, of) ? undefined : log.command(of)
    if (!command) continue
    // A label may name what the rest of the command did: it is told only where all of that is told.
    const whole =
      everything || log.streams(command.first, command.last).every((stream) => streams.has(stream))
    if (whole) labels[of] = command.label
  }
  return { events, authors: [...authors], types: [...types], commands: [...commands], labels }
}

function* eventsOf(
  log: ReplayLog,
  about: ReplayAbout,
  { streams }: Chosen,
  onEvents: OnEvents,
): Generator<ReplayEvent> {
  const places = (list: readonly string[]) => new Map(list.map((value, place) => [value, place]))
  const authors = places(about.authors)
  const types = places(about.types)
  const commands = places(about.commands)
  let previous: LogRow | undefined
  for (const row of log.rows()) {
    if (row.seq % 1000 === 0 && !onEvents(row.seq)) return
    if (!streams.has(row.stream)) continue
    const follows = previous?.seq === row.seq - 1 && previous.hash.equals(row.prev_hash)
    yield [
      row.seq,
      row.event_id,
      row.stream,
      types.get(row.type)!,
      row.version,
      row.at,
      authors.get(row.author)!,
      commands.get(row.command_id)!,
      row.command_hash?.toString('hex') ?? null,
      row.payload,
      follows ? null : row.prev_hash.toString('hex'),
      row.hash.toString('hex'),
    ]
    previous = row
  }
}

function* textsOf(log: ReplayLog, { texts }: Chosen, how: ReplayTexts): Generator<ReplayText> {
  for (const [hash, stretches] of texts) {
    const text = log.text(hash)
    const pieces = how === 'whole' ? [{ start: 0, text }] : around(text, stretches)
    yield { hash, length: text.length, pieces }
  }
}

function* take<T>(from: Generator<T>, most: number): Generator<T> {
  for (let taken = 0; taken < most; taken += 1) {
    const next = from.next()
    if (next.done) return
    yield next.value
  }
}

/** A list as JSON, one entry a line. */
function* listed(entries: Iterable<unknown>): Generator<string> {
  let pending = '['
  let first = true
  for (const entry of entries) {
    pending += `${first ? '' : ',\n'}${JSON.stringify(entry)}`
    first = false
    if (pending.length < 65_536) continue
    yield pending
    pending = ''
  }
  yield `${pending}]`
}
