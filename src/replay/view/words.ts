import { quantityWords } from '../../domain/claim/quantity.ts'
import type { SentencePart } from '../../domain/history/sentence-part.ts'
import type { RowOf } from '../../domain/rows.ts'
import { foreign, make } from './dom.ts'

/** “1,482”. */
export function number(value: number): string {
  return plain.format(value)
}

/** “1 claim”, “14 claims”. */
export function count(value: number, one: string): string {
  return `${number(value)} ${value === 1 ? one : `${one}s`}`
}

/** “1 Nov 2024, 16:42”, in the reader's own time zone. */
export function dateTime(at: string): string {
  return moment.format(new Date(at))
}

/** “16:42”, likewise. */
export function clock(at: string): string {
  return time.format(new Date(at))
}

/** “1 Nov”. */
export function day(at: string): string {
  return date.format(new Date(at))
}

/** A sentence of the history as elements: old and new are told apart by more than colour. */
export function sentence(parts: readonly SentencePart[]): DocumentFragment {
  const fragment = document.createDocumentFragment()
  for (const { kind, text } of parts) {
    if (kind === 'text') fragment.append(text)
    else fragment.append(make(tags[kind], {}, foreign(text)))
  }
  return fragment
}

/** The same as plain words. */
export function sentenceWords(parts: readonly SentencePart[]): string {
  return parts.map(({ kind, text }) => (kind === 'quote' ? `“${text}”` : text)).join('')
}

/** “up to 8,000 soldiers · disputed · credibility 3”. */
export function claimFacts(claim: RowOf<'claims'>): string {
  return [
    quantityWords(claim, claim.unit),
    claim.stance === 'asserts' ? '' : claim.stance,
    claim.status,
    claim.credibility === null ? '' : `credibility ${claim.credibility}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

const tags = { strong: 'strong', quote: 'q', old: 'del', new: 'ins' } as const
const plain = new Intl.NumberFormat('en-GB')
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
