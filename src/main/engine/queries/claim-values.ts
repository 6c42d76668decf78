import type { ClaimColumn, ClaimQuery } from '../../../contract/claim-query.ts'
import type { ClaimField } from '../../../domain/claim/field.ts'
import {
  columnsOfField,
  type FieldColumn,
  type FieldGroup,
  type FieldKey,
  fieldKeys,
  fieldOf,
} from '../../../domain/claim/fields.ts'
import { qualifiers } from '../../../domain/claim/row.ts'
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
  sources: [...ordersOf('source'), ...ordersOf('chain'), 'group source'],
  topics: [...ordersOf('topic'), 'group topic'],
  articles: ['article', 'group article'],
  originLinks: ['warnings'],
}

function ordersOf(kind: ClaimField['kind']): Order[] {
  return fieldKeys
    .map(fieldOf)
    .filter((field) => field.kind === kind)
    .flatMap(({ columns }) => Object.keys(columns) as FieldColumn[])
}

type Value = (claim: Claim, book: ClaimBook) => OrderValue

const values: Readonly<Record<ClaimColumn, Value>> = {
  ...(Object.fromEntries(
    fieldKeys.flatMap((key) => Object.keys(fieldOf(key).columns).map((column) => [column, fieldValue(key)])),
  ) as Record<FieldColumn, Value>),
  reliability: (claim, { tables }) =>
    (claim.sourceId && tables.sources.get(claim.sourceId)?.reliability) || null,
  unit: (claim) => folded(claim.unit),
  article: (claim, book) => folded(articleTitle(claim, book)),
  evidence: (claim) => claim.evidence.length,
  relations: (claim, book) => book.relationsOf(claim.id).length,
  warnings: (claim, book) => book.warnings(claim).length,
  entered: (claim) => Date.parse(claim.enteredAt),
}

/** What a field is ordered by, as its kind has it. */
function fieldValue(key: FieldKey): Value {
  const field = fieldOf(key)
  const [column, other] = columnsOfField(key) as [keyof Claim, keyof Claim]
  const text = (claim: Claim) => claim[column] as string
  switch (field.kind) {
    case 'prose':
      // Hardly two are alike: remembering them would only take time.
      return (claim) => (text(claim) === '' ? null : foldWord(text(claim)))
    case 'line':
      return (claim) => folded(text(claim))
    case 'source':
      return (claim, { tables }) => text(claim) && folded(tables.sources.get(text(claim))?.name ?? '')
    case 'topic':
      return (claim, { tables }) => text(claim) && folded(tables.topics.get(text(claim))?.question ?? '')
    case 'chain':
      return (claim, { tables }) =>
        folded((claim[column] as string[]).map((id) => tables.sources.get(id)?.name ?? '').join(', '))
    case 'choice':
      return (claim) => (claim[column] === null ? null : field.values.indexOf(text(claim)))
    case 'quantity':
      return quantityValue
    case 'days':
      return (claim) => text(claim) && `${text(claim)} ${claim[other] as string}`
    case 'evidence':
      return (claim) => (claim[column] as string[]).length
  }
}

export function orderValue(order: Order, claim: Claim, book: ClaimBook): OrderValue {
  return Object.hasOwn(values, order)
    ? values[order as ClaimColumn](claim, book)
    : groupValue(order.slice('group '.length) as Grouping, claim, book)
}

const groupFields = Object.fromEntries(
  fieldKeys.flatMap((key) => (fieldOf(key).group ? [[fieldOf(key).group, key]] : [])),
) as Record<FieldGroup, FieldKey>

/** The id that a claim is grouped under: its topic's, its source's, that of the article of its first evidence, its status. */
export function groupKey(group: Grouping, claim: Claim, book: ClaimBook): string | null {
  if (group === 'article') return book.evidenceOf(claim)[0]?.articleId ?? null
  return claim[columnsOfField(groupFields[group])[0] as keyof Claim] as string | null
}

export function groupLabel(group: Grouping, key: string, { tables }: ClaimBook): string {
  if (group === 'article') return tables.articles.get(key)?.title ?? ''
  const { kind } = fieldOf(groupFields[group])
  if (kind === 'topic') return tables.topics.get(key)?.question ?? ''
  return kind === 'source' ? (tables.sources.get(key)?.name ?? '') : key
}

/** By the group's name; two groups of one name stay apart by their ids. */
function groupValue(group: Grouping, claim: Claim, book: ClaimBook): OrderValue {
  if (group !== 'article' && fieldOf(groupFields[group]).kind === 'choice')
    return fieldValue(groupFields[group])(claim, book)
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
