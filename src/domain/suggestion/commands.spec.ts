import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const text = 'Up to 8,000 soldiers are there, the ministry said. At least 90 tanks follow.'
const base: Step[] = [['article.import', { articles: [{ id: 'a1', title: 'One', text }] }]]
const figure = { id: 'r1', articleId: 'a1', key: 'q 0 20', kind: 'claim', start: 0, end: 20 }
const tanks = { id: 'r2', articleId: 'a1', key: 'q 51 69', kind: 'claim', start: 51, end: 69 }
const rejected: Step = ['suggestion.reject', { suggestions: [figure] }]

test('given a suggestion, when it is rejected, then its words are taken from the text', () => {
  given(...base)
    .when(...rejected)
    .thenEvents([
      'rejectedSuggestions/r1',
      'suggestion.rejected',
      { articleId: 'a1', key: 'q 0 20', kind: 'claim', quote: 'Up to 8,000 soldiers' },
    ])
    .labelled('reject the suggestion “Up to 8,000 soldiers”')
})

test('given several, when they are rejected, then it is one step that one undo takes back', () => {
  const outcome = given(...base).when('suggestion.reject', { suggestions: [figure, tanks] })
  outcome.labelled('reject 2 suggestions')
  const undone = outcome.when('history.undo', {})
  expect(undone.row('rejectedSuggestions', 'r1')).toBeUndefined()
  expect(undone.row('rejectedSuggestions', 'r2')).toBeUndefined()
})

test('given one that is rejected already, when it is again, then there is nothing to change', () => {
  given(...base, rejected)
    .when('suggestion.reject', { suggestions: [{ ...figure, id: 'r9' }] }, 'ben')
    .thenRejected('nothing_to_change')
})

test('given a rejected one, when it is reconsidered, then its row is gone', () => {
  const outcome = given(...base, rejected).when('suggestion.reconsider', { ids: ['r1'] })
  outcome.labelled('reconsider the suggestion “Up to 8,000 soldiers”')
  expect(outcome.row('rejectedSuggestions', 'r1')).toBeUndefined()
})

test('given one reconsidered and rejected anew, when the reconsidering is undone, then it is refused with the reason', () => {
  given(
    ...base,
    rejected,
    ['suggestion.reconsider', { ids: ['r1'] }],
    ['suggestion.reject', { suggestions: [{ ...figure, id: 'r9' }] }, 'ben'],
  )
    .when('history.undo', {})
    .thenRejected('undo_blocked', 'rejected already')
})

test('given rejections, when their article is removed, then they go with it and come back with it', () => {
  const outcome = given(...base, rejected).when('article.remove', { ids: ['a1'] })
  expect(outcome.row('rejectedSuggestions', 'r1')).toBeUndefined()
  expect(outcome.when('history.undo', {}).row('rejectedSuggestions', 'r1')).toMatchObject({ key: 'q 0 20' })
})

test.each([
  ['an article that is not there', { articleId: 'a9' }, 'unknown_article'],
  ['words outside the text', { end: 999 }, 'span_outside_text'],
  ['no words', { end: 0 }, 'span_empty'],
  ['no key', { key: '' }, 'malformed_command'],
])('given %s, when it is rejected, then that is refused', (_, wrong, code) => {
  given(...base)
    .when('suggestion.reject', { suggestions: [{ ...figure, ...wrong }] })
    .thenRejected(code)
})

test('given two with one id, when they are rejected, then that is refused', () => {
  given(...base)
    .when('suggestion.reject', { suggestions: [figure, { ...tanks, id: 'r1' }] })
    .thenRejected('id_taken')
})
