import { expect, test } from 'vitest'
import { openWriter } from '../execute.ts'
import { askingBench } from './queries.fixture.ts'

test('given hypotheses and ratings, then the matrix is answered, without what was removed', () => {
  const bench = askingBench()
  bench.must('topic.open', { id: 'q1', question: 'Why?' })
  bench.must('claim.make', { id: 'c1', statement: 'They went to Kursk', topicId: 'q1' })
  bench.must('hypothesis.add', { id: 'h1', topicId: 'q1', statement: 'To fight' })
  bench.must('hypothesis.add', { id: 'h2', topicId: 'q1', statement: 'To train' })
  const rate = (rating: string) =>
    bench.must('assessment.set', {
      cells: [
        { id: 'e1', hypothesisId: 'h1', claimId: 'c1', rating: 'consistent' },
        { id: 'e2', hypothesisId: 'h2', claimId: 'c1', rating, note: 'no range there' },
      ],
    })
  rate('inconsistent')
  expect(bench.ask('compare.hypotheses', { topicId: 'q1' })).toMatchObject({
    hypotheses: [
      { id: 'h1', statement: 'To fight', inconsistency: 0 },
      { id: 'h2', inconsistency: 1 },
    ],
    evidence: [
      {
        claimId: 'c1',
        diagnosticity: 2,
        cells: [
          { id: 'e1', rating: 'consistent' },
          { id: 'e2', note: 'no range there' },
        ],
      },
    ],
  })
  bench.must('claim.remove', { ids: ['c1'] })
  expect(bench.ask('compare.hypotheses', { topicId: 'q1' }).evidence).toEqual([])
  expect(openWriter(bench.db).tables.assessments.count()).toBe(0)
})
