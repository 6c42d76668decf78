import type { ClaimQuery } from '../../../contract/claim-query.ts'
import {
  columnsOfField,
  type FieldKey,
  fieldKeys,
  fieldOf,
  wordColumns,
} from '../../../domain/claim/fields.ts'
import { foldWord } from '../tables/search-words.ts'
import type { ClaimBook } from './claim-book.ts'
import type { Claim } from './claim-page.ts'

export type ClaimFilters = Omit<ClaimQuery, 'sort' | 'group'>

export interface ClaimFilter {
  /** The filters as one test. Every filter narrows; an empty one sets no limit. */
  test(filters: ClaimFilters): (claim: Claim, slot: number) => boolean
  /** Folds the words of some more claims for later searches. False when all are folded. */
  warm(): boolean
}

/** Claims whose words are folded between two pauses. */
const pieceLength = 2000

/** The filters of the claims table. The searched words of each claim are folded once, for as long as it stays the same. */
export function openClaimFilter(book: ClaimBook): ClaimFilter {
  let words: (string | undefined)[] = []
  book.watch((stale) => {
    if (stale === 'all') words = []
    else if ('slot' in stale) words[stale.slot] = undefined
  })

  return {
    test(filters) {
      const tests = [...fieldTests(filters), ...evidenceTests(filters, book), ...textTests(filters.text)]
      if (tests.length === 1) return tests[0]!
      return (claim, slot) => tests.every((test) => test(claim, slot))
    },
    warm() {
      const slots = book.slots()
      const from = words.length
      for (let slot = from; slot < Math.min(slots.length, from + pieceLength); slot += 1) {
        const claim = slots[slot]
        words[slot] = claim ? wordsOf(claim) : ''
      }
      return words.length < slots.length
    },
  }

  function textTests(text: string): Test[] {
    const wanted = foldWord(text).split(/\s+/).filter(Boolean)
    if (wanted.length === 0) return []
    const sourceNames = new Map([...book.tables.sources.all()].map(({ id, name }) => [id, foldWord(name)]))
    return [
      (claim, slot) => {
        words[slot] ??= wordsOf(claim)
        const own = words[slot]!
        const source = (claim.sourceId && sourceNames.get(claim.sourceId)) || ''
        return wanted.every((word) => own.includes(word) || source.includes(word))
      },
    ]
  }

  function wordsOf(claim: Claim): string {
    const quotes = book.evidenceOf(claim).map(({ quote }) => quote)
    return foldWord([...wordColumns.map((column) => claim[column]), ...quotes].join('\n'))
  }
}

type Test = (claim: Claim, slot: number) => boolean

function fieldTests(filters: ClaimFilters): Test[] {
  return [
    ...fieldKeys.flatMap((key) => fieldTest(key, filters)),
    ...oneOf<string>(filters.analystIds, (claim) => claim.enteredBy),
    ...overlapping(filters.enteredFrom, filters.enteredTo, ({ enteredAt }) => [enteredAt, enteredAt]),
  ]
}

/** Days must overlap with those asked for; of every other field the first column must be one of the values. */
function fieldTest(key: FieldKey, filters: ClaimFilters): Test[] {
  const { kind, filter } = fieldOf(key)
  if (!filter) return []
  const [first, last] = columnsOfField(key) as [keyof Claim, keyof Claim]
  const asked = filters as unknown as Record<string, unknown>
  if (kind !== 'days') return oneOf(asked[filter.axis] as unknown[], (claim) => claim[first])
  const [from, to] = [asked[`${filter.axis}From`], asked[`${filter.axis}To`]] as Period
  return overlapping(from, to, (claim) => [claim[first], claim[last]] as Period)
}

type Period = [from: string | null, to: string | null]

function evidenceTests({ articleIds, tagIds, warnings }: ClaimFilters, book: ClaimBook): Test[] {
  const tests: Test[] = []
  if (articleIds.length > 0) {
    const wanted = new Set(articleIds)
    tests.push((claim) => book.evidenceOf(claim).some((note) => wanted.has(note.articleId)))
  }
  if (tagIds.length > 0) {
    const wanted = new Set(tagIds)
    tests.push((claim) => book.evidenceOf(claim).some((note) => note.tagIds.some((id) => wanted.has(id))))
  }
  if (warnings.length > 0) {
    const wanted = new Set<string>(warnings)
    tests.push((claim) => book.warnings(claim).some(({ kind }) => wanted.has(kind)))
  }
  return tests
}

function oneOf<T>(wanted: readonly T[], read: (claim: Claim) => T | null): Test[] {
  if (wanted.length === 0) return []
  const set = new Set<T | null>(wanted)
  return [(claim) => set.has(read(claim))]
}

/** A claim without a date is in no period: the filter asks for what is known to lie there. Dates or moments, as texts. */
function overlapping(from: string | null, to: string | null, periodOf: (claim: Claim) => Period): Test[] {
  if (from === null && to === null) return []
  return [
    (claim) => {
      const [first, last] = periodOf(claim)
      if (first === null || last === null) return false
      return (from === null || last >= from) && (to === null || first <= to)
    },
  ]
}
