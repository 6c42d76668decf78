import { expect, test } from 'vitest'
import { askingBench } from './queries.fixture.ts'

const asked = { topicId: 'q1', kind: null, dismissed: false, offset: 0, limit: 50 }
const figure = (id: string, sourceId: string, value: number) => ({
  id,
  sourceId,
  topicId: 'q1',
  statement: `${value} are there`,
  qualifier: 'exactly',
  low: value,
  high: value,
  unit: 'soldiers',
  eventFrom: '2024-10-28',
  eventTo: '2024-10-28',
})

function twoFigures() {
  const bench = askingBench()
  bench.must('topic.open', { id: 'q1', question: 'How many?' })
  for (const id of ['seoul', 'kyiv']) bench.must('source.add', { id, name: id })
  bench.must('claim.make', figure('c1', 'seoul', 3000))
  bench.must('claim.make', figure('c2', 'kyiv', 9000))
  return bench
}

test('given two figures that cannot both hold, then they stand side by side until they are dismissed, and undo brings them back', () => {
  const bench = twoFigures()
  const ask = () => bench.ask('compare.agreement', asked)
  expect(ask()).toMatchObject({
    total: 1,
    findings: [
      {
        kind: 'contradiction',
        a: { speaker: 'seoul' },
        b: { speaker: 'kyiv' },
        verdict: null,
        relations: [],
      },
    ],
  })
  bench.must('finding.dismiss', { id: 'f1', aId: 'c2', bId: 'c1', kind: 'contradiction' })
  expect(ask().total).toBe(0)
  bench.must('claim.change', { ids: ['c1'], set: { note: 'read again' } })
  expect(ask().total).toBe(0)
  expect(bench.ask('compare.agreement', { ...asked, dismissed: true }).findings).toMatchObject([
    { verdict: { id: 'f1', verdict: 'dismissed' } },
  ])
  bench.must('finding.reopen', { id: 'f1' })
  expect(ask().total).toBe(1)
  bench.must('history.undo', {})
  expect(ask().total).toBe(0)
})

test('given a finding that was related when it was confirmed, then it tells both', () => {
  const bench = twoFigures()
  const relation = { id: 'r1', fromId: 'c2', toId: 'c1', kind: 'contradicts' }
  bench.must('finding.confirm', { id: 'f1', aId: 'c1', bId: 'c2', kind: 'contradiction', relation })
  expect(bench.ask('compare.agreement', asked).findings).toMatchObject([
    { verdict: { verdict: 'confirmed' }, relations: [{ id: 'r1', kind: 'contradicts' }] },
  ])
})

test('given sources that are merged, then they are one speaker, who contradicts nobody but himself', () => {
  const bench = twoFigures()
  bench.must('source.merge', { ids: ['kyiv'], into: 'seoul' })
  expect(bench.ask('compare.agreement', asked).findings).toMatchObject([
    { kind: 'tension', a: { speaker: 'seoul' }, b: { speaker: 'seoul' } },
  ])
})

test('given a topic that is not there, then it is told so', () => {
  expect(() => twoFigures().ask('compare.agreement', { ...asked, topicId: 'q9' })).toThrow(
    'no longer in the workspace',
  )
})
