import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const topics: Step[] = ['q1', 'q2'].map((id) => ['topic.open', { id, question: `${id}?` }])
const hypothesis = (id: string, topicId = 'q1'): Step => ['hypothesis.add', { id, topicId, statement: id }]
const claim = (id: string, topicId = 'q1'): Step => ['claim.make', { id, statement: id, topicId }]
const rated = (id: string, hypothesisId: string, claimId: string): Step => [
  'assessment.set',
  { cells: [{ id, hypothesisId, claimId, rating: 'consistent' }] },
]

const by = (who: string, [type, args]: Step): Step => [type, args, who]

test('given a topic, when hypotheses are added, then each stands behind those before it', () => {
  given(...topics, hypothesis('h1'))
    .when('hypothesis.add', { id: 'h2', topicId: 'q1', statement: 'They train', likelihood: 'unlikely' })
    .thenEvents([
      'hypotheses/h2',
      'hypothesis.added',
      {
        topicId: 'q1',
        statement: 'They train',
        note: '',
        likelihood: 'unlikely',
        confidence: null,
        order: 2,
      },
    ])
    .labelled('add the hypothesis “They train”')
})

test.each([
  ['on an unknown topic', { topicId: 'q9', statement: 'x' }, 'unknown_topic'],
  ['on a retired topic', { topicId: 'q2', statement: 'x' }, 'topic_retired'],
  ['without words', { topicId: 'q1', statement: '  ' }, 'malformed_command'],
  [
    'with a likelihood of its own',
    { topicId: 'q1', statement: 'x', likelihood: '60 %' },
    'malformed_command',
  ],
  ['with an id in use', { id: 'h1', topicId: 'q1', statement: 'x' }, 'id_taken'],
])('when a hypothesis is added %s, then it is refused', (_, args, code) => {
  given(...topics, ['topic.change', { id: 'q2', set: { retired: true } }], hypothesis('h1'))
    .when('hypothesis.add', { id: 'h2', ...args })
    .thenRejected(code)
})

test('given a hypothesis, then likelihood and confidence are set apart, and setting aside is named', () => {
  given(...topics, hypothesis('h1'))
    .when('hypothesis.change', { id: 'h1', set: { likelihood: 'likely', note: '' } })
    .thenEvents(['hypotheses/h1', 'hypothesis.changed', { set: { likelihood: 'likely' } }])
    .labelled('change the hypothesis “h1”')
    .when('hypothesis.change', { id: 'h1', set: { confidence: 'low' } })
    .thenEvents(['hypotheses/h1', 'hypothesis.changed', { set: { confidence: 'low' } }])
    .when('hypothesis.change', { id: 'h1', set: { retired: true } })
    .labelled('set aside the hypothesis “h1”')
    .when('hypothesis.change', { id: 'h1', set: { retired: false } })
    .labelled('take up the hypothesis “h1” again')
    .when('hypothesis.change', { id: 'h1', set: { retired: false } })
    .thenRejected('nothing_to_change')
})

test('given three hypotheses, when some are ordered, then the others follow and only what moves is recorded', () => {
  const world = given(...topics, hypothesis('h1'), hypothesis('h2'), hypothesis('h3'), hypothesis('k', 'q2'))
  world
    .when('hypothesis.order', { topicId: 'q1', ids: ['h2'] })
    .thenEvents(
      ['hypotheses/h2', 'hypothesis.changed', { set: { order: 1 } }],
      ['hypotheses/h1', 'hypothesis.changed', { set: { order: 2 } }],
    )
    .labelled('order the hypotheses on “q1?”')
  world.when('hypothesis.order', { topicId: 'q1', ids: ['k'] }).thenRejected('other_topic')
  world.when('hypothesis.order', { topicId: 'q1', ids: ['h2', 'h1', 'h3'] }).thenRejected('nothing_to_change')
})

test('given a rated hypothesis, when it is removed, then its ratings go with it and come back with it', () => {
  const removed = given(...topics, hypothesis('h1'), claim('c1'), rated('e1', 'h1', 'c1')).when(
    'hypothesis.remove',
    { ids: ['h1'] },
  )
  removed
    .thenEvents(['assessments/e1', 'assessment.cleared'], ['hypotheses/h1', 'hypothesis.removed'])
    .labelled('remove the hypothesis “h1”')
  const back = removed.when('history.undo', {})
  expect(back.row('assessments', 'e1')).toMatchObject({ rating: 'consistent' })
  expect(back.row('hypotheses', 'h1')).toMatchObject({ statement: 'h1' })
})

test('given a rated hypothesis, when its making would be undone, then that is refused with the number of ratings', () => {
  given(...topics, by('ben', hypothesis('h1')), claim('c1'), rated('e1', 'h1', 'c1'))
    .when('history.undo', {}, 'ben')
    .thenRejected('undo_blocked', '1 rating made since still uses this hypothesis')
})

test('given a topic with hypotheses, when its opening would be undone, then the plural is right', () => {
  given(by('ben', topics[0]!), hypothesis('h1'), hypothesis('h2'))
    .when('history.undo', {}, 'ben')
    .thenRejected('undo_blocked', '2 hypotheses made since still use this topic')
})

test('given topics with hypotheses, when they are merged, then the hypotheses follow behind the others', () => {
  const merged = given(...topics, hypothesis('h1'), hypothesis('k1', 'q2'), hypothesis('k2', 'q2')).when(
    'topic.merge',
    { ids: ['q2'], into: 'q1' },
  )
  merged.thenEvents(
    ['hypotheses/k1', 'hypothesis.changed', { set: { topicId: 'q1', order: 2 } }],
    ['hypotheses/k2', 'hypothesis.changed', { set: { topicId: 'q1', order: 3 } }],
    ['topics/q2', 'topic.merged', { into: 'q1' }],
  )
  expect(merged.when('history.undo', {}).row('hypotheses', 'k2')).toMatchObject({ topicId: 'q2', order: 2 })
})

test('given evidence, when the claim is removed, then its ratings go with it and come back with it', () => {
  const removed = given(...topics, hypothesis('h1'), claim('c1'), rated('e1', 'h1', 'c1')).when(
    'claim.remove',
    {
      ids: ['c1'],
    },
  )
  removed.thenEvents(['assessments/e1', 'assessment.cleared'], ['claims/c1', 'claim.removed'])
  expect(removed.when('history.undo', {}).row('assessments', 'e1')).toMatchObject({ claimId: 'c1' })
})
