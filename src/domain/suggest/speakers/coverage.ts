import type { OffsetRange } from '../reading/ranges.ts'
import type { Sentence, Token } from '../reading/reading.ts'
import { quotation } from '../reading/subjects.ts'
import type { Attribution } from './attribution.ts'

/** The words that an attribution from token `from` to `to` reaches: those after it, or, where it follows a comma, those around it. */
export function coverage(sentence: Sentence, outer: readonly Token[], from: number, to: number): OffsetRange {
  // "…, as the agency reported"
  const before = outer[from - 1]?.lower === 'as' ? outer[from - 2] : outer[from - 1]
  const after = outer[to + 1]
  const follows = before !== undefined && (/^[,.!?…–—]$/.test(before.text) || before.text === quotation)
  // "“I saw it,” she said of the raid."
  const isQuoting =
    before?.text === quotation ||
    (before?.text === ',' && outer[outer.indexOf(before) - 1]?.text === quotation)
  if (isQuoting && after?.lower !== 'that' && after?.text !== quotation)
    return {
      start: clauseStart(sentence, outer, from),
      end: isTurn(outer, to) ? outer[to]!.end : clauseEnd(sentence, outer, to),
    }
  // "…, Lindt said in a video posted online."
  const isHungOn = after?.pos === 'VERB' && /(?:ed|ing)$/.test(after.lower) && follows
  const ends = isHungOn || after === undefined || /^(?:[.,;!?—–)]|who|which|whose|when)$/.test(after.text)
  if (follows && ends)
    return { start: clauseStart(sentence, outer, from), end: clauseEnd(sentence, outer, to) }
  return { start: after ? after.start : sentence.end, end: clauseEnd(sentence, outer, to) }
}

/** "…, she said, though the ministry does not know it": what follows is no longer said by her. */
function isTurn(outer: readonly Token[], to: number): boolean {
  return (
    outer[to + 1]?.text === ',' && /^(?:though|although|but|while|whereas)$/.test(outer[to + 2]?.lower ?? '')
  )
}

/** The clause around a token, from the last semicolon or colon to the next. */
export function clauseAround(sentence: Sentence, outer: readonly Token[], index: number): OffsetRange {
  return { start: clauseStart(sentence, outer, index), end: clauseEnd(sentence, outer, index) }
}

function clauseStart(sentence: Sentence, outer: readonly Token[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) if (endsClause(outer, at)) return outer[at]!.end
  return sentence.start
}

function clauseEnd(sentence: Sentence, outer: readonly Token[], index: number): number {
  for (let at = index + 1; at < outer.length; at += 1) {
    if (endsClause(outer, at) && at > index + 1) return outer[at]!.start
  }
  return sentence.end
}

/** A semicolon, or a colon that more follows than a list or a quotation. */
function endsClause(outer: readonly Token[], at: number): boolean {
  const { text } = outer[at]!
  if (text === ';') return true
  return (
    text === ':' && outer[at + 1]?.text !== quotation && outer.slice(at + 1).some(({ pos }) => pos === 'VERB')
  )
}

/** "An officer told the Post that the ship sank, the agency reports.": the first stands within the words of the second. */
function closesSentence(one: Attribution, other: Attribution, outer: readonly Token[]): boolean {
  const before = outer.findLast(({ end }) => end <= other.extent.start)
  return (
    other.speaker !== null &&
    one.stance === 'asserts' &&
    other.stance === 'asserts' &&
    other.covers.start <= one.core.start &&
    before?.text === ',' &&
    outer.every(({ start, text }) => start < other.core.end || /^[.!?”"]$/.test(text))
  )
}

/** Ends what an attribution reaches where the next begins, and tells those that stand within another's words. */
export function nest(found: Attribution[], outer: readonly Token[]): Attribution[] {
  for (let index = 0; index + 1 < found.length; index += 1) {
    const one = found[index]!
    const other = found[index + 1]!
    if (one.covers.start < one.core.start || one.covers.start > other.core.start || one.speaker === null)
      continue
    const between = outer.filter(({ start }) => start >= one.core.end && start < other.extent.start)
    const last = between.at(-1)
    if (closesSentence(one, other, outer)) {
      one.within = other
      one.covers = { ...one.covers, end: Math.max(one.core.end, Math.min(one.covers.end, other.core.start)) }
      continue
    }
    const isBeside =
      last !== undefined &&
      (/^(?:and|but|while|whereas|though|although|;)$/.test(last.lower) ||
        (last.text === ',' && between.length > 3))
    if (isBeside || (other.covers.start < other.core.start && other.speaker !== null)) {
      one.covers = { ...one.covers, end: Math.max(one.core.end, Math.min(one.covers.end, other.core.start)) }
    } else if (between.length <= 3) other.within = one
  }
  return found
}
