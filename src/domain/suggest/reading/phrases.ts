import type { OffsetRange } from './ranges.ts'
import type { Token } from './reading.ts'

/** Tokens `from` to `to`, both included. */
export interface Phrase {
  from: number
  to: number
}

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
const month =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/
const dayWord =
  /^(?:today|yesterday|tomorrow|tonight|overnight|week|month|year|morning|evening|afternoon|night|weekend)$/

/** A weekday, a month's name, or a word such as "yesterday": it ends or begins no speaker. */
export function isDayWord(token: Token): boolean {
  return (
    weekday.test(token.lower) ||
    (month.test(token.lower) && /^\p{Lu}/u.test(token.text) && token.text !== 'Jan') ||
    dayWord.test(token.lower)
  )
}

const linking = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'with',
  'to',
  'on',
  'near',
  'behind',
  'against',
  'under',
  'by',
])
const backLinking = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'on', 'near', 'behind'])

/** Whom "to" names for whom they work: "an aide to the minister". */
const serving =
  /^(?:aides?|advis[eo]rs?|ambassadors?|envoys?|assistants?|secretary|counsel|delegates?|representatives?)$/

const written =
  /^(?:reports?|audits?|stud(?:y|ies)|surveys?|estimates?|analys[ei]s|statements?|letters?|images?|records?|assessments?|polls?|investigations?|inquiry)$/

function isNominal(token: Token | undefined): boolean {
  if (!token || isDayWord(token)) return false
  if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM' || token.pos === 'ADJ') return true
  return token.lower === "'s" || token.lower === "'" || token.text === '&' || possessive.has(token.lower)
}

export const possessive = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose'])

/** A determiner that opens a noun phrase. */
export function isDeterminer(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'DET'
}

/**
 * The noun phrase that ends at token `last`, with the phrases that "of", "for" or "in" hang on to it. Undefined when
 * there is none: `last` is no noun.
 */
export function phraseEndingAt(tokens: readonly Token[], last: number, first = 0): Phrase | undefined {
  let from = last + 1
  let index = last
  while (index >= first) {
    const token = tokens[index]!
    const before = tokens[index - 1]
    if (isDeterminer(token)) {
      from = index
      const isWritten = before?.lower === 'by' && written.test(tokens[index - 2]?.lower ?? '')
      if (before?.lower === 'and' && isPair(tokens, index - 1, first)) {
        index -= 2
        continue
      }
      const isServing = before?.lower === 'to' && serving.test(tokens[index - 2]?.lower ?? '')
      const isLinked = before !== undefined && (backLinking.has(before.lower) || isWritten || isServing)
      if (!isLinked || !isNounLike(tokens[index - 2])) break
      index -= 2
    } else if (isNominal(token)) {
      from = index
      index -= 1
    } else if (token.text === '-' && isNominal(tokens[index + 1]) && isNounLike(before)) {
      index -= 1
    } else if (token.text === '-' && index >= first + 3 && isCompound(tokens, index)) {
      index -= 3
      from = index
      index -= 1
    } else if (token.lower === 'to' && serving.test(before?.lower ?? '') && index > first) {
      index -= 1
    } else if (backLinking.has(token.lower) && token.pos === 'ADP' && isNounLike(before) && index > first) {
      index -= 1
    } else if (token.lower === 'by' && written.test(before?.lower ?? '') && index > first) {
      // "an audit by the river office"
      index -= 1
    } else if (
      /^(?:and|or)$/.test(token.lower) &&
      from === index + 1 &&
      (isNounLike(before) || (before?.text === ',' && isListComma(tokens, index - 1, last)))
    ) {
      index -= 1
    } else if (token.text === ',' && isListComma(tokens, index, last)) {
      index -= 1
    } else if (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower) && isModifier(tokens, index)) {
      from = index
      index -= 1
    } else break
  }
  while (from <= last && (/^(?:and|or|but)$/.test(tokens[from]!.lower) || tokens[from]!.lower === "'s"))
    from += 1
  return from <= last && isNounLike(tokens[last]) ? { from, to: last } : undefined
}

/** "commander-in-chief": the hyphen before its last word. */
function isCompound(tokens: readonly Token[], hyphen: number): boolean {
  const [noun, first, middle] = [tokens[hyphen - 3]!, tokens[hyphen - 2]!, tokens[hyphen - 1]!]
  return (
    first.text === '-' && noun.end === first.start && middle.end === tokens[hyphen]!.start && isNounLike(noun)
  )
}

/** "the appointed minister": a participle between determiner and noun. */
function isModifier(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  return (
    before !== undefined &&
    (isDeterminer(before) || possessive.has(before.lower) || before.lower === "'s") &&
    isNominal(tokens[index + 1])
  )
}

/** "Norway, Sweden and Denmark": the comma stands between names of a list that ends in "and". */
function isListComma(tokens: readonly Token[], comma: number, last: number): boolean {
  if (tokens[comma - 1]?.pos !== 'PROPN') return false
  // "Norway, Sweden, and Denmark"
  if (tokens[comma + 1]?.lower === 'and') return tokens[comma + 2]?.pos === 'PROPN' && isInList(tokens, comma)
  if (tokens[comma + 1]?.pos !== 'PROPN') return false
  for (let index = comma + 1; index < last; index += 1) {
    if (tokens[index]!.lower === 'and') return index - comma <= 4
    if (tokens[index]!.text === ',') return isListComma(tokens, index, last)
  }
  return false
}

/** Whether another comma with a name before it stands shortly before. */
function isInList(tokens: readonly Token[], comma: number): boolean {
  for (let index = comma - 1; index > 0 && comma - index <= 4; index -= 1)
    if (tokens[index]!.text === ',') return tokens[index - 1]?.pos === 'PROPN'
  return false
}

/** "The army and the police said": two subjects, where the first begins the sentence. */
function isPair(tokens: readonly Token[], and: number, first: number): boolean {
  let index = and - 1
  while (index >= first && isNominal(tokens[index])) index -= 1
  const opening = tokens[index]
  const start = isDeterminer(opening) ? index : index + 1
  return start < and && isNounLike(tokens[and - 1]) && (start === 0 || tokens[start - 1]?.lower === 'both')
}

export function isNounLike(token: Token | undefined): boolean {
  if (!token || isDayWord(token)) return false
  return (
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'NUM' ||
    (token.pos === 'ADJ' && /^(?:general|chief|military|[\p{Lu}].*)$/u.test(token.text))
  )
}

/** The noun phrase that begins at token `first`: up to a verb, a mark, a day or a relative clause. */
export function phraseStartingAt(
  tokens: readonly Token[],
  first: number,
  last = tokens.length - 1,
): Phrase | undefined {
  let to = first - 1
  let index = first
  if (isDeterminer(tokens[index]) || possessive.has(tokens[index]?.lower ?? '')) index += 1
  if (tokens[index]?.lower === 'both' || tokens[index]?.lower === 'several') index += 1
  while (index <= last) {
    const token = tokens[index]!
    const next = tokens[index + 1]
    if (isNominal(token) && token.lower !== "'s") {
      if (isNounLike(token)) to = index
      index += 1
    } else if (token.lower === "'s" || token.lower === "'" || token.text === '-') {
      index += 1
    } else if (
      linking.has(token.lower) &&
      to === index - 1 &&
      to >= first &&
      next !== undefined &&
      index + 1 <= last &&
      startsPhrase(tokens, index + 1)
    ) {
      index += isDeterminer(next) || possessive.has(next.lower) ? 2 : 1
    } else if (token.lower === 'and' && to === index - 1 && startsPhrase(tokens, index + 1)) {
      index += isDeterminer(next) ? 2 : 1
    } else if (
      token.pos === 'VERB' &&
      /(?:ed|ing)$/.test(token.lower) &&
      index === first + 1 &&
      isNominal(next)
    ) {
      index += 1
    } else break
  }
  return to >= first ? { from: first, to } : undefined
}

function startsPhrase(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (!token || isDayWord(token)) return false
  if (isDeterminer(token) || possessive.has(token.lower)) {
    const next = tokens[index + 1]
    return next !== undefined && !isDayWord(next) && isNominal(next)
  }
  return isNominal(token) && token.pos !== 'NUM'
}

export function rangeOf(tokens: readonly Token[], { from, to }: Phrase): OffsetRange {
  return { start: tokens[from]!.start, end: tokens[to]!.end }
}
