import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const topic: Step = ['topic.open', { id: 'q1', question: 'How many?' }]
const saved: Step = ['brief.save', { id: 'b1', name: 'Troops' }]

test('given a name, when a brief is saved, then everything is in its scope until it is narrowed', () => {
  given()
    .when('brief.save', { id: 'b1', name: 'Troops' })
    .thenEvents([
      'briefs/b1',
      'brief.saved',
      {
        name: 'Troops',
        title: '',
        sections: [],
        wording: {},
        scope: { statuses: [], stances: [], sourceIds: [], saidFrom: null, saidTo: null },
      },
    ])
    .labelled('save the brief “Troops”')
})

test('given a brief, when its sections and wording change, then the fields that changed are named', () => {
  const sections = [{ kind: 'topic', topicId: 'q1', body: '' }, { kind: 'sources' }]
  given(topic, saved)
    .when('brief.change', { id: 'b1', set: { sections, wording: { c1: 'As many as 8,000.' }, title: '' } })
    .thenEvents(['briefs/b1', 'brief.changed', { set: { sections, wording: { c1: 'As many as 8,000.' } } }])
    .labelled('change sections, wording of the brief “Troops”')
    .when('brief.change', { id: 'b1', set: { sections } })
    .thenRejected('nothing_to_change')
})

test('given a topic, then a brief may compare it in each way once', () => {
  const spread = { kind: 'comparison', comparison: 'spread', topicId: 'q1', body: '' }
  const matrix = { ...spread, comparison: 'matrix' }
  const claims = { kind: 'topic', topicId: 'q1', body: '' }
  given(topic, saved)
    .when('brief.change', { id: 'b1', set: { sections: [claims, spread, matrix] } })
    .thenEvents(['briefs/b1', 'brief.changed', { set: { sections: [claims, spread, matrix] } }])
  given(topic, saved)
    .when('brief.change', { id: 'b1', set: { sections: [spread, spread] } })
    .thenRejected('section_twice')
  given(saved)
    .when('brief.change', { id: 'b1', set: { sections: [matrix] } })
    .thenRejected('unknown_topic')
})

test('given a name in use, when another brief takes it, then it is refused', () => {
  given(saved).when('brief.save', { id: 'b2', name: 'Troops' }).thenRejected('name_taken')
  given(saved, ['brief.save', { id: 'b2', name: 'Other' }])
    .when('brief.change', { id: 'b2', set: { name: 'Troops' } })
    .thenRejected('name_taken')
})

test('given a topic twice or an unknown one among the sections, then it is refused', () => {
  const section = { kind: 'topic', topicId: 'q1', body: '' }
  given(topic)
    .when('brief.save', { id: 'b1', name: 'x', sections: [section, section] })
    .thenRejected('section_twice')
  given(saved)
    .when('brief.change', { id: 'b1', set: { sections: [section] } })
    .thenRejected('unknown_topic')
})

test('given a brief, when it is removed, then undo brings back all of it', () => {
  const removed = given(saved).when('brief.remove', { id: 'b1' })
  removed.thenEvents(['briefs/b1', 'brief.removed']).labelled('remove the brief “Troops”')
  removed.when('brief.change', { id: 'b1', set: { title: 'x' } }).thenRejected('unknown_brief')
  expect(removed.when('history.undo', {}).row('briefs', 'b1')).toMatchObject({ name: 'Troops' })
  given().when('brief.remove', { id: 'b1' }).thenRejected('unknown_brief')
})
