import { type ClaimColumn, type ClaimQuery, claimColumns } from '../../../contract/claim-query.ts'
import type { ClaimBook } from './claim-book.ts'
import { openClaimFilter } from './claim-filter.ts'
import type { Claim } from './claim-page.ts'
import { openRanks } from './claim-ranks.ts'
import { groupKey, groupLabel, type Order } from './claim-values.ts'

/** The rows that a query asks for, in its order, and its groups in that same order. */
export interface Ordered {
  claims: readonly Claim[]
  groups: { key: string | null; label: string; count: number }[]
}

/** Answers kept for the next page of the same query. */
const keptAnswers = 8

export interface ClaimOrder {
  /** The answer to a query, kept until something changes. */
  answer(query: ClaimQuery): Ordered
  /** Prepares a little of what the next question will need. False when nothing is left to prepare. */
  warm(): boolean
}

/** What there is to prepare: the columns that stand there at first, the searched words, then the rest. */
const likelyFirst: readonly ClaimColumn[] = [
  'statement',
  'source',
  'topic',
  'stance',
  'quantity',
  'event',
  'said',
  'credibility',
  'status',
  'article',
]
const preparations: readonly (Order | 'words')[] = [
  ...likelyFirst,
  'words',
  'group topic',
  'group source',
  'group status',
  'group article',
  ...claimColumns.filter((column) => !likelyFirst.includes(column)),
]

/** Filters and sorts the claims of the book. */
export function openClaimOrder(book: ClaimBook): ClaimOrder {
  const ranks = openRanks(book)
  const filter = openClaimFilter(book)
  const kept = new Map<string, { version: number; ordered: Ordered }>()
  let unprepared = [...preparations]
  book.watch((stale) => {
    if (stale === 'all') unprepared = [...preparations]
  })

  return {
    answer(query) {
      const key = JSON.stringify(query)
      const known = kept.get(key)
      if (known?.version === book.version()) return known.ordered
      kept.delete(key)
      if (kept.size >= keptAnswers) kept.delete(kept.keys().next().value!)
      const ordered = order(query)
      kept.set(key, { version: book.version(), ordered })
      return ordered
    },
    warm() {
      const [next] = unprepared
      if (next === undefined) return false
      if (book.warm() || (next === 'words' && filter.warm())) return true
      if (next === 'warnings' && book.origins.warm()) return true
      if (next !== 'words' && ranks.warm(next)) return true
      unprepared.shift()
      return unprepared.length > 0
    },
  }

  /**
   * Sorts by one number a row, folded from its group's place, its value's place and its place of entry, so that a
   * typed array can sort them without calling back. Empty values come last in either direction; of equal rows the
   * newest entry comes first when the order is a descending one.
   */
  function order({ sort, group, ...filters }: ClaimQuery): Ordered {
    const slots = book.slots()
    const keep = filter.test(filters)
    const values = ranks.of(sort.column)
    const groups = group ? ranks.of(`group ${group}`) : null
    const span = slots.length
    const keys = new Float64Array(span)
    let kept = 0
    for (let slot = 0; slot < span; slot += 1) {
      const claim = slots[slot]
      if (!claim || !keep(claim, slot)) continue
      const value = place(values.of[slot]!, values.count, sort.descending)
      const inGroup = groups ? place(groups.of[slot]!, groups.count, false) * (values.count + 1) : 0
      keys[kept] = (inGroup + value) * span + (sort.descending ? span - 1 - slot : slot)
      kept += 1
    }
    const claims: Claim[] = []
    for (const key of keys.subarray(0, kept).sort()) {
      const entry = key % span
      claims.push(slots[sort.descending ? span - 1 - entry : entry]!)
    }
    return { claims, groups: group ? countGroups(group, claims, book) : [] }
  }
}

function place(rank: number, count: number, descending: boolean): number {
  if (rank < 0) return count
  return descending ? count - 1 - rank : rank
}

function countGroups(
  group: NonNullable<ClaimQuery['group']>,
  claims: readonly Claim[],
  book: ClaimBook,
): Ordered['groups'] {
  const groups: Ordered['groups'] = []
  for (const claim of claims) {
    const key = groupKey(group, claim, book)
    const last = groups[groups.length - 1]
    if (last && last.key === key) last.count += 1
    else groups.push({ key, label: key === null ? '' : groupLabel(group, key, book), count: 1 })
  }
  return groups
}
