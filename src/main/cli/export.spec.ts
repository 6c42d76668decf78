import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type ExportFormat,
  type ExportKind,
  exportFormats,
  formatsOf,
  isPrinted,
} from '../../contract/export-formats.ts'
import { exportWriters } from '../export/formats.ts'
import { line, session, terminal, text, time } from './cli.fixture.ts'

let at: ReturnType<typeof terminal>
let workspace: string
beforeEach(async () => {
  at = terminal()
  workspace = at.path('work.claimtrail')
  await at.run(['new', workspace])
  await at.run(['apply', workspace], session)
})
afterEach(() => at.remove())

describe('every format of the list', () => {
  const ways: { kind: ExportKind; format: ExportFormat; command: string; what: string[] }[] = [
    ...formatsOf('brief').map((format) => way('brief', format, 'export', '--brief', 'Daily')),
    ...formatsOf('table').map((format) => way('table', format, 'export', '--table', 'claims')),
    ...formatsOf('changes').map((format) => way('changes', format, 'changes', '--from', '2')),
  ]
  const replays = formatsOf('replay').map((format) => way('replay', format, 'export', '--replay'))

  it.each(ways.filter(({ format }) => !isPrinted(format)))(
    'given $kind as $format, is the same on standard output and in a file, which the check finds the same',
    async ({ command, format, what }) => {
      const file = at.path(`out${exportFormats[format].ending}`)
      const line = [command, workspace, ...what, '--format', format]
      const printed = await at.run(line)
      expect(printed.exit).toBe(0)
      expect((await at.run([...line, '--out', file])).exit).toBe(0)
      expect(readFileSync(file).equals(printed.bytes)).toBe(true)
      expect((await at.run(['verify-export', file, workspace])).exit).toBe(0)
    },
  )

  it.each(ways.filter(({ format }) => isPrinted(format)))(
    'given $kind as $format, goes to no standard output, by no name of it',
    async ({ command, format, what }) => {
      for (const out of [[], ['--out', '-'], ['--out', '/dev/stdout']]) {
        const line = [command, workspace, ...what, '--format', format, ...out]
        const { exit, out: printed, told } = await at.run(line)
        expect([exit, printed]).toEqual([2, ''])
        expect(told).toContain(`A ${exportFormats[format].name} needs a file`)
      }
    },
  )

  it.each([...ways, ...replays])(
    'given $kind as $format, the help lists it, and so does the refusal of another',
    async ({ kind, format, command, what }) => {
      const { out } = await at.run([command, '--help'])
      expect(out).toMatch(new RegExp(`^ +${kind} +${format} `, 'm'))
      const { exit, told } = await at.run([command, workspace, ...what, '--format', 'doc'])
      expect(exit).toBe(2)
      expect(told).toMatch(new RegExp(`exported as .*\\b${format}\\b.*, not “doc”`))
    },
  )

  it('given bytes that are no text, prints them as they are', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256)
    const writer = vi.spyOn(exportWriters.brief, 'md').mockReturnValue([bytes, 'and words'])
    const printed = await at.run(['export', workspace, '--brief', 'Daily'])
    writer.mockRestore()
    expect(printed.bytes.equals(Buffer.concat([bytes, Buffer.from('and words')]))).toBe(true)
  })
})

describe('exporting', () => {
  it('prints CSV that another parser reads, and the quote equals the text at its offsets', async () => {
    const { out } = await at.run(['export', workspace, '--table', 'claims', '--format', 'csv'])
    const [row] = parse(out, { columns: true }) as Record<string, string>[]
    expect(row!.quote).toBe('up to 8,000 soldiers')
    expect(text.slice(Number(row!.start_utf16), Number(row!.end_utf16))).toBe(row!.quote)
  })

  it('writes a file whole, with a BOM on request, and says as of which event', async () => {
    const file = at.path('claims.csv')
    const { exit, out, told } = await at.run(['export', workspace, '--table', 'claims', '--bom', '-o', file])
    expect([exit, out]).toEqual([0, ''])
    expect(told).toContain('as of event 5')
    expect(readFileSync(file, 'utf8').startsWith('\ufeffclaim_id,')).toBe(true)
  })

  it('as of an event gives what it gave then, by number, name and time, with the same manifest', async () => {
    const [then, later] = [at.path('then.csv'), at.path('later.csv')]
    await at.run(['export', workspace, '--table', 'claims', '--out', then])
    const naming = { id: 'm1', name: 'as briefed', seq: 5 }
    const grading = { ids: ['k1'], set: { credibility: 2 } }
    const more = line('c5', 'moment.name', naming) + line('c6', 'claim.change', grading)
    const { told } = await at.run(['apply', workspace], more.replaceAll(time, '2024-11-26T08:00:00.000Z'))
    expect(told).toContain('2 done, 0 rejected')
    for (const moment of ['5', 'As briefed', '2024-11-25']) {
      await at.run(['export', workspace, '--table', 'claims', '--as-of', moment, '--out', later])
      expect(readFileSync(later, 'utf8')).toBe(readFileSync(then, 'utf8'))
      const { files, ...manifest } = JSON.parse(readFileSync(`${later}.manifest.json`, 'utf8'))
      const { files: before, ...first } = JSON.parse(readFileSync(`${then}.manifest.json`, 'utf8'))
      expect(manifest).toEqual(first)
      expect(files[0].sha256).toBe(before[0].sha256)
    }
    const now = await at.run(['export', workspace, '--table', 'claims'])
    expect(now.out).not.toBe(readFileSync(then, 'utf8'))
  })

  it('verify-export exits 0 for the same bytes, also without the workspace named, and 1 with both sides', async () => {
    const file = at.path('brief.md')
    await at.run(['export', workspace, '--brief', 'Daily', '--out', file])
    await at.run(['apply', workspace], line('c5', 'claim.change', { ids: ['k1'], set: { high: 9000 } }))
    for (const where of [[workspace], []]) {
      const { exit, out, told } = await at.run(['verify-export', file, ...where])
      expect([exit, out]).toEqual([0, ''])
      expect(told).toContain('is, byte for byte, what “work” gives for “Daily” as of event 5')
    }
    writeFileSync(file, readFileSync(file, 'utf8').replace('8,000', '9,000'))
    const { exit, lines } = await at.run(['verify-export', file, workspace])
    expect(exit).toBe(1)
    expect(lines.map((told) => told.match(/\[(\w+)\]$/)?.[1])).toEqual([
      'file_altered',
      'bytes_differ',
      undefined,
      undefined,
    ])
    expect(lines[2]).toMatch(/^ {2}file: .*9,000/)
    expect(lines[3]).toMatch(/^ {2}workspace: .*8,000/)
    const report = JSON.parse((await at.run(['verify-export', file, workspace, '--json'])).out)
    expect(report).toMatchObject({ same: false, difference: { kind: 'changed' } })
  })

  it('prints a brief by its name', async () => {
    const { out } = await at.run(['export', workspace, '--brief', 'Daily', '--format', 'md'])
    expect(out).toContain('**up to 8,000 soldiers** — Up to 8,000 soldiers are there.[^1]')
  })
})

function way(kind: ExportKind, format: ExportFormat, command: string, ...what: string[]) {
  return { kind, format, command, what }
}
