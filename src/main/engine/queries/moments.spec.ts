import { expect, test } from 'vitest'
import { askingBench } from './queries.fixture.ts'

test('given named moments, then they are listed in the log’s order with their times and who named them', () => {
  const bench = askingBench()
  bench.must('tag.create', { id: 't1', name: 'size', colour: 'blue' })
  const { seq } = bench.writer.head()
  bench.must('moment.name', { id: 'm2', name: 'as briefed', note: 'to the desk', seq })
  bench.must('moment.name', { id: 'm1', name: 'nothing yet', seq: 0 })
  expect(bench.ask('moments.list', {})).toMatchObject([
    { id: 'm1', name: 'nothing yet', seq: 0, at: null },
    { id: 'm2', name: 'as briefed', note: 'to the desk', seq, at: expect.any(String), namedBy: 'ann' },
  ])
})

test('given a row changed since, then a preview of restoring it tells the later edits and the head', () => {
  const bench = askingBench()
  bench.must('claim.make', { id: 'c1', statement: 'There are 8,000', credibility: 3 })
  const { seq } = bench.writer.head()
  bench.must('claim.change', { ids: ['c1'], set: { credibility: 2 } })
  const preview = bench.ask('restore.preview', { asOf: seq, streams: ['claims/c1', 'claims/none', 'what'] })
  expect(preview.head).toBe(seq + 1)
  expect(preview.items).toMatchObject([
    { stream: 'claims/c1', state: 'changed', fields: [{ key: 'credibility', later: [{ seq: seq + 1 }] }] },
  ])
  expect(bench.ask('restore.preview', { asOf: 0, streams: ['claims/c1'] }).items[0]?.state).toBe('not yet')
  expect(() => bench.ask('restore.preview', { asOf: seq + 9, streams: ['claims/c1'] })).toThrow(/no event/)
})

test('given an event, then an item is told as it was after it', () => {
  const bench = askingBench()
  bench.must('claim.make', { id: 'c1', statement: 'There are 8,000', credibility: 3 })
  const { seq } = bench.writer.head()
  bench.must('claim.change', { ids: ['c1'], set: { credibility: 2 } })
  const grade = (upTo?: number) =>
    bench.ask('history.item', { stream: 'claims/c1', upTo })?.fields.find(({ key }) => key === 'credibility')
  expect(grade()?.value).toBe('2 probably true')
  expect(grade(seq)).toMatchObject({ value: '3 possibly true', earlier: [] })
  expect(bench.ask('history.item', { stream: 'claims/c1', upTo: seq - 1 })).toBeNull()
})
