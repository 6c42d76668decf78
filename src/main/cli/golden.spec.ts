import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparisonKinds } from '../../domain/brief/row.ts'
import { readSessionLine } from '../workspaces/session.ts'
import { terminal } from './cli.fixture.ts'

/**
 * The sample's exports, byte for byte. After a wanted change: `UPDATE_GOLDEN=1 npx vitest run src/main/cli/golden`,
 * then read the difference before committing it.
 */
const seeds = fileURLToPath(new URL('../../../seeds/', import.meta.url))
const at = terminal()
const workspace = at.path('sample.claimtrail')
beforeAll(async () => {
  await at.run(['new', workspace])
  const session = readFileSync(`${seeds}session.ndjson`, 'utf8')
  const { exit, told } = await at.run(['apply', workspace, '--texts', seeds], session + comparing(session))
  if (exit !== 0) throw new Error(`the sample does not apply: ${told}`)
})
afterAll(() => at.remove())

describe('the sample’s exports', () => {
  it.each([
    ['troop-figures.golden.md', ['--brief', 'Troop figures']],
    ['missiles.golden.md', ['--brief', 'Missiles']],
    ['claims.golden.csv', ['--table', 'claims']],
    ['annotations.golden.csv', ['--table', 'annotations']],
    ['evidence.golden.csv', ['--table', 'evidence']],
    ['spread.golden.csv', ['--table', 'spread']],
    ['matrix.golden.csv', ['--table', 'matrix']],
    ['agreement.golden.csv', ['--table', 'agreement']],
    ['independence.golden.csv', ['--table', 'independence']],
    ['chronology.golden.csv', ['--table', 'chronology']],
    ['hypotheses.golden.csv', ['--table', 'hypotheses']],
    ['compared.golden.md', ['--brief', 'Compared']],
  ])('%s is as it was', async (name, what) => {
    const { out } = await at.run(['export', workspace, ...what])
    expect(out).toBe(golden(name, out))
  })

  it.each([
    ['missiles.golden.html', 'Missiles'],
    ['compared.golden.html', 'Compared'],
  ])('%s is as it was', async (name, brief) => {
    const { out } = await at.run(['export', workspace, '--brief', brief, '--format', 'html'])
    const page = withoutStyle(out)
    expect(page).toBe(golden(name, page))
  })

  it('quote the texts exactly at their offsets', async () => {
    const texts = articleTexts()
    for (const table of ['annotations', 'evidence', 'claims']) {
      const { out } = await at.run(['export', workspace, '--table', table])
      const rows = (parse(out, { columns: true }) as Record<string, string>[]).filter((row) => row.article_id)
      expect(rows.length).toBeGreaterThan(20)
      for (const row of rows) {
        const text = texts.get(row.text_sha256!)!
        const quote = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(row.quote!)
          ? row.quote!.slice(1)
          : row.quote!
        expect(text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(quote)
        const points = [...text].slice(Number(row.start_code_point), Number(row.end_code_point))
        expect(points.join('')).toBe(quote)
      }
    }
  })

  it('leave the sample sound', async () => {
    expect((await at.run(['verify', workspace])).told).toContain('nothing is wrong')
  })
})

/** A page without its looks and charts, which have specs of their own: the charts’ facts stand in its tables. */
function withoutStyle(page: string): string {
  return page
    .replace(/<style>.*<\/style>/s, '<style></style>')
    .replace(/'sha256-[^']+'/, "'sha256-'")
    .replace(/(<svg[^>]*>).*?<\/svg>/gs, '$1</svg>')
}

/** The sample's own briefs compare nothing: one that compares its largest topic in every way. */
function comparing(session: string): string {
  const topicId = /"topic\.open".*?"id":"([^"]+)"/.exec(session)![1]!
  const by = /"by":"([^"]+)"/.exec(session)![1]!
  const sections = comparisonKinds.map((comparison) => ({
    kind: 'comparison',
    comparison,
    topicId,
    body: '',
  }))
  const args = { id: '01936500-0000-7000-8000-000000000001', name: 'Compared', sections }
  const at = '2024-11-26T08:00:00.000Z'
  return `${JSON.stringify({ commandId: 'compared', type: 'brief.save', args, at, by })}\n`
}

/** Texts by their hash, from the recorded commands themselves: not from what the program stored. */
function articleTexts(): Map<string, string> {
  const texts = new Map<string, string>()
  for (const recorded of readFileSync(`${seeds}session.ndjson`, 'utf8').split('\n')) {
    if (!recorded.includes('"article.import"')) continue
    const line = readSessionLine(recorded, seeds)
    if (!line.ok) throw new Error(line.error.message)
    for (const { text } of (line.value.args as { articles: { text: string }[] }).articles) {
      texts.set(createHash('sha256').update(text, 'utf8').digest('hex'), text)
    }
  }
  return texts
}

function golden(name: string, now: string): string {
  const file = fileURLToPath(new URL(`./golden/${name}`, import.meta.url))
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, now)
  }
  return readFileSync(file, 'utf8')
}
