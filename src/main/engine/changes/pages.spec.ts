import { expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import { changesBetweenSchema } from '../../../contract/changes.ts'
import { unwatched } from '../watch.ts'
import { openBench } from '../workspace.fixture.ts'
import { openChangePages } from './pages.ts'

/** An article, two tags, a topic, two speakers and a claim; then the work that is compared. */
function workspace() {
  const bench = openBench()
  const pages = openChangePages(bench.path)
  onTestFinished(() => pages.close())
  const text = 'Up to 8,000 soldiers 🪖 are there.\nSeoul says 10,000.'
  bench.must('article.import', { articles: [{ id: 'a1', title: 'One', text }] })
  bench.must('tag.create', { id: 't1', name: 'size', colour: 'blue' })
  bench.must('tag.create', { id: 't2', name: 'force', colour: 'blue' })
  bench.must('topic.open', { id: 'q1', question: 'How many?' })
  bench.must('source.add', { id: 's1', name: 'Seoul' })
  bench.must('annotation.make', {
    spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 11, tagIds: ['t1'] }],
  })
  bench.must('claim.make', { id: 'c1', statement: 'There are 8,000', credibility: 3, evidence: ['n1'] })
  bench.must('claim.make', { id: 'c2', statement: 'There are 50,000' })
  const ask = (input: z.input<typeof changesBetweenSchema>) =>
    pages.page(changesBetweenSchema.parse(input), unwatched)
  return { ...bench, ask, start: bench.writer.head().seq }
}

test('given work between two moments, then it is counted by table and kind and told old beside new', () => {
  const bench = workspace()
  const { start } = bench
  bench.must('claim.change', { ids: ['c1'], set: { credibility: 2, sourceId: 's1' } })
  bench.must('claim.change', { ids: ['c1'], set: { credibility: 1 } }, 'ben')
  bench.must('claim.change', { ids: ['c2'], set: { status: 'withdrawn', note: 'misread' } })
  bench.must('claim.make', { id: 'c3', statement: 'There are 12,000', topicId: 'q1' })
  bench.must('annotation.move', { id: 'n1', start: 6, end: 20 })
  bench.must('tag.merge', { ids: ['t2'], into: 't1' })
  bench.must('furniture.mark', { articleId: 'a1', spans: [{ id: 'f1', start: 0, end: 5, kind: 'menu' }] })
  const to = bench.writer.head().seq
  const { counts, entries, total } = bench.ask({ from: start, to })
  expect(counts.claims).toEqual({ added: 1, changed: 1, moved: 0, merged: 0, withdrawn: 1, removed: 0 })
  expect(counts.annotations.moved).toBe(1)
  expect(total).toBe(6)
  expect(entries.map(({ table, id, kind }) => `${kind} ${table}/${id}`)).toEqual([
    'added claims/c3',
    'changed claims/c1',
    'withdrawn claims/c2',
    'moved annotations/n1',
    'merged tags/t2',
    'added furniture/f1',
  ])
  expect(entries[1]).toMatchObject({
    name: 'There are 8,000',
    events: [start + 1, start + 2],
    last: { seq: start + 2, by: 'ben', byName: 'Ben Example' },
    fields: [
      {
        key: 'sourceId',
        before: '',
        after: 'Seoul',
        seq: start + 1,
        byName: 'Ann Example',
        columns: ['sourceId'],
      },
      {
        key: 'credibility',
        before: '3 possibly true',
        after: '1 confirmed by other sources',
        seq: start + 2,
        by: 'ben',
      },
    ],
  })
  expect(entries[3]?.span).toMatchObject({
    before: { articleId: 'a1', articleTitle: 'One', start: 0, end: 11, quote: 'Up to 8,000' },
    after: { start: 6, end: 20, quote: '8,000 soldiers' },
    strip: [
      { kind: 'old', text: 'Up to ' },
      { kind: 'both', text: '8,000' },
      { kind: 'new', text: ' soldiers' },
      { kind: 'context', text: ' 🪖 are there.\nSeoul says 10,000' },
    ],
  })
  expect(entries[4]?.into).toEqual({ id: 't1', name: 'size' })
  expect(entries[5]).toMatchObject({ name: 'Up to', span: { before: null, after: { quote: 'Up to' } } })
})

test('given a brief that was rewritten, then its texts are compared line by line', () => {
  const bench = workspace()
  const body = 'First line.\nSecond line.\nThird line.'
  bench.must('brief.save', { id: 'b1', name: 'Daily', sections: [{ kind: 'text', heading: 'Top', body }] })
  const from = bench.writer.head().seq
  const sections = [
    { kind: 'text', heading: 'Top', body: body.replace('Second', 'Another') },
    { kind: 'topic', topicId: 'q1', body: 'On numbers.' },
  ]
  bench.must('brief.change', { id: 'b1', set: { sections, wording: { c1: 'They are 8,000.' } } })
  const [entry] = bench.ask({ from, to: from + 1 }).entries
  expect(entry?.fields.map(({ key, lines }) => [key, lines])).toEqual([
    [
      'sections',
      [
        { kind: 'same', text: '§ Top' },
        { kind: 'same', text: 'First line.' },
        { kind: 'old', text: 'Second line.' },
        { kind: 'new', text: 'Another line.' },
        { kind: 'same', text: 'Third line.' },
        { kind: 'new', text: '' },
        { kind: 'new', text: '§ Topic: How many?' },
        { kind: 'new', text: 'On numbers.' },
      ],
    ],
    ['wording', null],
  ])
  expect(entry?.fields[1]?.after).toBe('“There are 8,000”: They are 8,000.')
})

test('given pages and tables to choose from, then the entries are those and the counts are of all', () => {
  const bench = workspace()
  const all = bench.ask({ from: 0, to: bench.start })
  expect(all.total).toBe(all.entries.length)
  const first = bench.ask({ from: 0, to: bench.start, offset: 1, limit: 2 })
  expect(first.entries).toEqual(all.entries.slice(1, 3))
  const claims = bench.ask({ from: 0, to: bench.start, tables: ['claims'] })
  expect(claims).toMatchObject({ total: 2, counts: all.counts })
})

test('given work done since, then two moments differ as they did, under the names of then', () => {
  const bench = workspace()
  const told = bench.ask({ from: 0, to: bench.start })
  bench.must('source.change', { id: 's1', set: { name: 'South Korea' } })
  bench.must('tag.change', { id: 't1', set: { name: 'number' } })
  bench.ask({ from: 0, to: bench.start + 1 })
  expect(bench.ask({ from: 0, to: bench.start })).toEqual(told)
})

test('given nothing between, a number past the head or moments in the wrong order, then it says so', () => {
  const bench = workspace()
  expect(bench.ask({ from: 3, to: 3 })).toMatchObject({ total: 0, entries: [] })
  expect(() => bench.ask({ from: 0, to: 99 })).toThrow('There is no event 99')
  expect(() => bench.ask({ from: 5, to: 2 })).toThrow('swap the two')
})

test('given a claim that was made and removed again, then nothing is told of it', () => {
  const bench = workspace()
  bench.must('claim.make', { id: 'c9', statement: 'Gone soon' })
  bench.must('claim.remove', { ids: ['c9'] })
  expect(bench.ask({ from: bench.start, to: bench.start + 2 }).total).toBe(0)
  const removed = bench.ask({ from: bench.start + 1, to: bench.start + 2 })
  expect(removed.entries).toMatchObject([{ kind: 'removed', name: 'Gone soon' }])
})
