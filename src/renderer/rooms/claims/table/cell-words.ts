import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { NamedClaim } from '../../../../contract/rows.ts'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import { credibility, dateRange, dateTime, likelihood, reliability } from '../../../format.ts'

/** What a claim's cell says, as plain words; empty where there is nothing to say. Grades are always in words. */
export function cellWords(column: WordColumn, claim: NamedClaim): string {
  return words[column](claim)
}

/** What to warn of is asked by itself: the claim does not say it. */
export type WordColumn = Exclude<ClaimColumn, 'warnings'>

const words: Record<WordColumn, (claim: NamedClaim) => string> = {
  statement: (claim) => claim.statement,
  source: (claim) => claim.sourceName,
  reliability: (claim) => (claim.sourceId === null ? '' : reliability(claim.reliability)),
  via: (claim) => claim.viaNames.join(' → '),
  topic: (claim) => claim.topicQuestion,
  stance: (claim) => claim.stance,
  quantity: (claim) => quantityWords(claim, claim.unit),
  unit: (claim) => claim.unit,
  place: (claim) => claim.place,
  event: (claim) => dateRange(claim.eventFrom, claim.eventTo),
  said: (claim) => dateRange(claim.statementFrom, claim.statementTo),
  credibility: (claim) => (claim.credibility === null ? '' : credibility(claim.credibility)),
  confidence: (claim) => claim.confidence ?? '',
  likelihood: (claim) => (claim.likelihood === null ? '' : likelihood(claim.likelihood)),
  status: (claim) => claim.status,
  article: (claim) => claim.articleTitle,
  evidence: (claim) => (claim.evidence.length === 0 ? '' : String(claim.evidence.length)),
  relations: (claim) => (claim.relations === 0 ? '' : String(claim.relations)),
  entered: (claim) => dateTime(claim.enteredAt),
}
