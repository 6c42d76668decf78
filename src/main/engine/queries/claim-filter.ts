import type { ClaimQuery } from '../../../contract/claim-query.ts'
import { foldWord } from '../search-words.ts'
import type { Claim, ClaimBook } from './claim-book.ts'

/** The query's filters as one test. Every filter narrows; one that is empty sets no limit. */
export function claimFilter(query: ClaimQuery, book: ClaimBook): (claim: Claim) => boolean {
  const tests: ((claim: Claim) => boolean)[] = []
  const oneOf = <T>(wanted: readonly T[], read: (claim: Claim) => T | null) => {
    if (wanted.length === 0) return
    const set = new Set<T | null>(wanted)
    tests.push((claim) => set.has(read(claim)))
  }
  oneOf<string | null>(query.topicIds, (claim) => claim.topicId)
  oneOf<string | null>(query.sourceIds, (claim) => claim.sourceId)
  oneOf<string>(query.analystIds, (claim) => claim.enteredBy)
  oneOf<string>(query.statuses, (claim) => claim.status)
  oneOf<string>(query.stances, (claim) => claim.stance)
  oneOf<string>(query.qualifiers, (claim) => claim.qualifier)
  oneOf<number | null>(query.credibilities, (claim) => claim.credibility)
  oneOf<string | null>(query.confidences, (claim) => claim.confidence)
  oneOf<string | null>(query.likelihoods, (claim) => claim.likelihood)
  overlapping(tests, query.eventFrom, query.eventTo, (claim) => [claim.eventFrom, claim.eventTo])
  overlapping(tests, query.saidFrom, query.saidTo, (claim) => [claim.statementFrom, claim.statementTo])
  if (query.articleIds.length > 0) {
    const wanted = new Set(query.articleIds)
    tests.push((claim) => book.evidenceOf(claim).some(({ annotation }) => wanted.has(annotation.articleId)))
  }
  if (query.tagIds.length > 0) {
    const wanted = new Set(query.tagIds)
    tests.push((claim) =>
      book.evidenceOf(claim).some(({ annotation }) => annotation.tagIds.some((id) => wanted.has(id))),
    )
  }
  if (query.warnings.length > 0) {
    const wanted = new Set<string>(query.warnings)
    tests.push((claim) => book.warnings(claim).some(({ kind }) => wanted.has(kind)))
  }
  const words = foldWord(query.text).split(/\s+/).filter(Boolean)
  if (words.length > 0) tests.push((claim) => words.every((word) => searched(claim, book).includes(word)))
  return (claim) => tests.every((test) => test(claim))
}

/** A claim without a date is in no period: the filter asks for what is known to lie there. */
function overlapping(
  tests: ((claim: Claim) => boolean)[],
  from: string | null,
  to: string | null,
  periodOf: (claim: Claim) => [string | null, string | null],
): void {
  if (from === null && to === null) return
  tests.push((claim) => {
    const [first, last] = periodOf(claim)
    if (first === null || last === null) return false
    return (from === null || last >= from) && (to === null || first <= to)
  })
}

/** The searched words of a claim, folded once for as long as its row stays the same. */
function searched(claim: Claim, book: ClaimBook): string {
  const own = folded.get(claim) ?? foldWord([claim.statement, claim.unit, claim.place, claim.note].join('\n'))
  folded.set(claim, own)
  const source = claim.sourceId ? (book.tables.sources.get(claim.sourceId)?.name ?? '') : ''
  const quotes = book.evidenceOf(claim).map(({ annotation }) => annotation.quote)
  return [own, ...[source, ...quotes].map(foldedOnce)].join('\n')
}

const folded = new WeakMap<Claim, string>()
const foldedTexts = new Map<string, string>()

function foldedOnce(text: string): string {
  let known = foldedTexts.get(text)
  if (known === undefined) {
    if (foldedTexts.size > 200_000) foldedTexts.clear()
    known = foldWord(text)
    foldedTexts.set(text, known)
  }
  return known
}
