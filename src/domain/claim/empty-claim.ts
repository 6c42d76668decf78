import type { RowOf } from '../rows.ts'

/** What a person fills in of a claim. */
export type ClaimFields = Omit<RowOf<'claims'>, 'id' | 'evidence' | 'enteredAt' | 'enteredBy'>

/** A claim of which nothing is known yet. */
export const emptyClaim: ClaimFields = {
  statement: '',
  sourceId: null,
  via: [],
  topicId: null,
  stance: 'asserts',
  qualifier: null,
  low: null,
  high: null,
  unit: '',
  place: '',
  eventFrom: null,
  eventTo: null,
  statementFrom: null,
  statementTo: null,
  credibility: null,
  confidence: null,
  likelihood: null,
  status: 'open',
  note: '',
}
