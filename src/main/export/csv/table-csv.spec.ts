import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportTable } from '../../../contract/export-tables.ts'
import { briefWorkspace } from '../../../domain/brief/brief.fixture.ts'
import { exportTables } from '../tables/table-rows.ts'
import { guardedCell } from './formula-guard.ts'
import { tableCsv } from './table-csv.ts'

const formulas = [
  '=1+1',
  '+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
]

describe('a table as CSV', () => {
  it('given any words, reads back through an independent parser as they were', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (words, note) => {
          fc.pre(words.isWellFormed())
          const [row] = read(csv('annotations', workspaceWith(words, note)))
          expect(unguarded(row!.quote!)).toBe(words)
          expect(unguarded(row!.note!)).toBe(note)
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([...formulas, 'a "quoted", word', 'one\ntwo', 'one\r\ntwo', '', "it's", '=', '-'])(
    'given %j as a quote and as a statement, a spreadsheet runs nothing and nothing is lost',
    (words) => {
      const text = csv('claims', workspaceWith(words || 'x', ''))
      const [row] = read(text)
      expect(row!.quote).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/)
      expect(unguarded(row!.quote!)).toBe(words || 'x')
      expect(unguarded(row!.statement!)).toBe(words || 'x')
    },
  )

  it.each(formulas)('quotes the guarded cell of %j always', (words) => {
    expect(csv('annotations', workspaceWith(words, ''))).toContain(`"'${words}"`)
  })

  it.each(['-5', '+5', '-5.25', '8000'])('leaves the plain number %s bare', (words) => {
    expect(guardedCell(words)).toBe(words)
    expect(guardedCell(-5)).toBe(-5)
  })

  it('ends every record with CRLF and no other, and begins with a BOM on request only', () => {
    const plain = csv('claims', workspaceWith('words', ''))
    expect(plain.split('\r\n')).toHaveLength(3)
    expect(plain.endsWith('\r\n')).toBe(true)
    expect(plain.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(plain.startsWith('claim_id,statement')).toBe(true)
    expect([...tableCsv('claims', workspaceWith('words', ''), { bom: true })].join('')).toBe(`\ufeff${plain}`)
  })

  it('quotes a cell with a line feed alone', () => {
    expect(csv('annotations', workspaceWith('words', 'one\ntwo'))).toContain('"one\ntwo"')
  })

  it('gives a claim its names, grades in words, figure and first evidence with offsets', () => {
    const workspace = workspaceWith('about 8,000 👩‍🚀 soldiers', '')
    workspace.tables.claims.update('c1', (claim) => {
      Object.assign(claim, { qualifier: 'about', low: 8000, high: 8000, unit: 'soldiers', credibility: 2 })
      claim.evidence = ['n1', 'gone']
    })
    const [row] = read(csv('claims', workspace))
    expect(row).toMatchObject({
      speaker: 'The ministry',
      speaker_reliability: 'B, usually reliable',
      low: '8000',
      quantity: 'about 8,000 soldiers',
      credibility: '2, probably true',
      evidence_count: '2',
      evidence_lost: '1',
      evidence_ids: 'n1; gone',
      article: 'Title of a1',
    })
    const text = workspace.textOf('a1')
    expect(text.slice(Number(row!.start_utf16), Number(row!.end_utf16))).toBe(row!.quote)
    expect([...text].slice(Number(row!.start_code_point), Number(row!.end_code_point)).join('')).toBe(
      row!.quote,
    )
  })

  it('gives each piece of evidence a row, also one that is lost', () => {
    const workspace = workspaceWith('words', '')
    workspace.tables.claims.update('c1', (claim) => {
      claim.evidence = ['n1', 'gone']
    })
    const rows = read(csv('evidence', workspace))
    expect(
      rows.map((row) => [row.claim_id, row.place_in_claim, row.annotation_id, row.lost, row.quote]),
    ).toEqual([
      ['c1', '1', 'n1', 'no', 'words'],
      ['c1', '2', 'gone', 'yes', ''],
    ])
  })

  it.each(Object.keys(exportTables) as ExportTable[])('gives an empty table of %s its header', (table) => {
    expect(csv(table, briefWorkspace())).toBe(`${exportTables[table].columns.join(',')}\r\n`)
  })

  it('gives every row of each table as many cells as the header has', () => {
    const workspace = workspaceWith('words', '')
    for (const table of Object.keys(exportTables) as ExportTable[]) {
      const { columns, rows } = exportTables[table]
      for (const cells of rows(workspace, () => {})) expect(cells).toHaveLength(columns.length)
    }
  })
})

function workspaceWith(words: string, note: string) {
  const workspace = briefWorkspace()
  workspace.article('a1', `🇺🇳 Before. ${words} After.`)
  const start = '🇺🇳 Before. '.length
  workspace.tables.annotations.insert({
    id: 'n1',
    articleId: 'a1',
    start,
    end: start + words.length,
    quote: words,
    prefix: '',
    suffix: '',
    tagIds: [],
    note,
    enteredAt: '2024-11-25T08:00:00.000Z',
    enteredBy: 'analyst',
  })
  workspace.source('s1', 'The ministry', { reliability: 'B' })
  workspace.claim('c1', { statement: words, sourceId: 's1', evidence: ['n1'] })
  return workspace
}

function csv(table: ExportTable, workspace: ReturnType<typeof briefWorkspace>): string {
  return [...tableCsv(table, workspace)].join('')
}

function read(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n' })
}

/** The rule that formula-guard.ts promises. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell
}
