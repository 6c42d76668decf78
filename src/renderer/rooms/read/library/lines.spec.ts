import { describe, expect, it } from 'vitest'
import type { ArticleListItem, SearchHit } from '../../../../contract/rows.ts'
import { type ArticleStatus, type LibraryLine, libraryLines } from './lines.ts'

describe('the library', () => {
  const articles = [
    article('a', { status: 'read', title: 'Treaty signed', publishedDate: '2024-11-01' }),
    article('b', { status: 'to read', title: 'No date on this one', publishedDate: null }),
    article('c', { status: 'to read', title: 'Zürich note', publishedDate: '2024-10-01' }),
    article('d', {
      status: 'to read',
      title: 'Later',
      publisher: 'Harbour Wire',
      publishedDate: '2024-11-02',
    }),
  ]

  it('lists articles under their status, the newest first, those without a date last', () => {
    expect(shown(libraryLines(articles, '', none, unfolded))).toEqual([
      'to read 3',
      'd',
      'c',
      'b',
      'read 1',
      'a',
    ])
  })

  it('tells each line its place among its siblings', () => {
    const [heading, first] = libraryLines(articles, '', none, unfolded)
    expect(heading).toMatchObject({ level: 1, position: 1, siblings: 2, isOpen: true })
    expect(first).toMatchObject({ level: 2, position: 1, siblings: 3 })
  })

  it('hides the articles of a folded status and keeps its count', () => {
    expect(shown(libraryLines(articles, '', none, new Set(['to read'])))).toEqual([
      'to read 3',
      'read 1',
      'a',
    ])
  })

  it.each([
    ['zurich', ['to read 1', 'c']],
    ['HARBOUR later', ['to read 1', 'd']],
    ['harbour treaty', []],
  ])('narrowed by “%s” shows %j', (words, expected) => {
    expect(shown(libraryLines(articles, words, none, unfolded))).toEqual(expected)
  })

  it('also shows articles whose text has the words, in folded groups too', () => {
    const lines = libraryLines(articles, 'brigade', new Map([['a', hit('a')]]), new Set(['read']))
    expect(shown(lines)).toEqual(['read 1', 'a'])
    expect(lines[1]).toMatchObject({ hit: { id: 'a' } })
  })
})

const none: ReadonlyMap<string, SearchHit> = new Map()
const unfolded: ReadonlySet<ArticleStatus> = new Set()

function shown(lines: readonly LibraryLine[]): string[] {
  return lines.map((line) => (line.kind === 'group' ? `${line.status} ${line.count}` : line.id))
}

function hit(id: string): SearchHit {
  return { kind: 'article', id, articleId: id, title: '', snippet: [], start: 0, end: 1 }
}

function article(id: string, given: Partial<ArticleListItem>): ArticleListItem {
  return {
    id,
    title: id,
    publisher: '',
    author: '',
    publishedDate: null,
    url: '',
    language: '',
    textHash: '',
    length: 0,
    words: 0,
    origin: 'pasted',
    encoding: 'utf-8',
    part: null,
    parts: null,
    revision: 1,
    revisionOf: null,
    status: 'to read',
    enteredAt: '2024-11-01T00:00:00.000Z',
    enteredBy: 'x',
    annotations: 0,
    claims: 0,
    progress: 0,
    ...given,
  }
}
