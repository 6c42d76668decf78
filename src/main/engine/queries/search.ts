import type { SearchHit } from '../../../contract/rows.ts'
import { short } from '../../../domain/decide.ts'
import { decodeRow, selectRows } from '../tables/columns.ts'
import type { SearchedTable } from '../tables/search-index.ts'
import type { Query, QueryContext } from './context.ts'
import { type Found, findTerms, matchExpression, type Term, termsOf } from './search-terms.ts'

type Kind = SearchHit['kind']
const kinds = ['article', 'claim', 'annotation'] as const
const tableOf = { article: 'articles', claim: 'claims', annotation: 'annotations' } as const satisfies Record<
  Kind,
  SearchedTable
>

/** Hits of each kind, best first; no kind crowds out another. */
export const search: Query<'search'> = (context, { text, kinds: wanted, limit }) => {
  const terms = termsOf(text)
  if (terms.length === 0) return []
  const asked = kinds.filter((kind) => wanted.length === 0 || wanted.includes(kind))
  const found = asked.map((kind) => matches(context, kind, terms, limit))
  const counts = share(
    found.map((numbers) => numbers.length),
    limit,
  )
  return asked.flatMap((kind, index) =>
    found[index]!.slice(0, counts[index]).map((n) => hit(context, kind, n, terms)),
  )
}

/** Row numbers, best first. */
function matches({ db }: QueryContext, kind: Kind, terms: readonly Term[], limit: number): number[] {
  const table = `search_${tableOf[kind]}`
  return db
    .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rank, rowid LIMIT ?`)
    .pluck()
    .all(matchExpression(terms), limit) as number[]
}

/** How many of each to show: as even as their numbers allow, `limit` in all. */
function share(available: readonly number[], limit: number): number[] {
  const counts = available.map(() => 0)
  for (let left = limit, moved = true; left > 0 && moved; ) {
    moved = false
    for (const [index, there] of available.entries()) {
      if (left > 0 && counts[index]! < there) {
        counts[index]! += 1
        left -= 1
        moved = true
      }
    }
  }
  return counts
}

function hit(context: QueryContext, kind: Kind, n: number, terms: readonly Term[]): SearchHit {
  const { db, tables, texts } = context
  const read = <Name extends SearchedTable>(table: Name) =>
    decodeRow(
      table,
      db
        .prepare(`${selectRows(table)} WHERE n = ?`)
        .raw()
        .get(n) as unknown[],
    ).row
  if (kind === 'article') {
    const article = read('articles')
    const body = texts.find(article.textHash) ?? ''
    const first = firstIn(body, terms)
    const line = first ? body : `${article.title} · ${article.publisher} · ${article.author}`
    return {
      kind,
      id: article.id,
      articleId: article.id,
      title: article.title,
      snippet: snippetOf(line, first ?? firstIn(line, terms), terms),
      start: first?.start ?? null,
      end: first?.end ?? null,
    }
  }
  if (kind === 'annotation') {
    const row = read('annotations')
    const line = firstIn(row.quote, terms) || row.note === '' ? row.quote : row.note
    const title = tables.articles.get(row.articleId)?.title ?? ''
    const { id, articleId, start, end } = row
    return { kind, id, articleId, title, snippet: snippetOf(line, firstIn(line, terms), terms), start, end }
  }
  const claim = read('claims')
  const evidence = claim.evidence.map((id) => tables.annotations.get(id)).find((row) => row !== undefined)
  const line =
    [claim.statement, claim.note, claim.place, claim.unit].find((field) => firstIn(field, terms)) ??
    claim.statement
  return {
    kind,
    id: claim.id,
    articleId: evidence?.articleId ?? null,
    title: short(claim.statement, 120),
    snippet: snippetOf(line, firstIn(line, terms), terms),
    start: null,
    end: null,
  }
}

function firstIn(text: string, terms: readonly Term[]): Found | undefined {
  return findTerms(text, terms, 1)[0]
}

/** Code units shown before and after the first found words. */
const before = 48
const after = 140

function snippetOf(text: string, first: Found | undefined, terms: readonly Term[]): SearchHit['snippet'] {
  const from = first ? wordBorder(text, first.start - before, 1) : 0
  const to = wordBorder(text, (first?.end ?? 0) + after, -1)
  const window = text.slice(from, to)
  const pieces: SearchHit['snippet'] = []
  let at = 0
  for (const { start, end } of first ? findTerms(window, terms, 20) : []) {
    if (start < at) continue
    pieces.push(
      { text: plain(window.slice(at, start)), hit: false },
      { text: window.slice(start, end), hit: true },
    )
    at = end
  }
  pieces.push({ text: plain(window.slice(at)), hit: false })
  if (from > 0) pieces.unshift({ text: '… ', hit: false })
  if (to < text.length) pieces.push({ text: ' …', hit: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** The nearest place, from `offset` in `direction`, that does not cut a word; at most 24 code units away. */
function wordBorder(text: string, offset: number, direction: 1 | -1): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  for (let step = 0; step < 24; step += 1) {
    const at = offset + step * direction
    if (direction === 1 ? isSpace(text[at - 1]) : isSpace(text[at])) return at
  }
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff ? offset + direction : offset
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/u.test(character)
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
