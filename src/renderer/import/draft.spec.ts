import { describe, expect, it } from 'vitest'
import type { PreparedFile, ProposedArticle } from '../../contract/import.ts'
import {
  articlesOf,
  changeArticle,
  type DraftArticle,
  draftOf,
  keepAsText,
  markFurniture,
  mergeWithPrevious,
  obstacle,
  type ReadableDraft,
  splitBefore,
} from './draft.ts'
import { importCommand } from './import-command.ts'

function proposed(text: string, change: Partial<ProposedArticle> = {}): ProposedArticle {
  return {
    text,
    title: text.split('\n')[0]!,
    publisher: 'Harbour Wire',
    author: '',
    publishedDate: '2024-11-01',
    url: '',
    language: 'en',
    part: null,
    parts: null,
    furniture: [],
    reasons: {},
    duplicate: null,
    near: [],
    ...change,
  }
}

const one = 'First report\n\nEleven thousand are there.\n\n'
const two = 'Second report\n\nMost Popular\n\nThree thousand are there.\n'
const file: PreparedFile = {
  ok: true,
  name: 'page.txt',
  encoding: 'utf-8',
  markup: 'plain',
  notes: [],
  whole: proposed(one + two),
  parts: [
    proposed(one, { part: 1, parts: 2 }),
    proposed(two, {
      part: 2,
      parts: 2,
      furniture: [{ start: 15, end: 27, kind: 'most popular', reason: 'its heading' }],
    }),
  ],
}
const draft = () => draftOf(file, 'a') as ReadableDraft
const furnitureWords = (article: DraftArticle) =>
  article.furniture.filter(({ on }) => on).map(({ start, end }) => article.text.slice(start, end))

describe('a draft of an import', () => {
  it('accepts the proposed parts and furniture', () => {
    const articles = articlesOf(draft())
    expect(articles.map(({ title }) => title)).toEqual(['First report', 'Second report'])
    expect(furnitureWords(articles[1]!)).toEqual(['Most Popular'])
  })

  it('can take the file as one article instead', () => {
    expect(articlesOf({ ...draft(), shape: 'whole' }).map(({ text }) => text)).toEqual([one + two])
  })

  it('leaves a text out that is in the workspace already', () => {
    const twin = draftOf(
      { ...file, whole: proposed(one, { duplicate: { articleId: 'x', title: 'T' } }), parts: [] },
      'b',
    )
    expect(articlesOf(twin)[0]?.included).toBe(false)
  })

  it('joins a part to the one before it, with its furniture at its new place', () => {
    const merged = mergeWithPrevious(draft(), 'a.2')
    expect(merged.parts.map(({ text }) => text)).toEqual([one + two])
    expect(furnitureWords(merged.parts[0]!)).toEqual(['Most Popular'])
  })

  it('cuts a part in two and loses no character', () => {
    const cut = splitBefore(draft(), 'a.2', two.indexOf('Three'), 'n')
    expect(cut.parts.map(({ text }) => text).join('')).toBe(one + two)
    expect(cut.parts).toHaveLength(3)
    expect(cut.parts[2]?.title).toBe('Three thousand are there.')
    expect(furnitureWords(cut.parts[1]!)).toEqual(['Most Popular'])
  })

  it('cuts a whole file into parts', () => {
    const cut = splitBefore({ ...draft(), shape: 'whole' }, 'a.0', one.length, 'n')
    expect(articlesOf(cut).map(({ text }) => text)).toEqual([one, two])
  })

  it('marks a stretch as furniture in place of what it covers', () => {
    const part = draft().parts[1]!
    const marked = markFurniture(part, { start: 0, end: 27, kind: 'menu', key: 'k' })
    expect(furnitureWords(marked)).toEqual(['Second report\n\nMost Popular'])
  })

  it('keeps a line as text in the middle of furniture', () => {
    const part = draft().parts[1]!
    const marked = markFurniture(part, { start: 0, end: two.length, kind: 'menu', key: 'k' })
    expect(furnitureWords(keepAsText(marked, 15, 27))).toEqual([
      'Second report\n\n',
      '\n\nThree thousand are there.\n',
    ])
  })

  it('becomes one command with the part’s place in its file and only furniture that is on', () => {
    const off = changeArticle(draft(), 'a.2', (article) => ({
      ...article,
      furniture: article.furniture.map((mark) => ({ ...mark, on: false })),
    }))
    const { articles } = importCommand([off], () => 'id')
    expect(
      articles.map(({ part, parts, origin, furniture }) => ({ part, parts, origin, furniture })),
    ).toEqual([
      { part: 1, parts: 2, origin: 'page.txt', furniture: [] },
      { part: 2, parts: 2, origin: 'page.txt', furniture: [] },
    ])
  })

  it('says what an article lacks', () => {
    const article = articlesOf(draft())[0]!
    expect(obstacle(article)).toBeNull()
    expect(obstacle({ ...article, title: ' ' })).toBe('It needs a title.')
    expect(obstacle({ ...article, url: 'example.org' })).toMatch(/^Its web address/)
  })
})
