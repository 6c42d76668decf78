import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { prepareForPreview } from '../ingest/preview.ts'
import { fresh } from '../targets/targets.fixture.ts'
import { openAsOf } from './as-of/as-of.ts'
import { makeBranch } from './branch/make-branch.ts'
import { answer } from './problems.ts'
import { type Asking, askingBench } from './queries/queries.fixture.ts'
import { openFolded, openSnapshot } from './reading/snapshot.ts'
import { rebuild } from './tables/rebuild.ts'
import { verify } from './verify/verify.ts'
import { unwatched } from './watch.ts'
import { openBench, reopen, temporaryFolder } from './workspace.fixture.ts'

const truth = 'Up to 8,000 soldiers are there.'
const lie = 'Up to 9,000 soldiers are there.'
const other = 'Another report speaks of 300 drones.'
const broken = { code: 'damaged', message: expect.stringContaining('“One” was altered') }
const gone = { code: 'damaged', message: expect.stringContaining('“One” is missing') }

/** Articles “One” and “Two”; the text of the first says something else now, behind dropped triggers. */
function altered(sql = `UPDATE texts SET text = '${lie}' WHERE text = '${truth}'`): Asking {
  const bench = openBench()
  bench.must('article.import', {
    articles: [
      { id: 'a1', title: 'One', text: truth },
      { id: 'a2', title: 'Two', text: other },
    ],
  })
  bench.must('claim.make', {
    id: 'c1',
    statement: 'x',
    spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 11 }],
  })
  bench.close()
  const db = new Database(bench.path)
  const triggers = db.prepare(
    "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'texts' AND type = 'trigger'",
  )
  const kept = triggers.all() as { name: string; sql: string }[]
  for (const { name } of kept) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of kept) db.exec(trigger.sql)
  db.close()
  return askingBench(reopen(bench.path))
}

const hashOf = (bench: Asking, id: string) => bench.writer.tables.articles.get(id)!.textHash

test.each([
  ['altered', undefined, broken],
  ['lost', `DELETE FROM texts WHERE text = '${truth}'`, gone],
])('given a text that is %s, no word of it becomes a quote, and other articles go on', (_, sql, problem) => {
  const bench = altered(sql)
  const span = (id: string, articleId: string) => ({ spans: [{ id, articleId, start: 6, end: 11 }] })
  const before = bench.writer.head().seq
  expect(bench.run('annotation.make', span('n2', 'a1'))).toEqual({ ok: false, error: problem })
  expect(bench.run('claim.make', { id: 'c2', statement: 'y', ...span('n3', 'a1') })).toEqual({
    ok: false,
    error: problem,
  })
  expect(bench.run('annotation.move', { id: 'n1', start: 6, end: 11 })).toEqual({ ok: false, error: problem })
  expect(bench.writer.head().seq).toBe(before)
  bench.must('annotation.make', span('n4', 'a2'))
  bench.must('claim.change', { ids: ['c1'], set: { note: 'the rest of the work goes on' } })
})

test('given many commands at once, only those that rest on the altered text are refused', () => {
  const bench = altered()
  const make = (id: string, articleId: string) => ({
    commandId: id,
    type: 'annotation.make',
    args: { spans: [{ id, articleId, start: 0, end: 5 }] },
    by: 'ann',
  })
  const results = [...bench.writer.executeMany([make('x1', 'a2'), make('x2', 'a1'), make('x3', 'a2')])].flat()
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
})

test('given an altered text, the same text imported again does not lean on it', () => {
  const bench = altered()
  bench.must('history.undo', {})
  bench.must('history.undo', {})
  const again = { articles: [{ id: 'a3', title: 'Again', text: truth }] }
  expect(bench.run('article.import', again)).toMatchObject({ ok: false, error: { code: 'damaged' } })
  expect(verify(bench.db).findings.map(({ code }) => code)).toEqual(['text_altered'])
})

test('given an altered text, opening its article says so, and what looks through all articles passes it over', () => {
  const bench = altered()
  expect(answer(() => bench.ask('article.text', { textHash: hashOf(bench, 'a1') }))).toEqual({
    ok: false,
    error: broken,
  })
  expect(bench.ask('article.text', { textHash: hashOf(bench, 'a2') }).text).toBe(other)
  const everywhere = { quote: 'of 300', articleId: null, wholeWords: true, matchCase: false, limit: 10 }
  expect(bench.ask('occurrences.find', everywhere).occurrences).toHaveLength(1)
  expect(bench.ask('occurrences.find', { ...everywhere, quote: '9,000' }).occurrences).toEqual([])
  const [hit] = bench.ask('search', { text: 'soldiers', kinds: ['article'], limit: 5 })
  expect(hit).toMatchObject({ id: 'a1', start: null })
  expect(JSON.stringify(hit)).not.toContain('9,000')
})

test('given an altered text, neither a rebuild nor the past lets its words into a search', () => {
  const bench = altered()
  rebuild(bench.db)
  expect(bench.ask('search', { text: '9,000', kinds: ['article'], limit: 5 })).toEqual([])
  expect(bench.ask('search', { text: 'drones', kinds: ['article'], limit: 5 })).toHaveLength(1)
  expect(verify(bench.db).findings.map(({ code }) => code)).toEqual(['text_altered'])
  const past = openAsOf(bench.path)
  const search = { text: '9,000', kinds: ['article' as const], limit: 5 }
  expect(past.answer(bench.writer.head().seq, 'search', search, 'ann', unwatched)).toEqual([])
  past.close()
})

test('given an altered text, exports, folded moments and branches take no words from it', () => {
  const bench = altered()
  const { seq } = bench.writer.head()
  for (const snapshot of [openSnapshot(bench.path), openFolded(bench.path, seq)]) {
    expect(answer(() => snapshot.textOf('a1'))).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect(snapshot.textOf('a2')).toBe(other)
    snapshot.close()
  }
  const target = join(temporaryFolder(), 'branch.claimtrail')
  expect(
    answer(() => makeBranch({ path: bench.path, seq, target: fresh(target), moment: '' })),
  ).toMatchObject({
    ok: false,
    error: { code: 'damaged' },
  })
})

test('given an altered text, an import is compared with the others only', async () => {
  const bench = altered()
  const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
  bench.must('article.import', { articles: [{ id: 'a3', title: 'Three', text: long }] })
  const files = [{ name: 'x.txt', bytes: Buffer.from(`${long} and more`) }]
  const prepared = await prepareForPreview(
    { workspace: bench.path, files },
    { isCancelled: () => false, progress: () => {} },
  )
  if (!prepared.ok) throw new Error(prepared.error.message)
  const [file] = prepared.value.files
  expect(file?.ok && file.whole.near.map(({ title }) => title)).toEqual(['Three'])
  expect(Object.keys(prepared.value.shingles)).toHaveLength(2)
})
