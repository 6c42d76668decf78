import { resolve } from 'node:path'
import { type ExportTable, exportTableNames } from '../../../contract/export-tables.ts'
import { openSnapshot, openSnapshotAt, type Snapshot } from '../../engine/reading/snapshot.ts'
import type { Subject } from '../../export/subject.ts'
import { mostFindings } from '../../export/tables/compare-rows.ts'
import { type CliCommand, type Invocation, WrongUse } from '../command.ts'
import { deliver, outOption } from '../deliver.ts'
import { formatAsked, formatLines, namesOf } from '../formats.ts'
import { momentAsked, momentHelp } from '../moment.ts'
import { watching, withWorkspace } from '../workspace.ts'
import { exportReplay } from './export-replay.ts'

export const exportOut: CliCommand = {
  name: 'export',
  usage:
    'WORKSPACE (--table TABLE | --brief NAME | --replay [--topic TOPIC]) [--format FORMAT] [--as-of MOMENT] [--out FILE]',
  summary: `Exports a table as ${namesOf('table')}, a brief as ${namesOf('brief')}, or a replay as ${namesOf('replay')}, as it is now or was as of any event.`,
  help: `
Tables: ${exportTableNames.join(', ')}. Those from “spread” on compare the claims of each topic (chronology: all claims and
articles); agreement has at most ${mostFindings} findings of a kind in a topic, and says how many there are.
The same moment of a workspace gives the same bytes on every machine, also after more work was done.

${momentHelp}

A file is written whole or not at all, and FILE.manifest.json beside it: which workspace, which event with its hash,
and the file’s SHA-256. “claimtrail verify-export” compares them with the workspace later. CSV is RFC 4180 in UTF-8
with CRLF; cells that a spreadsheet would run as a formula begin with an apostrophe.
FILE is never a workspace, nor what lies beside one under its name. A pipe or a terminal gets the bytes as they come,
without a manifest; “-” is standard output.

A brief has a footnote with quote, article and offsets for every figure. As HTML it is one file that needs nothing else:
no script, charts as SVG, a style for the screen and one for paper. As PDF that page is printed by a browser of the
Chromium family, found on this machine or named in CLAIMTRAIL_CHROMIUM, without a network; it needs --out. Another
browser prints other bytes, so the manifest of a PDF also names the page’s SHA-256, and verify-export checks that page.

A replay is one HTML file that plays the work up to MOMENT in any browser, offline, and checks its own chain of hashes.
With --topic it holds only what belongs to that topic, and says what was left out.

Formats:
${formatLines('table')}
${formatLines('brief')}
${formatLines('replay')}`,
  options: {
    table: { type: 'string', value: 'TABLE', help: exportTableNames.join(', ') },
    brief: { type: 'string', value: 'NAME', help: 'name or id of a saved brief' },
    'as-of': { type: 'string', value: 'MOMENT', help: 'the moment to export (default: now)' },
    replay: { type: 'boolean', help: 'one HTML file that plays the history in any browser' },
    topic: { type: 'string', value: 'TOPIC', help: 'question or id: only its history, not the whole' },
    texts: {
      type: 'string',
      value: 'TEXTS',
      help: 'in a replay: whole articles (the default), or the paragraphs around spans: whole, around',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'one of those above',
    },
    bom: { type: 'boolean', help: 'begins the CSV with a byte order mark, for Excel' },
    out: outOption,
  },
  words: { least: 1, most: 1 },
  async run(invocation) {
    const { words, option, io } = invocation
    const path = resolve(words[0]!)
    if (invocation.flag('replay')) {
      await withWorkspace(words[0]!, io, () => exportReplay(invocation))
      return 0
    }
    for (const only of ['topic', 'texts']) {
      if (option(only) !== undefined) throw new WrongUse(`--${only} is for --replay.`)
    }
    const subjectIn = chosen(invocation)
    // Opening brings a workspace of an older version up to date and refuses what is none.
    await withWorkspace(words[0]!, io, async () => {
      const word = option('as-of')
      const moment = word === undefined ? null : momentAsked(path, word, io)
      const snapshot = openSnapshotAt(path, moment?.seq ?? null, watching(io, 'Reading the log'))
      try {
        const subject = subjectIn(snapshot, path)
        await deliver(snapshot, subject, path, invocation)
      } finally {
        snapshot.close()
      }
    })
    return 0
  },
}

/** What to export, checked as far as it can be before any file is touched. */
function chosen({ option, flag }: Invocation): (snapshot: Snapshot, path: string) => Subject {
  const [table, brief, format] = [option('table'), option('brief'), option('format')]
  if ((table === undefined) === (brief === undefined))
    throw new WrongUse('Give one of --table, --brief and --replay.')
  if (brief !== undefined) {
    if (flag('bom')) throw new WrongUse('--bom is for tables.')
    const as = formatAsked('brief', format)
    return (snapshot, path) => ({ kind: 'brief', id: briefNamed(snapshot, brief, path), format: as })
  }
  const as = formatAsked('table', format)
  if (!isTable(table!)) {
    throw new WrongUse(`There is no table “${table}” to export: ${exportTableNames.join(', ')}.`)
  }
  return () => ({ kind: 'table', table, format: as, bom: flag('bom') })
}

function isTable(name: string): name is ExportTable {
  return (exportTableNames as readonly string[]).includes(name)
}

/** The id of a brief by its name as of then, its id, or the name that it has now. */
function briefNamed({ tables, head }: Snapshot, nameOrId: string, path: string): string {
  const briefs = [...tables.briefs.all()]
  const found = briefs.find(({ name }) => name === nameOrId) ?? briefs.find(({ id }) => id === nameOrId)
  if (found) return found.id
  const later = nameNow(path, nameOrId)
  if (later && tables.briefs.get(later)) return later
  const names = briefs.map(({ name }) => `“${name}”`).join(', ')
  throw new WrongUse(
    `As of event ${head.seq} there is no brief “${nameOrId}”. ${names ? `There are: ${names}.` : 'There is none yet.'}`,
  )
}

function nameNow(path: string, wanted: string): string | undefined {
  const now = openSnapshot(path)
  try {
    return [...now.tables.briefs.all()].find(({ name }) => name === wanted)?.id
  } finally {
    now.close()
  }
}
