import { expect, test } from 'vitest'
import { reopen } from '../workspace.fixture.ts'
import { askingBench, askingBusyBench } from './queries.fixture.ts'

test('given a workspace, then the status tells head and counts', () => {
  const bench = askingBusyBench()
  const { seq, hash } = bench.writer.head()
  expect(bench.ask('status', {})).toEqual({
    seq,
    hash: hash.toString('hex'),
    articles: 2,
    annotations: 2,
    claims: 3,
  })
})

test('given steps done and undone, then undo and redo are named for the analyst who asks', () => {
  const bench = askingBench()
  bench.must('tag.create', { id: 't1', name: 'size', colour: 'blue' })
  bench.must('tag.change', { id: 't1', set: { name: 'force size' } })
  bench.must('history.undo', {})
  const state = bench.ask('undo.state', {})
  expect(state.undo?.label).toBe('create the tag “size”')
  expect(state.redo?.label).toBe('rename the tag “size” to “force size”')
  expect(bench.ask('undo.state', {}, 'ben')).toEqual({ undo: null, redo: null })
})

test('given articles, then the library counts annotations, claims and how far this analyst has read', () => {
  const bench = askingBusyBench()
  bench.ask('view.setPosition', { articleId: 'a1', offset: 12, progress: 0.25 })
  const [first] = bench.ask('articles.list', {})
  expect(first).toMatchObject({ id: 'a1', annotations: 1, claims: 3, progress: 0.25 })
  expect(bench.ask('articles.list', {}, 'ben')[0]).toMatchObject({ progress: 0 })
  expect(bench.ask('view.getPosition', { articleId: 'a1' })).toEqual({ offset: 12, progress: 0.25 })
  expect(bench.ask('view.getPosition', { articleId: 'a2' })).toBeNull()
})

test('given any value of a screen’s own, then it is kept for that analyst and outside the log', () => {
  const bench = askingBench()
  const { seq } = bench.writer.head()
  expect(bench.ask('view.get', { key: 'columns' })).toBeNull()
  bench.ask('view.set', { key: 'columns', value: { order: ['a', 'b'] } })
  bench.ask('view.set', { key: 'columns', value: { order: ['b'] } })
  expect(bench.ask('view.get', { key: 'columns' })).toEqual({ order: ['b'] })
  expect(bench.ask('view.get', { key: 'columns' }, 'ben')).toBeNull()
  expect(bench.writer.head().seq).toBe(seq)
})

test('given a workspace that can only be read, then what a screen remembers lasts until it is closed', () => {
  const bench = askingBench()
  const second = askingBench(reopen(bench.path))
  expect(second.readOnly?.code).toBe('opened_elsewhere')
  second.ask('view.set', { key: 'k', value: 1 })
  expect(second.ask('view.get', { key: 'k' })).toBe(1)
  expect(bench.ask('view.get', { key: 'k' })).toBeNull()
})

test('given a workspace that another process writes, then its reader answers with what is there now', () => {
  const bench = askingBusyBench()
  const second = askingBench(reopen(bench.path))
  const page = { query: {}, offset: 0, limit: 10 }
  expect(second.ask('claims.page', page).total).toBe(3)
  bench.must('claim.make', { id: 'c9', statement: 'new' })
  bench.must('tag.change', { id: 't1', set: { name: 'renamed' } })
  expect(second.ask('claims.page', page).total).toBe(4)
  expect(second.ask('tags.list', {}).find(({ id }) => id === 't1')?.name).toBe('renamed')
  expect(second.ask('status', {}).seq).toBe(bench.writer.head().seq)
})

test('given an article, then its marks stand in text order with the claims that rest on them', () => {
  const bench = askingBusyBench()
  bench.must('annotation.make', { spans: [{ id: 'n0', articleId: 'a1', start: 0, end: 20 }] })
  const marks = bench.ask('article.marks', { id: 'a1' })
  expect(marks.annotations.map(({ id }) => id)).toEqual(['n0', 'n1'])
  expect(marks.furniture.map(({ id }) => id)).toEqual(['f1'])
  expect(marks.claims.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3'])
  expect(() => bench.ask('article.marks', { id: 'gone' })).toThrow(/no longer in the workspace/)
})

test('given revisions, then an article knows the others of its chain', () => {
  const bench = askingBusyBench()
  const revise = (id: string, revisionOf: string) =>
    bench.must('article.import', { articles: [{ id, title: id, text: `text ${id}`, revisionOf }] })
  revise('a1b', 'a1')
  revise('a1c', 'a1b')
  expect(bench.ask('article.marks', { id: 'a1b' }).revisions).toEqual([
    { id: 'a1', revision: 1, title: 'One' },
    { id: 'a1c', revision: 3, title: 'a1c' },
  ])
})

test('given a text’s hash, then it is answered exactly as it was imported', () => {
  const bench = askingBusyBench()
  const [article] = bench.ask('articles.list', {})
  const { text } = bench.ask('article.text', { textHash: article!.textHash })
  expect(text).toBe('Up to 8,000 soldiers 🪖 are there.\nSeoul says 10,000.')
})

test('given words, then every occurrence is found with its context, and marked ones are known', () => {
  const bench = askingBusyBench()
  const found = bench.ask('occurrences.find', { quote: 'up to 8,000', articleId: null })
  expect(found.more).toBe(false)
  expect(found.occurrences.map(({ articleId, marked }) => [articleId, marked])).toEqual([
    ['a1', true],
    ['a2', false],
  ])
  expect(found.occurrences[0]).toMatchObject({
    start: 0,
    end: 11,
    before: '',
    quote: 'Up to 8,000',
    after: ' soldiers 🪖 are there.\nSeoul says 10,000.'.slice(0, 40),
  })
  expect(bench.ask('occurrences.find', { quote: 'up to 8,000', articleId: null, limit: 1 }).more).toBe(true)
  expect(bench.ask('occurrences.find', { quote: 'up to 8,000', articleId: 'a2' }).occurrences).toHaveLength(1)
  expect(() => bench.ask('occurrences.find', { quote: 'x', articleId: 'gone' })).toThrow(/no longer/)
})

test('given the codebook, then each entry has its counts', () => {
  const bench = askingBusyBench()
  expect(bench.ask('tags.list', {}).map(({ id, annotations }) => [id, annotations])).toEqual([
    ['t1', 2],
    ['t2', 1],
    ['t3', 0],
  ])
  expect(bench.ask('sources.list', {}).map(({ id, claims, via }) => [id, claims, via])).toEqual([
    ['s1', 3, 0],
    ['s2', 0, 3],
  ])
  expect(bench.ask('topics.list', {}).map(({ id, claims }) => [id, claims])).toEqual([
    ['q1', 3],
    ['q2', 0],
  ])
  expect(bench.ask('analysts.list', {}).map(({ id }) => id)).toEqual(['ann', 'ben'])
  expect(bench.ask('briefs.list', {}).map(({ id }) => id)).toEqual(['b1'])
})

test('given the log, then a page tells each event newest first, and filters narrow it', () => {
  const bench = askingBusyBench()
  bench.must('claim.change', { ids: ['c1'], set: { status: 'disputed' } }, 'ben')
  const { entries, total } = bench.ask('history.page', { limit: 2 })
  expect(total).toBe(bench.writer.head().seq)
  expect(entries.map(({ seq }) => seq)).toEqual([total, total - 1])
  expect(entries[0]).toMatchObject({
    by: 'ben',
    byName: 'Ben Example',
    table: 'claims',
    id: 'c1',
    ofCommand: 1,
  })
  expect(entries[0]!.sentence.map(({ text }) => text).join('')).toMatch(/status.*open.*disputed/)
  const next = bench.ask('history.page', { before: total, limit: 1 })
  expect(next.entries[0]!.seq).toBe(total - 1)
  expect(bench.ask('history.page', { by: 'ben' }).entries.map(({ type }) => type)).toEqual([
    'claim.changed',
    'analyst.joined',
  ])
  expect(bench.ask('history.page', { stream: 'claims/c1' }).total).toBe(2)
  expect(bench.ask('history.page', { tables: ['tags', 'relations'] }).total).toBe(5)
  expect(bench.ask('history.page', { tables: ['nonsense'] })).toEqual({ entries: [], total: 0 })
})

test('given a row that is gone, then History still tells its name', () => {
  const bench = askingBusyBench()
  bench.must('claim.remove', { ids: ['c2'] })
  const { entries } = bench.ask('history.page', { tables: ['relations'] })
  expect(entries.map(({ sentence }) => sentence.map(({ text }) => text).join(''))).toContainEqual(
    expect.stringContaining('c2'),
  )
  expect(bench.ask('history.item', { stream: 'claims/c2' })).toMatchObject({ name: 'c2', present: false })
  expect(bench.ask('history.item', { stream: 'claims/never' })).toBeNull()
  expect(bench.ask('history.item', { stream: 'nonsense' })).toBeNull()
})

test('given a draft of a brief, then its document is composed from the rows as they are', () => {
  const bench = askingBusyBench()
  const scope = { statuses: [], stances: [], sourceIds: [], saidFrom: null, saidTo: null }
  const draft = { name: 'b', title: 'Troops', scope, sections: [], wording: {} }
  const document = bench.ask('brief.compose', draft)
  expect(document).toMatchObject({ title: 'Troops', head: { seq: bench.writer.head().seq } })
  expect(document.footnotes).toHaveLength(2)
})
