import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { NamedClaim } from '../../../../contract/rows.ts'
import {
  type ClaimFields,
  columnsOfField,
  type FieldColumn,
  type FieldKey,
  fieldKeys,
  fieldOf,
} from '../../../../domain/claim/fields.ts'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import { choiceWords } from '../../../claims/choices.ts'
import { dateRange, dateTime, reliability } from '../../../format.ts'

/** What a claim's cell says, as plain words; empty where there is nothing to say. Grades are always in words. */
export function cellWords(column: WordColumn, claim: NamedClaim): string {
  return words[column](claim)
}

/** What to warn of is asked by itself: the claim does not say it. */
export type WordColumn = Exclude<ClaimColumn, 'warnings'>

type Words = (claim: NamedClaim) => string

const words: Record<WordColumn, Words> = {
  ...(Object.fromEntries(
    fieldKeys.flatMap((key) => Object.keys(fieldOf(key).columns).map((column) => [column, wordsOf(key)])),
  ) as Record<FieldColumn, Words>),
  reliability: (claim) => (claim.sourceId === null ? '' : reliability(claim.reliability)),
  unit: (claim) => claim.unit,
  article: (claim) => claim.articleTitle,
  evidence: (claim) => (claim.evidence.length === 0 ? '' : String(claim.evidence.length)),
  relations: (claim) => (claim.relations === 0 ? '' : String(claim.relations)),
  entered: (claim) => dateTime(claim.enteredAt),
}

/** What a field says in its first column, as its kind has it. */
function wordsOf(key: FieldKey): Words {
  const field = fieldOf(key)
  const [column, other] = columnsOfField(key) as [keyof ClaimFields, keyof ClaimFields]
  const value = (claim: NamedClaim) => claim[column] as string | null
  switch (field.kind) {
    case 'source':
      return (claim) => claim.sourceName
    case 'chain':
      return (claim) => claim.viaNames.join(' → ')
    case 'topic':
      return (claim) => claim.topicQuestion
    case 'quantity':
      return (claim) => quantityWords(claim, claim.unit)
    case 'choice':
      return (claim) => choiceWords(field, value(claim))
    case 'days':
      return (claim) => dateRange(value(claim), claim[other] as string | null)
    default:
      return (claim) => value(claim) ?? ''
  }
}
