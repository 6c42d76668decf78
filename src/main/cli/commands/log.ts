import { resolve } from 'node:path'
import type { HistoryEntry, SentencePart } from '../../../contract/rows.ts'
import type { LogRow } from '../../engine/log/log.ts'
import { headIn, readLog } from '../../engine/reading/read-log.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import { type CliCommand, type Io, WrongUse } from '../command.ts'
import { type Engine, watching, withWorkspace } from '../workspace.ts'

export const log: CliCommand = {
  name: 'log',
  usage: 'WORKSPACE [--from N] [--to N] [--json]',
  summary: 'Tells the log, event by event, oldest first.',
  help: `
Prints one event per line: its number, time (UTC), author and what happened, separated by tabs. With --json each
line is the event as it is stored, with its payload and hashes. The head is told on standard error as SEQ:HASH: keep
it, and “claimtrail verify --head SEQ:HASH” tells later whether the log still contains it.`,
  options: {
    from: { type: 'string', value: 'N', help: 'first event to tell (default 1)' },
    to: { type: 'string', value: 'N', help: 'last event to tell (default: the head)' },
    json: { type: 'boolean', help: 'prints each event as a line of JSON' },
  },
  words: { least: 1, most: 1 },
  async run({ words, option, flag, io }) {
    const path = resolve(words[0]!)
    const from = eventNumber('from', option('from')) ?? 1
    const to = eventNumber('to', option('to')) ?? Number.MAX_SAFE_INTEGER
    if (from > to) throw new WrongUse(`--from ${from} lies after --to ${to}.`)
    if (flag('json')) {
      for (const row of readLog(path, from, to)) await io.print(`${storedLine(row)}\n`)
    } else {
      await withWorkspace(path, io, (engine) => tell(engine, from, to, io))
    }
    io.tell(`Head ${headIn(path)}.`)
    return 0
  },
}

function eventNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new WrongUse(`--${name} takes an event’s number, not “${text}”.`)
  return Number(text)
}

const page = 500

async function tell(engine: Engine, from: number, to: number, io: Io): Promise<void> {
  for (let first = from; first <= to && !io.isStopped(); first += page) {
    const before = Math.min(first + page, to + 1)
    const input = { before, limit: before - first, tables: [] }
    const { entries, total } = (await engine.query(
      { name: 'history.page', input, analyst: null },
      watching(io, 'Reading'),
    )) as { entries: HistoryEntry[]; total: number }
    for (const entry of entries.reverse()) if (entry.seq >= first) await io.print(`${toldLine(entry)}\n`)
    if (before > total) return
  }
}

function toldLine({ seq, at, byName, sentence }: HistoryEntry): string {
  return [String(seq), at, byName, sentence.map(told).join('')].map(oneLine).join('\t')
}

function told({ kind, text }: SentencePart): string {
  return kind === 'quote' ? `“${text}”` : text
}

function storedLine(row: LogRow): string {
  return JSON.stringify({
    seq: row.seq,
    eventId: row.event_id,
    stream: row.stream,
    type: row.type,
    version: row.version,
    at: row.at,
    author: row.author,
    commandId: row.command_id,
    commandHash: row.command_hash?.toString('hex') ?? null,
    payload: JSON.parse(row.payload),
    previousHash: row.prev_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  })
}
