import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const text = 'Up to 8,000 soldiers 🪖 are there. Up to 8,000 soldiers, he says.'
const base: Step[] = [
  ['article.import', { articles: [{ id: 'a1', title: 'One', text }] }],
  ['tag.create', { id: 't1', name: 'force size', colour: 'blue' }],
  ['tag.create', { id: 't2', name: 'denial', colour: 'pink' }],
]
const span = { id: 'n1', articleId: 'a1', start: 0, end: 11, tagIds: ['t1'] }
const made: Step = ['annotation.make', { spans: [span] }]

test('given an article, when words are tagged, then the quote and its context are taken from the text', () => {
  given(...base)
    .when('annotation.make', { spans: [span] })
    .thenEvents([
      'annotations/n1',
      'annotation.made',
      {
        start: 0,
        end: 11,
        quote: 'Up to 8,000',
        prefix: '',
        suffix: ' soldiers 🪖 are there. Up to 8,',
        tagIds: ['t1'],
      },
    ])
    .labelled('tag “Up to 8,000” as “force size”')
})

test('given every occurrence of some words, when they are marked, then it is one step with a count', () => {
  const second = text.lastIndexOf('Up to')
  given(...base)
    .when('annotation.make', { spans: [span, { ...span, id: 'n2', start: second, end: second + 11 }] })
    .thenEvents(
      ['annotations/n1', 'annotation.made'],
      ['annotations/n2', 'annotation.made', { quote: 'Up to 8,000' }],
    )
    .labelled('tag 2 spans “Up to 8,000” as “force size”')
})

test('given overlapping and nested spans, then all are kept', () => {
  given(...base, made)
    .when('annotation.make', {
      spans: [{ id: 'n2', articleId: 'a1', start: 6, end: 20, note: 'the figure' }],
    })
    .thenEvents(['annotations/n2', 'annotation.made', { quote: '8,000 soldiers' }])
    .labelled('note “8,000 soldiers”')
})

test.each([
  ['beyond the end of the text', { start: 0, end: 500 }, 'span_outside_text'],
  ['without a character', { start: 3, end: 3 }, 'span_empty'],
  ['through an emoji', { start: 0, end: text.indexOf('🪖') + 1 }, 'span_splits_character'],
  ['with a negative start', { start: -1, end: 3 }, 'malformed_command'],
  ['with an unknown tag', { tagIds: ['t9'] }, 'unknown_tag'],
  ['in an unknown article', { articleId: 'a9' }, 'unknown_article'],
])('given a span %s, when it is marked, then it is refused', (_, fields, code) => {
  given(...base)
    .when('annotation.make', { spans: [{ ...span, ...fields }] })
    .thenRejected(code)
})

test('given a retired tag, when it is used, then it is refused; spans that carry it keep it', () => {
  const retired = given(...base, made, ['tag.retire', { id: 't1' }])
  retired
    .when('annotation.make', { spans: [{ ...span, id: 'n2' }] })
    .thenRejected('tag_retired', '“force size”')
  const tagged = retired.when('annotation.tag', { ids: ['n1'], tagIds: ['t2'] })
  expect(tagged.row('annotations', 'n1')).toMatchObject({ tagIds: ['t1', 't2'] })
})

test('given the same id twice, then the step is refused', () => {
  given(...base)
    .when('annotation.make', { spans: [span, span] })
    .thenRejected('id_taken')
  given(...base, made)
    .when('annotation.make', { spans: [span] })
    .thenRejected('id_taken')
})

test('given annotations, when tags are added and taken off, then only those that change have events', () => {
  const other: Step = ['annotation.make', { spans: [{ ...span, id: 'n2', tagIds: ['t1', 't2'] }] }]
  given(...base, made, other)
    .when('annotation.tag', { ids: ['n1', 'n2'], tagIds: ['t2'] })
    .thenEvents(['annotations/n1', 'annotation.retagged', { tagIds: ['t1', 't2'] }])
    .labelled('tag 1 span as “denial”')
    .when('annotation.untag', { ids: ['n1', 'n2'], tagIds: ['t1'] })
    .thenEvents(
      ['annotations/n1', 'annotation.retagged', { tagIds: ['t2'] }],
      ['annotations/n2', 'annotation.retagged', { tagIds: ['t2'] }],
    )
    .labelled('take “force size” off 2 spans')
})

test('given tags that are there or are not, when they are added or taken off, then nothing changes', () => {
  given(...base, made)
    .when('annotation.tag', { ids: ['n1'], tagIds: ['t1'] })
    .thenRejected('nothing_to_change')
  given(...base, made)
    .when('annotation.untag', { ids: ['n1'], tagIds: ['t2'] })
    .thenRejected('nothing_to_change')
})

test('given an annotation, when its note is written, then changed, the label tells which', () => {
  given(...base, made)
    .when('annotation.note', { id: 'n1', note: 'who says so?' })
    .thenEvents(['annotations/n1', 'annotation.noted', { note: 'who says so?' }])
    .labelled('note “Up to 8,000”')
    .when('annotation.note', { id: 'n1', note: 'the spokesman' })
    .labelled('change the note on “Up to 8,000”')
    .when('annotation.note', { id: 'n1', note: 'the spokesman' })
    .thenRejected('nothing_to_change')
})

test('given an annotation, when its ends move, then its words are taken anew from the text', () => {
  given(...base, made)
    .when('annotation.move', { id: 'n1', start: 6, end: 20 })
    .thenEvents(['annotations/n1', 'annotation.moved', { quote: '8,000 soldiers', prefix: 'Up to ' }])
    .labelled('move the span “Up to 8,000” to “8,000 soldiers”')
    .when('annotation.move', { id: 'n1', start: 6, end: 20 })
    .thenRejected('nothing_to_change')
})

test('given an annotation that a claim rests on, when it is removed, then the claim keeps its lost evidence', () => {
  const removed = given(...base, made, ['claim.make', { id: 'c1', statement: 'x', evidence: ['n1'] }]).when(
    'annotation.remove',
    { ids: ['n1'] },
  )
  removed.thenEvents(['annotations/n1', 'annotation.removed']).labelled('remove the annotation “Up to 8,000”')
  expect(removed.row('claims', 'c1')).toMatchObject({ evidence: ['n1'] })
})

test('given an unknown annotation, then every command on it is refused', () => {
  given(...base)
    .when('annotation.note', { id: 'n9', note: 'x' })
    .thenRejected('unknown_annotation')
  given(...base)
    .when('annotation.move', { id: 'n9', start: 0, end: 1 })
    .thenRejected('unknown_annotation')
  given(...base)
    .when('annotation.remove', { ids: ['n9'] })
    .thenRejected('unknown_annotation')
  given(...base)
    .when('annotation.tag', { ids: ['n9'], tagIds: ['t1'] })
    .thenRejected('unknown_annotation')
  given(...base)
    .when('annotation.untag', { ids: ['n9'], tagIds: ['t1'] })
    .thenRejected('unknown_annotation')
})
