import { quantityWords } from '../claim/quantity.ts'
import {
  type Confidence,
  type Credibility,
  credibilityWords,
  type Likelihood,
  likelihoodBands,
  type Reliability,
  reliabilityWords,
} from '../grade.ts'
import { periodWords } from '../plain-values/period-words.ts'
import type { ReadTables, RowOf } from '../rows.ts'
import type { BriefClaim, BriefGrade } from './document.ts'

/**
 * A claim as a brief prints it. Speaker and stance stay labelled parts beside the statement: a sentence “X denies
 * that …” made of them would be words that nobody said.
 */
export function briefClaim(
  claim: RowOf<'claims'>,
  wording: string | undefined,
  { sources }: Pick<ReadTables, 'sources'>,
  footnotes: number[],
): BriefClaim {
  const speaker = claim.sourceId === null ? undefined : sources.get(claim.sourceId)
  const own = wording?.trim() ? wording.trim() : null
  return {
    claimId: claim.id,
    statement: own ?? claim.statement.trim(),
    reworded: own !== null && own !== claim.statement.trim() ? claim.statement.trim() : null,
    speaker: speaker?.name ?? 'speaker unknown',
    via: claim.via.map((id) => sources.get(id)?.name ?? 'unknown source'),
    stance: claim.stance,
    quantity: quantityWords(claim, claim.unit),
    place: claim.place,
    happened: periodWords(claim.eventFrom, claim.eventTo),
    said: periodWords(claim.statementFrom, claim.statementTo),
    grades: grades(claim, speaker?.reliability ?? null),
    status: claim.status,
    footnotes,
  }
}

/** Grades in the words of their standards; “not graded” where the analyst has not decided. */
export const gradeWords = {
  reliability: (grade: Reliability | null) =>
    grade === null ? 'not graded' : `${grade}, ${reliabilityWords[grade]}`,
  credibility: (grade: Credibility | null) =>
    grade === null ? 'not graded' : `${grade}, ${credibilityWords[grade]}`,
  confidence: (grade: Confidence) => grade,
  likelihood: (term: Likelihood) => `${term} (${likelihoodBands[term][0]} to ${likelihoodBands[term][1]} %)`,
}

function grades(claim: RowOf<'claims'>, reliability: Reliability | null): BriefGrade[] {
  const list: BriefGrade[] = [
    { axis: 'speaker', label: 'Reliability of the speaker', words: gradeWords.reliability(reliability) },
    { axis: 'credibility', label: 'Credibility', words: gradeWords.credibility(claim.credibility) },
  ]
  if (claim.confidence !== null) {
    list.push({ axis: 'confidence', label: 'Confidence', words: gradeWords.confidence(claim.confidence) })
  }
  if (claim.likelihood !== null) {
    list.push({ axis: 'likelihood', label: 'Likelihood', words: gradeWords.likelihood(claim.likelihood) })
  }
  return list
}
