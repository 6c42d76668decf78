import { resolve } from 'node:path'
import { composeBrief } from '../../../domain/brief/compose.ts'
import { openSnapshot, type Snapshot } from '../../engine/snapshot.ts'
import { briefMarkdown } from '../../export/brief-markdown.ts'
import { tableCsv } from '../../export/table-csv.ts'
import { type ExportTable, exportTables } from '../../export/table-rows.ts'
import { writeFileWhole } from '../../export/write-file.ts'
import { type CliCommand, type Invocation, type Io, Stopped, WrongUse } from '../command.ts'
import { withWorkspace } from '../workspace.ts'

export const exportOut: CliCommand = {
  name: 'export',
  usage: 'WORKSPACE (--table TABLE | --brief NAME) [-o FILE]',
  summary: 'Exports a table as CSV or a brief as Markdown.',
  help: `
Tables: ${Object.keys(exportTables).join(', ')}. The same workspace gives the same bytes. A file is written
whole or not at all. CSV is RFC 4180 in UTF-8 with CRLF; cells that a spreadsheet would run as a formula begin
with an apostrophe. The Markdown has a footnote with quote, article and offsets for every figure.`,
  options: {
    table: { type: 'string', value: 'TABLE', help: Object.keys(exportTables).join(', ') },
    brief: { type: 'string', value: 'NAME', help: 'name or id of a saved brief' },
    format: { type: 'string', value: 'FORMAT', help: 'csv for a table, md for a brief (the only ones yet)' },
    bom: { type: 'boolean', help: 'begins the CSV with a byte order mark, for Excel' },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'writes to FILE instead of standard output' },
  },
  words: { least: 1, most: 1 },
  async run(invocation) {
    const { words, option, io } = invocation
    const piecesOf = chosen(invocation)
    // Opening brings a workspace of an older version up to date and refuses what is none.
    await withWorkspace(words[0]!, io, async () => {
      const snapshot = openSnapshot(resolve(words[0]!))
      try {
        await write(snapshot, piecesOf(snapshot), option('output'), io)
      } finally {
        snapshot.close()
      }
    })
    return 0
  },
}

async function write(
  { head }: Snapshot,
  pieces: Iterable<string>,
  output: string | undefined,
  io: Io,
): Promise<void> {
  if (output === undefined) {
    for (const piece of pieces) {
      if (io.isStopped()) return
      await io.print(piece)
    }
    return
  }
  const written = await writeFileWhole(resolve(output), pieces, () => io.isStopped())
  if (!written.ok) throw new Stopped(written.error)
  io.tell(`Wrote ${output} (${written.value.bytes} bytes) as of event ${head.seq}, hash ${head.hash}.`)
}

/** What to export, checked before any file is touched. */
function chosen({ option, flag, io }: Invocation): (snapshot: Snapshot) => Iterable<string> {
  const [table, brief, format] = [option('table'), option('brief'), option('format')]
  if ((table === undefined) === (brief === undefined)) throw new WrongUse('Give either --table or --brief.')
  const fitting = table === undefined ? 'md' : 'csv'
  if (format !== undefined && format !== fitting) {
    throw new WrongUse(
      `A ${table === undefined ? 'brief' : 'table'} is exported as ${fitting}, not “${format}”.`,
    )
  }
  if (brief !== undefined) {
    if (flag('bom')) throw new WrongUse('--bom is for tables.')
    return (snapshot) => [markdownOf(snapshot, brief)]
  }
  if (!isTable(table!)) {
    throw new WrongUse(`There is no table “${table}” to export: ${Object.keys(exportTables).join(', ')}.`)
  }
  return (snapshot) => {
    const total = exportTables[table].count(snapshot.tables)
    const onRows = (rows: number) => io.progress(`Exporting: ${rows} of ${total}`)
    return tableCsv(table, snapshot, { bom: flag('bom'), onRows })
  }
}

function isTable(name: string): name is ExportTable {
  return Object.hasOwn(exportTables, name)
}

function markdownOf({ tables, head, textOf }: Snapshot, nameOrId: string): string {
  const briefs = [...tables.briefs.all()]
  const brief = briefs.find(({ name }) => name === nameOrId) ?? briefs.find(({ id }) => id === nameOrId)
  if (brief) return briefMarkdown(composeBrief(brief, tables, head, textOf))
  const names = briefs.map(({ name }) => `“${name}”`).join(', ')
  throw new WrongUse(
    `There is no brief “${nameOrId}”. ${names ? `There are: ${names}.` : 'There is none yet.'}`,
  )
}
