import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const world: Step[] = [
  ['topic.open', { id: 'q1', question: 'Why?' }],
  ['hypothesis.add', { id: 'h1', topicId: 'q1', statement: 'To fight' }],
  ['hypothesis.add', { id: 'h2', topicId: 'q1', statement: 'To train' }],
  ['claim.make', { id: 'c1', statement: 'They went to Kursk', topicId: 'q1' }],
  ['claim.make', { id: 'c2', statement: 'They got no rifles' }],
]
const cell = (id: string, hypothesisId: string, claimId: string, set: object = {}) => ({
  id,
  hypothesisId,
  claimId,
  ...set,
})
const by = (who: string, [type, args]: Step): Step => [type, args, who]
const set = (...cells: object[]): Step => ['assessment.set', { cells }]

test('given an empty cell, when it is rated, then the claim, the hypothesis and the rating are named', () => {
  given(...world)
    .when(...set(cell('e1', 'h1', 'c1', { rating: 'very consistent' })))
    .thenEvents([
      'assessments/e1',
      'assessment.set',
      { hypothesisId: 'h1', claimId: 'c1', rating: 'very consistent', note: '' },
    ])
    .labelled('rate “They went to Kursk” against “To fight”: very consistent')
})

test('given a rated cell, when it is rated anew, then its row is changed whatever id the cell comes with', () => {
  const rated = given(...world, set(cell('e1', 'h1', 'c1', { rating: 'neutral', note: 'as said' })))
  rated
    .when(...set(cell('e9', 'h1', 'c1', { rating: 'inconsistent' })))
    .thenEvents(['assessments/e1', 'assessment.changed', { set: { rating: 'inconsistent' } }])
  rated.when(...set(cell('e9', 'h1', 'c1', { rating: 'inconsistent' }))).thenRejected('nothing_to_change')
  rated
    .when(...set(cell('e9', 'h1', 'c1', { note: '' })))
    .thenEvents(['assessments/e1', 'assessment.changed', { set: { note: '' } }])
    .labelled('note on “They went to Kursk” against “To fight”')
})

test('given a claim of another topic, when it is taken as evidence, then its cells stand there unrated', () => {
  const taken = given(...world).when(...set(cell('e1', 'h1', 'c2'), cell('e2', 'h2', 'c2')))
  taken.labelled('take “They got no rifles” as evidence')
  expect(taken.row('assessments', 'e2')).toMatchObject({ claimId: 'c2', rating: null, note: '' })
})

test('given evidence of another topic, when its cells are emptied, then they are cleared and it stays', () => {
  given(...world, set(cell('e1', 'h1', 'c2', { rating: 'neutral' }), cell('e2', 'h2', 'c2', { note: 'why' })))
    .when(
      ...set(
        cell('x1', 'h1', 'c2', { rating: null, note: '' }),
        cell('x2', 'h2', 'c2', { rating: null, note: '' }),
      ),
    )
    .thenEvents(
      ['assessments/e1', 'assessment.changed', { set: { rating: null } }],
      ['assessments/e2', 'assessment.changed', { set: { note: '' } }],
    )
    .labelled('clear 2 ratings')
})

test('given many cells, then one step sets them and one undo takes them back', () => {
  const many = given(...world, set(cell('e1', 'h1', 'c1', { rating: 'neutral' }))).when(
    ...set(
      cell('x1', 'h1', 'c1', { rating: 'not applicable' }),
      cell('e2', 'h2', 'c1', { rating: 'not applicable' }),
    ),
  )
  many
    .thenEvents(['assessments/e1', 'assessment.changed'], ['assessments/e2', 'assessment.set'])
    .labelled('rate “They went to Kursk” against 2 hypotheses: not applicable')
  const undone = many.when('history.undo', {})
  expect(undone.row('assessments', 'e1')).toMatchObject({ rating: 'neutral' })
  expect(undone.row('assessments', 'e2')).toBeUndefined()
})

test.each([
  ['of an unknown hypothesis', [cell('e1', 'h9', 'c1')], 'unknown_hypothesis'],
  ['of an unknown claim', [cell('e1', 'h1', 'c9')], 'unknown_claim'],
  ['with a rating that does not exist', [cell('e1', 'h1', 'c1', { rating: 'so so' })], 'malformed_command'],
  ['twice', [cell('e1', 'h1', 'c1'), cell('e2', 'h1', 'c1')], 'cell_twice'],
  ['with one id for two', [cell('e1', 'h1', 'c1'), cell('e1', 'h2', 'c1')], 'id_taken'],
  ['with an id in use', [cell('e0', 'h1', 'c1')], 'id_taken'],
])('when a cell is set %s, then it is refused', (_, cells, code) => {
  given(...world, set(cell('e0', 'h2', 'c2')))
    .when('assessment.set', { cells })
    .thenRejected(code)
})

test('given ratings, when they are cleared, then the cells are as if never touched', () => {
  const cleared = given(
    ...world,
    set(cell('e1', 'h1', 'c1', { rating: 'neutral' }), cell('e2', 'h2', 'c1', { rating: 'neutral' })),
  ).when('assessment.clear', { ids: ['e1'] })
  cleared
    .thenEvents(['assessments/e1', 'assessment.cleared'])
    .labelled('clear the rating of “They went to Kursk” against “To fight”')
  cleared.when('assessment.clear', { ids: ['e1', 'e2'] }).thenRejected('unknown_rating')
  cleared
    .when(...set(cell('e3', 'h1', 'c1', { rating: 'consistent' })))
    .thenEvents(['assessments/e3', 'assessment.set'])
})

test('given a cleared cell that somebody rated anew, when the clearing would be undone, then that is refused', () => {
  given(
    ...world,
    set(cell('e1', 'h1', 'c1', { rating: 'neutral' })),
    ['assessment.clear', { ids: ['e1'] }],
    by('ben', set(cell('e2', 'h1', 'c1', { rating: 'consistent' }))),
  )
    .when('history.undo', {})
    .thenRejected('undo_blocked', 'already rated')
})
