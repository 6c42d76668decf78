import type { ClaimColumn, ClaimQuery } from '../../../contract/claim-query.ts'
import { claimStatuses, qualifiers, stances } from '../../../domain/claim/row.ts'
import { confidences, likelihoods } from '../../../domain/grade.ts'
import type { TableName } from '../../../domain/rows.ts'
import { foldWord } from '../tables/search-words.ts'
import type { ClaimBook } from './claim-book.ts'
import type { Claim } from './claim-page.ts'

/** What rows can stand in the order of: a column, or the groups of a grouping. */
export type Order = ClaimColumn | `group ${Grouping}`
export type Grouping = NonNullable<ClaimQuery['group']>

/** All values of one order are numbers, or all are folded texts. Null: the claim has nothing there. */
export type OrderValue = string | number | null

/** Orders that use names from other tables. The others depend on the claim and its neighbours alone. */
export const ordersByNames: Partial<Record<TableName, readonly Order[]>> = {
  sources: ['source', 'reliability', 'via', 'group source'],
  topics: ['topic', 'group topic'],
  articles: ['article', 'group article'],
  originLinks: ['warnings'],
}

export function orderValue(order: Order, claim: Claim, book: ClaimBook): OrderValue {
  const { sources, topics } = book.tables
  switch (order) {
    case 'statement':
      // Hardly two are alike: remembering them would only take time.
      return claim.statement === '' ? null : foldWord(claim.statement)
    case 'source':
      return claim.sourceId && folded(sources.get(claim.sourceId)?.name ?? '')
    case 'reliability':
      return (claim.sourceId && sources.get(claim.sourceId)?.reliability) || null
    case 'via':
      return folded(claim.via.map((id) => sources.get(id)?.name ?? '').join(', '))
    case 'topic':
      return claim.topicId && folded(topics.get(claim.topicId)?.question ?? '')
    case 'stance':
      return stances.indexOf(claim.stance)
    case 'quantity':
      return quantityValue(claim)
    case 'unit':
      return folded(claim.unit)
    case 'place':
      return folded(claim.place)
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
      return folded(articleTitle(claim, book))
    case 'evidence':
      return claim.evidence.length
    case 'relations':
      return book.relationsOf(claim.id).length
    case 'warnings':
      return book.warnings(claim).length
    case 'entered':
      return Date.parse(claim.enteredAt)
    default:
      return groupValue(order.slice('group '.length) as Grouping, claim, book)
  }
}

/** The id that a claim is grouped under: its topic's, its source's, that of the article of its first evidence, its status. */
export function groupKey(group: Grouping, claim: Claim, book: ClaimBook): string | null {
  if (group === 'status') return claim.status
  if (group === 'topic') return claim.topicId
  if (group === 'source') return claim.sourceId
  return book.evidenceOf(claim)[0]?.articleId ?? null
}

export function groupLabel(group: Grouping, key: string, { tables }: ClaimBook): string {
  if (group === 'status') return key
  if (group === 'topic') return tables.topics.get(key)?.question ?? ''
  if (group === 'source') return tables.sources.get(key)?.name ?? ''
  return tables.articles.get(key)?.title ?? ''
}

/** By the group's name; two groups of one name stay apart by their ids. */
function groupValue(group: Grouping, claim: Claim, book: ClaimBook): OrderValue {
  if (group === 'status') return claimStatuses.indexOf(claim.status)
  const key = groupKey(group, claim, book)
  return key && `${foldedOnce(groupLabel(group, key, book))}\n${key}`
}

/** By the figure, then by how it is bounded. */
function quantityValue({ low, high, qualifier }: Claim): number | null {
  const figure = low ?? high
  return figure === null || qualifier === null ? null : figure * 8 + qualifiers.indexOf(qualifier)
}

function articleTitle(claim: Claim, book: ClaimBook): string {
  const first = book.evidenceOf(claim)[0]
  return first ? (book.tables.articles.get(first.articleId)?.title ?? '') : ''
}

function folded(text: string): string | null {
  return text === '' ? null : foldedOnce(text)
}

/** Names of sources, topics and articles come again with every claim. */
function foldedOnce(text: string): string {
  let known = foldedTexts.get(text)
  if (known === undefined) {
    if (foldedTexts.size > 20_000) foldedTexts.clear()
    known = foldWord(text)
    foldedTexts.set(text, known)
  }
  return known
}

const foldedTexts = new Map<string, string>()
