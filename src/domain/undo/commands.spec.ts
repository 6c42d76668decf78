import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const tag: Step = ['tag.create', { id: 't1', name: 'size', colour: 'blue' }]
const renamed: Step = ['tag.change', { id: 't1', set: { name: 'force size' } }]
const article: Step = [
  'article.import',
  { articles: [{ id: 'a1', title: 'One', text: 'Up to 8,000 soldiers' }] },
]

test('given a step, when it is undone, then new events take it back and the label names it', () => {
  const undone = given(tag, renamed).when('history.undo', {})
  undone
    .thenEvents(['tags/t1', 'row.reverted', { how: 'undo', change: { op: 'set', fields: { name: 'size' } } }])
    .labelled('rename the tag “size” to “force size”')
  const all = undone.when('history.undo', {})
  all.thenEvents(['tags/t1', 'row.reverted', { change: { op: 'delete' } }]).labelled('create the tag “size”')
  all.when('history.undo', {}).thenRejected('nothing_to_undo')
})

test('given undone steps, when they are redone, then they come back in the order they were done', () => {
  const undone = given(tag, renamed, ['history.undo', {}], ['history.undo', {}])
  const first = undone.when('history.redo', {})
  first.thenEvents(['tags/t1', 'row.reverted', { how: 'redo', change: { op: 'insert' } }])
  expect(first.row('tags', 't1')).toMatchObject({ name: 'size' })
  const second = first.when('history.redo', {})
  expect(second.row('tags', 't1')).toMatchObject({ name: 'force size' })
  second.when('history.redo', {}).thenRejected('nothing_to_redo')
})

test('given an undone step, when something new is done, then there is nothing to redo', () => {
  given(tag, renamed, ['history.undo', {}], ['topic.open', { id: 'q1', question: 'How many?' }])
    .when('history.redo', {})
    .thenRejected('nothing_to_redo')
})

test('given redone and undone steps again and again, then undo always finds the last one that stands', () => {
  const back: Step = ['history.undo', {}]
  const forth: Step = ['history.redo', {}]
  given(tag, renamed, back, forth, back, back, forth)
    .when('history.undo', {})
    .labelled('create the tag “size”')
  given(tag, renamed, back, forth).when('history.undo', {}).labelled('rename the tag “size” to “force size”')
})

test('given the work of two analysts, then each undoes their own', () => {
  const both = given(tag, ['topic.open', { id: 'q1', question: 'How many?' }, 'ben'])
  both.when('history.undo', {}, 'ann').labelled('create the tag “size”')
  both.when('history.undo', {}, 'ben').labelled('open the topic “How many?”')
  both.when('history.undo', {}, 'ben').thenRejected('nothing_to_undo')
})

test('given another’s later edit of the same field, then undo is refused with who and which event', () => {
  given(tag, renamed, ['tag.change', { id: 't1', set: { name: 'sizes' } }, 'ben'])
    .when('history.undo', {})
    .thenRejected('undo_blocked', 'Ben Example has changed the same tag since (event 5)')
})

test('given another’s later edit of another field, then undo takes back only its own', () => {
  const undone = given(tag, renamed, ['tag.change', { id: 't1', set: { colour: 'pink' } }, 'ben']).when(
    'history.undo',
    {},
  )
  expect(undone.row('tags', 't1')).toMatchObject({ name: 'size', colour: 'pink' })
})

test('given another’s tag added to the same span since, then undo takes off only its own', () => {
  const undone = given(
    article,
    tag,
    ['tag.create', { id: 't2', name: 'denial', colour: 'pink' }],
    ['annotation.make', { spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 5 }] }],
    ['annotation.tag', { ids: ['n1'], tagIds: ['t1'] }],
    ['annotation.tag', { ids: ['n1'], tagIds: ['t2'] }, 'ben'],
  ).when('history.undo', {})
  expect(undone.row('annotations', 'n1')).toMatchObject({ tagIds: ['t2'] })
})

test('given work of others that rests on it, then a thing cannot be undone away', () => {
  given(
    ['topic.open', { id: 'q1', question: 'How many?' }],
    ['claim.make', { id: 'c1', statement: 'x', topicId: 'q1' }, 'ben'],
  )
    .when('history.undo', {})
    .thenRejected('undo_blocked', '1 claim made since still uses this topic')
})

test('given evidence whose claim another made, then the span cannot be undone away, but its removal can be redone', () => {
  const span: Step = ['annotation.make', { spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 5 }] }]
  const claim: Step = ['claim.make', { id: 'c1', statement: 'x', evidence: ['n1'] }, 'ben']
  given(article, span, claim).when('history.undo', {}).thenRejected('undo_blocked')
  given(article, span, claim, ['annotation.remove', { ids: ['n1'] }], ['history.undo', {}])
    .when('history.redo', {})
    .thenEvents(['annotations/n1', 'row.reverted', { change: { op: 'delete' } }])
})

test('given what the screen named, when it is no longer the next step, then nothing is undone', () => {
  given(tag, renamed)
    .when('history.undo', { expected: 'another' })
    .thenRejected('undo_moved_on', 'rename the tag')
  given(tag, ['history.undo', {}]).when('history.redo', { expected: 'another' }).thenRejected('undo_moved_on')
})

test('given an analyst who has only joined, then joining is not undone', () => {
  given().when('history.undo', {}).thenRejected('nothing_to_undo')
  given().when('history.redo', {}).thenRejected('nothing_to_redo')
})
