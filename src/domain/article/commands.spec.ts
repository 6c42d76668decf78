import { expect, test } from 'vitest'
import { given, type Step, specDigest } from '../spec-kit.fixture.ts'

const text = 'Menu\nUp to 8,000 soldiers 🪖 are there.'
const article = { id: 'a1', title: 'Eight thousand', text }
const imported: Step = ['article.import', { articles: [article] }]

test('given a text, when it is imported, then the event carries its hash, length and words, not the text', () => {
  const done = given().when('article.import', {
    articles: [{ ...article, furniture: [{ id: 'f1', start: 0, end: 4, kind: 'menu' }] }],
  })
  done
    .thenEvents(
      [
        'articles/a1',
        'article.imported',
        { title: 'Eight thousand', textHash: specDigest(text), length: text.length, words: 7, revision: 1 },
      ],
      ['furniture/f1', 'furniture.marked', { articleId: 'a1', start: 0, end: 4, kind: 'menu' }],
    )
    .labelled('import “Eight thousand”')
  expect(done.row('articles', 'a1')).toMatchObject({ status: 'to read', enteredBy: 'ann' })
})

test('given several articles of one file, when they are imported, then it is one step', () => {
  const articles = [1, 2].map((part) => ({
    id: `a${part}`,
    title: `Part ${part}`,
    text: `${text}${part}`,
    part,
    parts: 2,
  }))
  given()
    .when('article.import', { articles })
    .thenEvents(
      ['articles/a1', 'article.imported', { part: 1, parts: 2 }],
      ['articles/a2', 'article.imported', { part: 2 }],
    )
    .labelled('import 2 articles')
})

test('given the same text, when it is imported again, then it is refused with the first one’s title', () => {
  given(imported)
    .when('article.import', { articles: [{ ...article, id: 'a2', title: 'Again' }] })
    .thenRejected('duplicate_article', '“Eight thousand”')
})

test('given two articles with the same text in one step, then nothing of the step is imported', () => {
  given()
    .when('article.import', { articles: [article, { ...article, id: 'a2' }] })
    .thenRejected('duplicate_article')
})

test('given a changed article, when it is imported as a revision, then it has the next number', () => {
  const done = given(imported).when('article.import', {
    articles: [{ ...article, id: 'a2', text: `${text} Corrected.`, revisionOf: 'a1' }],
  })
  done.thenEvents(['articles/a2', 'article.imported', { revision: 2, revisionOf: 'a1' }])
})

test.each([
  ['white space only', ' \n\t '],
  ['a carriage return', 'one\r\ntwo'],
  ['a byte order mark', '\ufeffone'],
  ['a NUL', 'one\0two'],
  ['half a surrogate pair', 'one \ud83e'],
])('given a text with %s, when it is imported, then it is refused', (_, broken) => {
  given()
    .when('article.import', { articles: [{ ...article, text: broken }] })
    .thenRejected(broken.trim() === '' ? 'empty_article' : 'not_canonical')
})

test.each([
  ['30 February', { publishedDate: '2024-02-30' }],
  ['an address that is not of the web', { url: 'javascript:alert(1)' }],
  ['no title', { title: ' ' }],
  ['an id with a slash', { id: 'a/1' }],
])('given an article with %s, when it is imported, then it is malformed', (_, fields) => {
  given()
    .when('article.import', { articles: [{ ...article, ...fields }] })
    .thenRejected('malformed_command')
})

test('given a furniture mark beyond the text’s end, then the import is refused', () => {
  const furniture = [{ id: 'f1', start: 0, end: 999, kind: 'menu' }]
  given()
    .when('article.import', { articles: [{ ...article, furniture }] })
    .thenRejected('span_outside_text')
})

test('given an article, when details are corrected, then only what differs is recorded', () => {
  given(imported)
    .when('article.correct', { id: 'a1', set: { title: 'Eight thousand', publisher: 'Harbour Wire' } })
    .thenEvents(['articles/a1', 'article.corrected', { set: { publisher: 'Harbour Wire' } }])
    .labelled('correct publisher of “Eight thousand”')
})

test('given articles, when they are marked as read, then those that are already so have no event', () => {
  given(imported, ['article.setStatus', { ids: ['a1'], status: 'read' }])
    .when('article.setStatus', { ids: ['a1'], status: 'read' })
    .thenRejected('nothing_to_change')
  given(imported)
    .when('article.setStatus', { ids: ['a1', 'a1'], status: 'reading' })
    .thenEvents(['articles/a1', 'article.statusSet', { status: 'reading' }])
    .labelled('mark “Eight thousand” as reading')
})

const worked: Step[] = [
  imported,
  ['furniture.mark', { articleId: 'a1', spans: [{ id: 'f1', start: 0, end: 4, kind: 'menu' }] }],
  ['annotation.make', { spans: [{ id: 'n1', articleId: 'a1', start: 5, end: 16 }] }],
  ['claim.make', { id: 'c1', statement: 'Up to 8,000', evidence: ['n1'] }],
]

test('given an article that was worked on, when it is removed, then its marks go first and the claim stays', () => {
  const removed = given(...worked).when('article.remove', { ids: ['a1'] })
  removed
    .thenEvents(
      ['annotations/n1', 'annotation.removed'],
      ['furniture/f1', 'furniture.unmarked'],
      ['articles/a1', 'article.removed'],
    )
    .labelled('remove “Eight thousand”')
  expect(removed.row('claims', 'c1')).toMatchObject({ evidence: ['n1'] })
})

test('given a removed article, when that is undone, then its text can be read and marked again', () => {
  const back = given(...worked, ['article.remove', { ids: ['a1'] }]).when('history.undo', {})
  expect(back.row('annotations', 'n1')).toMatchObject({ quote: 'Up to 8,000' })
  back
    .when('furniture.mark', { articleId: 'a1', spans: [{ id: 'f2', start: 5, end: 7, kind: 'other' }] })
    .thenEvents(['furniture/f2', 'furniture.marked'])
})

test('given an article with a later revision, when it is removed alone, then it is refused', () => {
  const revised: Step = [
    'article.import',
    { articles: [{ ...article, id: 'a2', text: `${text}!`, revisionOf: 'a1' }] },
  ]
  given(imported, revised)
    .when('article.remove', { ids: ['a1'] })
    .thenRejected('has_revision')
  given(imported, revised)
    .when('article.remove', { ids: ['a1', 'a2'] })
    .labelled('remove 2 articles')
})

test('given furniture, when it is unmarked, then it is text again', () => {
  const done = given(...worked).when('furniture.unmark', { ids: ['f1'] })
  done.thenEvents(['furniture/f1', 'furniture.unmarked']).labelled('unmark 1 stretch of furniture')
  expect(done.row('furniture', 'f1')).toBeUndefined()
})

test('given unknown ids, then marking, unmarking, correcting and removing are refused', () => {
  const spans = [{ id: 'f9', start: 0, end: 1, kind: 'menu' }]
  given().when('furniture.mark', { articleId: 'a9', spans }).thenRejected('unknown_article')
  given()
    .when('furniture.unmark', { ids: ['f9'] })
    .thenRejected('unknown_furniture mark')
  given()
    .when('article.correct', { id: 'a9', set: { title: 'x' } })
    .thenRejected('unknown_article')
  given()
    .when('article.remove', { ids: ['a9'] })
    .thenRejected('unknown_article')
})

test('given a span through the middle of an emoji, then it cannot be marked as furniture', () => {
  const start = text.indexOf('🪖')
  given(imported)
    .when('furniture.mark', { articleId: 'a1', spans: [{ id: 'f1', start, end: start + 1, kind: 'menu' }] })
    .thenRejected('span_splits_character')
})

test.each([
  ['articles', ['x', 'x'], ['f1', 'f2']],
  ['furniture marks', ['x', 'y'], ['f', 'f']],
])('given two new %s with the same id in one command, then it is refused', (_, ids, marks) => {
  const articles = ids.map((id, index) => {
    const furniture = [{ id: marks[index], start: 0, end: 4, kind: 'menu' }]
    return { id, title: `Title ${index}`, text: `Menu and text ${index}`, furniture }
  })
  given().when('article.import', { articles }).thenRejected('id_taken', 'of this command')
})

test('given two furniture marks with the same id, then they are refused', () => {
  const mark = { id: 'f', start: 0, end: 4, kind: 'menu' }
  given(['article.import', { articles: [{ id: 'x', title: 'X', text: 'Menu and text' }] }])
    .when('furniture.mark', { articleId: 'x', spans: [mark, { ...mark, start: 5 }] })
    .thenRejected('id_taken', 'of this command')
})
