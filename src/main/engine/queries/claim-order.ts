import type { ClaimColumn, ClaimQuery } from '../../../contract/claim-query.ts'
import { claimStatuses, qualifiers, stances } from '../../../domain/claim/row.ts'
import { confidences, likelihoods } from '../../../domain/grade.ts'
import { foldWord } from '../search-words.ts'
import type { Claim, ClaimBook } from './claim-book.ts'
import { claimFilter } from './claim-filter.ts'

/** The rows that a query asks for, in its order, and its groups in that same order. */
export interface Ordered {
  claims: readonly Claim[]
  groups: { key: string | null; label: string; count: number }[]
}

/** Orders kept for the next page of the same query. */
const keptOrders = 8

/** Answers queries over the book; the answer to a query is kept until something changes. */
export function orderClaims(query: ClaimQuery, book: ClaimBook): Ordered {
  const kept = orders.get(book) ?? new Map<string, { version: number; ordered: Ordered }>()
  orders.set(book, kept)
  const key = JSON.stringify(query)
  const known = kept.get(key)
  if (known?.version === book.version()) return known.ordered
  kept.delete(key)
  if (kept.size >= keptOrders) kept.delete(kept.keys().next().value!)
  const ordered = order(query, book)
  kept.set(key, { version: book.version(), ordered })
  return ordered
}

const orders = new WeakMap<ClaimBook, Map<string, { version: number; ordered: Ordered }>>()

/**
 * Filters, then sorts by one number a row: its group's place, its value's place, its place of entry, folded into one
 * so that a typed array can sort them without calling back. Empty values come last in either direction.
 */
function order({ sort, group, ...filters }: ClaimQuery, book: ClaimBook): Ordered {
  const keep = claimFilter({ sort, group, ...filters }, book)
  const slots = book.slots()
  const chosen: number[] = []
  for (let slot = 0; slot < slots.length; slot += 1) {
    const claim = slots[slot]
    if (claim && keep(claim)) chosen.push(slot)
  }
  const claimAt = (slot: number) => slots[slot]!
  const values = ranks(
    chosen.map((slot) => sortValue(sort.column, claimAt(slot), book)),
    sort.descending,
  )
  const groupKeys = group ? chosen.map((slot) => groupKey(group, claimAt(slot), book)) : null
  const groupRanks = groupKeys
    ? ranks(
        groupKeys.map((key) => key?.sort ?? null),
        false,
      )
    : null

  // Newest entry first when the sort says descending, as people expect of equal rows.
  const entryOf = (slot: number) => (sort.descending ? slots.length - 1 - slot : slot)
  const span = slots.length + 1
  const keys = new Float64Array(chosen.length)
  for (let index = 0; index < chosen.length; index += 1) {
    const rank = (groupRanks ? groupRanks.of[index]! * (values.count + 2) : 0) + values.of[index]!
    keys[index] = rank * span + entryOf(chosen[index]!)
  }
  keys.sort()
  const claims: Claim[] = []
  for (const key of keys) {
    const entry = key % span
    claims.push(claimAt(sort.descending ? slots.length - 1 - entry : entry))
  }
  return { claims, groups: group ? groupsOf(group, claims, book) : [] }
}

/** Each value's place among the distinct values; empty ones have the last place of all. */
function ranks(
  values: readonly (string | number | null)[],
  descending: boolean,
): { of: Int32Array; count: number } {
  const distinct = [...new Set(values)].filter((value) => value !== null)
  if (typeof distinct[0] === 'number') (distinct as number[]).sort((a, b) => a - b)
  else distinct.sort()
  if (descending) distinct.reverse()
  const placeOf = new Map<string | number | null, number>(distinct.map((value, place) => [value, place]))
  placeOf.set(null, distinct.length)
  const of = new Int32Array(values.length)
  for (let index = 0; index < values.length; index += 1) of[index] = placeOf.get(values[index]!)!
  return { of, count: distinct.length }
}

/** What a column sorts by: a number, a folded text, or null when the claim has nothing there. */
function sortValue(column: ClaimColumn, claim: Claim, book: ClaimBook): string | number | null {
  const { sources, topics } = book.tables
  switch (column) {
    case 'statement':
      return sortable(claim.statement)
    case 'source':
      return claim.sourceId && sortable(sources.get(claim.sourceId)?.name ?? '')
    case 'reliability':
      return (claim.sourceId && sources.get(claim.sourceId)?.reliability) || null
    case 'via':
      return sortable(claim.via.map((id) => sources.get(id)?.name ?? '').join(', '))
    case 'topic':
      return claim.topicId && sortable(topics.get(claim.topicId)?.question ?? '')
    case 'stance':
      return stances.indexOf(claim.stance)
    case 'quantity':
      return quantityOrder(claim)
    case 'unit':
      return sortable(claim.unit)
    case 'place':
      return sortable(claim.place)
    case 'event':
      return claim.eventFrom && `${claim.eventFrom} ${claim.eventTo}`
    case 'said':
      return claim.statementFrom && `${claim.statementFrom} ${claim.statementTo}`
    case 'credibility':
      return claim.credibility
    case 'confidence':
      return claim.confidence && confidences.indexOf(claim.confidence)
    case 'likelihood':
      return claim.likelihood && likelihoods.indexOf(claim.likelihood)
    case 'status':
      return claimStatuses.indexOf(claim.status)
    case 'article':
      return articleOf(claim, book)?.sort ?? null
    case 'evidence':
      return claim.evidence.length
    case 'relations':
      return book.relationsOf(claim.id).length
    case 'warnings':
      return book.warnings(claim).length
    case 'entered':
      return claim.enteredAt
  }
}

/** By the figure, then by how it is bounded. */
function quantityOrder({ low, high, qualifier }: Claim): number | null {
  const figure = low ?? high
  return figure === null || qualifier === null ? null : figure * 8 + qualifiers.indexOf(qualifier)
}

interface GroupKey {
  key: string
  label: string
  sort: string
}

function groupKey(group: NonNullable<ClaimQuery['group']>, claim: Claim, book: ClaimBook): GroupKey | null {
  if (group === 'status') {
    return { key: claim.status, label: claim.status, sort: String(claimStatuses.indexOf(claim.status)) }
  }
  if (group === 'article') return articleOf(claim, book)
  const id = group === 'topic' ? claim.topicId : claim.sourceId
  if (!id) return null
  const label = group === 'topic' ? book.tables.topics.get(id)?.question : book.tables.sources.get(id)?.name
  return labelled(id, label ?? '')
}

/** The article of its first evidence that is still there. */
function articleOf(claim: Claim, book: ClaimBook): GroupKey | null {
  const first = book.evidenceOf(claim)[0]?.annotation
  return first ? labelled(first.articleId, book.tables.articles.get(first.articleId)?.title ?? '') : null
}

/** Two groups of the same name stay apart by their id. */
function labelled(key: string, label: string): GroupKey {
  return { key, label, sort: `${sortable(label) ?? ''}\n${key}` }
}

function groupsOf(
  group: NonNullable<ClaimQuery['group']>,
  claims: readonly Claim[],
  book: ClaimBook,
): Ordered['groups'] {
  const groups: Ordered['groups'] = []
  for (const claim of claims) {
    const found = groupKey(group, claim, book)
    const last = groups[groups.length - 1]
    if (last && last.key === (found?.key ?? null)) last.count += 1
    else groups.push({ key: found?.key ?? null, label: found?.label ?? '', count: 1 })
  }
  return groups
}

function sortable(text: string): string | null {
  if (text === '') return null
  let known = sortables.get(text)
  if (known === undefined) {
    if (sortables.size > 300_000) sortables.clear()
    known = foldWord(text)
    sortables.set(text, known)
  }
  return known
}

/** Folded texts by the text: the same statements are sorted again and again. */
const sortables = new Map<string, string>()
