import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const topic = (id: string, question = `${id}?`): Step => ['topic.open', { id, question }]
const claim = (id: string, topicId: string): Step => ['claim.make', { id, statement: id, topicId }]

test('given a question, when a topic is opened, then claims can answer it', () => {
  given()
    .when('topic.open', { id: 'q1', question: 'How many soldiers are in Russia?' })
    .thenEvents([
      'topics/q1',
      'topic.opened',
      { question: 'How many soldiers are in Russia?', description: '' },
    ])
    .labelled('open the topic “How many soldiers are in Russia?”')
    .when('claim.make', { id: 'c1', statement: 'x', topicId: 'q1' })
    .thenEvents(['claims/c1', 'claim.made', { topicId: 'q1' }])
})

test('given a question in use, when another topic asks it, then it is refused', () => {
  given(topic('q1', 'How many?'))
    .when('topic.open', { id: 'q2', question: 'how MANY?' })
    .thenRejected('name_taken')
  given(topic('q1', 'How many?'), topic('q2'))
    .when('topic.change', { id: 'q2', set: { question: 'How many?' } })
    .thenRejected('name_taken')
})

test('given a topic, when it is reworded, retired and reinstated, then each is named', () => {
  given(topic('q1', 'How many?'))
    .when('topic.change', { id: 'q1', set: { question: 'How many soldiers?' } })
    .thenEvents(['topics/q1', 'topic.changed', { set: { question: 'How many soldiers?' } }])
    .labelled('change the topic “How many?”')
    .when('topic.change', { id: 'q1', set: { retired: true } })
    .labelled('retire the topic “How many soldiers?”')
    .when('topic.change', { id: 'q1', set: { retired: false } })
    .labelled('reinstate the topic “How many soldiers?”')
    .when('topic.change', { id: 'q1', set: { retired: false } })
    .thenRejected('nothing_to_change')
})

test('given topics with claims, when they are merged, then the claims answer the other one', () => {
  const merged = given(topic('q1'), topic('q2'), claim('c1', 'q1')).when('topic.merge', {
    ids: ['q1'],
    into: 'q2',
  })
  merged
    .thenEvents(
      ['claims/c1', 'claim.changed', { set: { topicId: 'q2' } }],
      ['topics/q1', 'topic.merged', { into: 'q2' }],
    )
    .labelled('merge 1 topic into “q2?” (1 claim)')
  expect(merged.row('topics', 'q1')).toMatchObject({ retired: true, mergedInto: 'q2' })
  expect(merged.when('history.undo', {}).row('claims', 'c1')).toMatchObject({ topicId: 'q1' })
})

test.each([
  ['into itself', { ids: ['q1'], into: 'q1' }, 'merge_with_itself'],
  ['into a retired one', { ids: ['q1'], into: 'q2' }, 'topic_retired'],
  ['a second time', { ids: ['q3'], into: 'q1' }, 'topic_merged'],
  ['with an unknown one', { ids: ['q1'], into: 'q9' }, 'unknown_topic'],
])('given a topic, when it is merged %s, then it is refused', (_, args, code) => {
  given(
    topic('q1'),
    topic('q2'),
    ['topic.change', { id: 'q2', set: { retired: true } }],
    topic('q3'),
    topic('q4'),
    ['topic.merge', { ids: ['q3'], into: 'q4' }],
  )
    .when('topic.merge', args)
    .thenRejected(code)
})

test('given a retired or merged topic, then no claim can newly answer it', () => {
  given(topic('q1'), ['topic.change', { id: 'q1', set: { retired: true } }])
    .when('claim.make', { id: 'c1', statement: 'x', topicId: 'q1' })
    .thenRejected('topic_retired')
  given(topic('q1'), topic('q2'), ['topic.merge', { ids: ['q1'], into: 'q2' }])
    .when('topic.change', { id: 'q1', set: { description: 'x' } })
    .thenRejected('topic_merged')
  given(topic('q1'), topic('q2'), ['topic.merge', { ids: ['q1'], into: 'q2' }])
    .when('claim.make', { id: 'c1', statement: 'x', topicId: 'q1' })
    .thenRejected('topic_retired', 'was merged into “')
})
