import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { terminal } from './cli.fixture.ts'

const seeds = fileURLToPath(new URL('../../../seeds/', import.meta.url))
const at = terminal()
const workspace = at.path('sample.claimtrail')
beforeAll(async () => {
  await at.run(['new', workspace])
  const { exit, told } = await at.run(
    ['apply', workspace, '--texts', seeds],
    readFileSync(`${seeds}session.ndjson`, 'utf8'),
  )
  if (exit !== 0) throw new Error(`the sample does not apply: ${told}`)
})
afterAll(() => at.remove())

describe('changes', () => {
  it('tells the sample’s last changes as Markdown or CSV, by numbers and by times', async () => {
    const md = await at.run(['changes', workspace, '--from', '490'])
    expect(md.exit).toBe(0)
    expect(md.out).toContain('# What changed since event 490')
    expect(md.out).toContain('status: ~~open~~ → **corroborated**')
    const byTime = await at.run(['changes', workspace, '--from', '490', '--to', '2024-11-25T17:31Z'])
    expect(byTime.out).toBe(md.out)
    const csv = await at.run(['changes', workspace, '--from', '490', '--format', 'csv'])
    const rows = parse(csv.out, { columns: true }) as Record<string, string>[]
    expect(rows[0]).toMatchObject({ table: 'claims', field: 'status', before: 'open', event: '493' })
  })

  it('with --out, writes the same bytes and a manifest by which they can be checked', async () => {
    const file = at.path('changes.md')
    const { exit, told } = await at.run(['changes', workspace, '--from', '250', '--to', '400', '--out', file])
    expect(exit).toBe(0)
    expect(told).toContain('as of event 400')
    const { out } = await at.run(['changes', workspace, '--from', '250', '--to', '400'])
    expect(readFileSync(file, 'utf8')).toBe(out)
    expect(existsSync(`${file}.manifest.json`)).toBe(true)
    expect((await at.run(['verify-export', file, workspace])).exit).toBe(0)
  })

  it.each([
    [[], 'Say from which moment'],
    [['--from', 'Friday'], '“Friday” is no moment of this workspace'],
    [['--from', '400', '--to', '250'], 'swap the two'],
    [['--from', '1', '--format', 'pdf'], 'md or csv'],
  ])('given %j, is refused with the reason', async (options, reason) => {
    const { exit, told, out } = await at.run(['changes', workspace, ...options])
    expect(exit).toBeGreaterThan(0)
    expect(told).toContain(reason)
    expect(out).toBe('')
  })
})
