import { type Answer, done, failed } from '../answer.ts'
import { splitsPair } from './segments.ts'

export { moveCaret, snapToWord } from './caret.ts'
export { codePointIndex, fromCodePoints, toCodePoints } from './code-points.ts'

/** How much context an anchor keeps on each side, in UTF-16 code units at most. */
export const contextLength = 32

/**
 * A range of an article's canonical text that can be found again: UTF-16 code units, `end` exclusive, its words
 * (`quote`) and up to 32 code units of text on each side. No part begins or ends inside a surrogate pair.
 */
export interface Anchor {
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
}

/**
 * The anchor of `text.slice(start, end)`.
 * Fails with `span_outside_text`, `span_empty` or `span_splits_character`.
 */
export function makeAnchor(text: string, start: number, end: number): Answer<Anchor> {
  const facts = { start, end, length: text.length }
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end > text.length ||
    start > text.length
  ) {
    return failed(
      'span_outside_text',
      `The text has ${text.length} characters, so nothing lies at ${start} to ${end}. Nothing was marked: select the words again.`,
      facts,
    )
  }
  if (start >= end) {
    return failed(
      'span_empty',
      'No words are selected, so nothing was marked: select at least one character.',
      facts,
    )
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    return failed(
      'span_splits_character',
      'The selection begins or ends in the middle of a character (an emoji, for example). Nothing was marked: include the whole character.',
      facts,
    )
  }
  return done({ start, end, quote: text.slice(start, end), ...contextOf(text, start, end) })
}

/** Where an anchor's words stand in a text. `sure` is false when another place fits them equally well. */
export interface Located {
  start: number
  end: number
  by: 'position' | 'context'
  /** How well the place fits: 1 for the same words in the same surroundings at the same place. */
  score: number
  sure: boolean
}

/** What each sign weighs when several places have the quoted words. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 }
const fullScore = weights.quote + weights.prefix + weights.suffix + weights.position

/**
 * Finds an anchor's words in a text, which may be a later revision of the anchor's own: at their position when words
 * and context are unchanged there, else at the place with the same words whose context and position fit best.
 * Words that changed are not guessed: fails with `quote_not_found`, or `anchor_empty` for an anchor without words.
 */
export function locateAnchor(text: string, anchor: Anchor): Answer<Located> {
  const { start, quote } = anchor
  if (quote === '') {
    return failed(
      'anchor_empty',
      'The mark keeps no words, so its place cannot be found. It was left as it is.',
    )
  }
  const end = start + quote.length
  if (text.startsWith(quote, start) && isWhole(text, start, end)) {
    const context = contextOf(text, start, end)
    if (context.prefix === anchor.prefix && context.suffix === anchor.suffix) {
      return done({ start, end, by: 'position', score: 1, sure: true })
    }
  }
  const best = bestPlace(text, anchor)
  if (best) return done(best)
  const shown = quote.length > 80 ? `${quote.slice(0, 80).trim()}…` : quote
  return failed(
    'quote_not_found',
    `The words “${shown}” are not in this text any more. The mark was kept with its words: place it by hand or remove it.`,
    { quote: shown },
  )
}

function bestPlace(text: string, anchor: Anchor): Located | undefined {
  let best: Located | undefined
  let bestContext = -1
  let nextContext = -1
  for (let start = text.indexOf(anchor.quote); start >= 0; start = text.indexOf(anchor.quote, start + 1)) {
    const end = start + anchor.quote.length
    if (!isWhole(text, start, end)) continue
    const context =
      weights.prefix * agreementBefore(text, start, anchor.prefix) +
      weights.suffix * agreementAfter(text, end, anchor.suffix)
    const nearness = 1 - Math.min(1, Math.abs(start - anchor.start) / Math.max(text.length, anchor.start))
    const score = (weights.quote + context + weights.position * nearness) / fullScore
    if (best && score <= best.score) {
      nextContext = Math.max(nextContext, context)
      continue
    }
    nextContext = Math.max(nextContext, bestContext)
    bestContext = context
    best = { start, end, by: 'context', score, sure: false }
  }
  return best && { ...best, sure: bestContext > nextContext }
}

/** The part of the prefix that stands before `start`, 0 to 1. No prefix means the start of the text. */
function agreementBefore(text: string, start: number, prefix: string): number {
  if (prefix === '') return start === 0 ? 1 : 0
  let same = 0
  while (same < prefix.length && text[start - 1 - same] === prefix[prefix.length - 1 - same]) same += 1
  return same / prefix.length
}

function agreementAfter(text: string, end: number, suffix: string): number {
  if (suffix === '') return end === text.length ? 1 : 0
  let same = 0
  while (same < suffix.length && text[end + same] === suffix[same]) same += 1
  return same / suffix.length
}

function contextOf(text: string, start: number, end: number): { prefix: string; suffix: string } {
  let from = Math.max(0, start - contextLength)
  let to = Math.min(text.length, end + contextLength)
  if (splitsPair(text, from)) from += 1
  if (splitsPair(text, to)) to -= 1
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) }
}

function isWhole(text: string, start: number, end: number): boolean {
  return !splitsPair(text, start) && !splitsPair(text, end)
}
