import { sayingVerbs } from '../reading/lexicon.ts'
import { isDayWord } from '../reading/phrases.ts'
import type { Token } from '../reading/reading.ts'
import { measureNoun } from './measures.ts'

/** What a figure counts. */
export interface Counted {
  /** The noun in lower case: "soldiers", "square kilometres", "US dollars a barrel". */
  unit: string
  /** With its adjectives: "North Korean soldiers". */
  thing: string
  /** Index of the last token that belongs to it. */
  last: number
}
const measures: Record<string, string> = {
  kms: 'km',
  eur: 'euros',
  usd: 'US dollars',
  gbp: 'pounds',
  '°': 'degrees',
  '°c': 'degrees',
  c: 'degrees',
}
const withModifier = /^(?:square|cubic|nautical|percentage|metric)$/
export const participle =
  /^(?:killed|wounded|injured|dead|missing|hurt|arrested|detained|displaced|sick|ill|infected|homeless|unaccounted|captured|rescued|dying|sentenced|released|saved|freed|hospitalised|hospitalized|executed|deported|expelled|drowned|evacuated)$/
/** These stand where a noun would and name nothing. */
const noThing = new Set(
  'others other more today percent time times now then so per cent ones one each apiece altogether total yes half'.split(
    ' ',
  ),
)
/** "nine needed operations": what those counted do, no word for their kind. */
const acting =
  /^(?:needed|required|received|suffered|joined|reached|crossed|entered|refused|sustained|attended|demanded)$/
/** Plurals that stand before another noun: "arms deals". */
const modifying = new Set(
  'arms sales sports customs munitions weapons news forces armed services goods savings'.split(' '),
)

export function nounAfter(tokens: readonly Token[], first: number): Counted | undefined {
  let index = first
  while (/^(?:-|\||more|further|additional|other|new|extra|such|out)$/.test(tokens[index]?.lower ?? ''))
    index += 1
  if (tokens[index]?.text === '%' || tokens[index]?.lower === 'percent') return percent(tokens, index)
  if (tokens[index]?.lower === 'per' && tokens[index + 1]?.lower === 'cent') return percent(tokens, index + 1)
  if (tokens[index]?.lower === 'of') return ofNoun(tokens, index)
  let last = -1
  for (let at = index; at < tokens.length && at < index + 9; at += 1) {
    const token = tokens[at]!
    const { lower, pos } = token
    if (token.text === '-' || token.text === '/') continue
    if (isDayWord(token) || noThing.has(lower)) break
    if (last < 0 && participle.test(lower) && !nounAhead(tokens, at + 1)) break
    if (measureNoun.test(lower)) {
      // "24 152-mm shells": a calibre before the noun.
      if (/^(?:mm|millimet(?:re|er)s?)$/.test(lower) && at > index && nounAhead(tokens, at + 1)) continue
      last = at
      break
    }
    if (pos === 'NOUN' || (pos === 'PROPN' && /s$/.test(lower) && !nounAhead(tokens, at + 1))) {
      if (last >= 0 && tokens[last]!.quoted !== token.quoted) break
      last = at
      if (endsNoun(tokens, at)) break
    } else if (pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM' || withModifier.test(lower)) {
      if (participle.test(lower) && !nounAhead(tokens, at + 1)) break
      if (last >= 0 && pos !== 'PROPN') break
    } else if (
      pos === 'VERB' &&
      last < 0 &&
      /(?:ed|ing|en|wn)$/.test(lower) &&
      !acting.test(lower) &&
      nounAhead(tokens, at + 1)
    ) {
    } else if (lower === "'s" && last >= 0 && nounAhead(tokens, at + 1)) {
    } else if (
      (lower === 'and' || token.text === ',') &&
      last < 0 &&
      isAdjective(tokens[at - 1]) &&
      isAdjective(tokens[at + 1])
    ) {
    } else if (!(pos === 'ADV' && last < 0 && tokens[at + 1]?.pos === 'ADJ' && nounAhead(tokens, at + 2)))
      break
  }
  if (last < 0) return undefined
  let unit = tokens[last]!.lower
  // "300 strike-breakers"
  const hyphen = tokens[last - 1]
  const fore = tokens[last - 2]
  if (
    hyphen?.text === '-' &&
    fore &&
    last - 2 >= index &&
    fore.end === hyphen.start &&
    /^\p{L}+$/u.test(fore.text)
  )
    unit = `${fore.lower}-${unit}`
  // "10,000 North Koreans": the name of a people is one noun.
  if (
    tokens[last]!.pos === 'PROPN' &&
    /^(?:north|south|east|west|new|sri|costa|puerto|saudi)$/.test(tokens[last - 1]?.lower ?? '')
  )
    unit = `${tokens[last - 1]!.lower} ${unit}`
  if (withModifier.test(tokens[last - 1]?.lower ?? '')) unit = `${tokens[last - 1]!.lower} ${unit}`
  unit = measures[unit] ?? unit
  // "km/h"
  if (
    /^\/$/.test(tokens[last + 1]?.text ?? '') &&
    /^(?:h|s|l|kg|t)\.?$/.test(tokens[last + 2]?.lower ?? '')
  ) {
    unit = `${unit}/${tokens[last + 2]!.lower.replace('.', '')}`
    last += 2
  }
  const kind = /^(?:dozen|score|pairs?|kinds?|types?|pieces?|groups?|sets?|lots?)$/.test(unit)
  const of = kind && tokens[last + 1]?.lower === 'of' ? ofNoun(tokens, last + 1) : undefined
  return of ?? { unit, thing: wordsOf(tokens, index, last), last }
}

function isAdjective(token: Token | undefined): boolean {
  return token?.pos === 'ADJ' || token?.pos === 'PROPN'
}

/** A plural noun ends its phrase, unless it is one of those that stand before another. */
function endsNoun(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  const next = tokens[at + 1]
  if (next?.pos !== 'NOUN') return false
  if (sayingVerbs.has(next.lower) && !measureNoun.test(next.lower)) return true
  // "five settlements marks a turn": no noun stands before an article.
  if (/[^s]s$/.test(lower) && /^(?:a|an|the|this|that)$/.test(tokens[at + 2]?.lower ?? '')) return true
  // "weapons inspectors": of two plurals the second is counted.
  return /[^s]s$/.test(lower) && !modifying.has(lower) && !/[^s]s$/.test(next.lower)
}

function nounAhead(tokens: readonly Token[], index: number): boolean {
  for (let at = index; at < index + 3; at += 1) {
    const token = tokens[at]
    if (!token || isDayWord(token)) return false
    if (token.pos === 'NOUN') return true
    if (token.pos !== 'ADJ' && token.pos !== 'PROPN' && token.text !== '-') return false
  }
  return false
}

function percent(tokens: readonly Token[], index: number): Counted {
  const points = /^points?$/.test(tokens[index + 1]?.lower ?? '')
  const unit = points ? 'percentage points' : 'percent'
  return { unit, thing: unit, last: points ? index + 1 : index }
}

/** "12 of the bridges", "twelve of 40 bridges", "a dozen of its soldiers"; "of them" stands for something before. */
function ofNoun(tokens: readonly Token[], of: number): Counted | undefined {
  let index = of + 1
  while (
    /^(?:the|its|their|his|her|our|these|those|all|about|some|around|nearly|such)$/.test(
      tokens[index]?.lower ?? '',
    ) ||
    tokens[index]?.pos === 'NUM'
  )
    index += 1
  if (index >= tokens.length || /^(?:them|which|whom|those|these|it|us|who)$/.test(tokens[index]!.lower))
    return undefined
  return nounAfter(tokens, index)
}

const rateUnit =
  /^(?:day|week|month|year|hour|minute|second|barrel|tonne|ton|person|head|household|litre|kilo|kilogram|night|family|capita|hectare|kilometre|metre|share|ounce|gallon|shift|trip|sack|bag|seat|vote|child|pupil|patient|crossing|square|cubic)$/

const money = /^(?:US dollars|dollars|euros|pounds|crowns|francs|yen|yuan|won|hryvnias|ro?ubles)$/

/** "a day", "per second", "a barrel" */
export function withRate(tokens: readonly Token[], counted: Counted): Counted {
  // "cubic metres of water per second"
  let ofWhat = 0
  if (tokens[counted.last + 1]?.lower === 'of') {
    let run = 0
    while (run < 3 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[counted.last + 2 + run]?.pos ?? '')) run += 1
    if (run > 0) ofWhat = run + 1
  }
  const by = tokens[counted.last + ofWhat + 1]
  const what = tokens[counted.last + ofWhat + 2]
  if (!by || !what || !/^(?:a|an|per|each|every)$/.test(by.lower)) return counted
  const behind = tokens[counted.last + ofWhat + 3]
  const isMoney = money.test(counted.unit)
  // "$3,000 a shell", but not "cost $3,000 a court official said"
  const isPrice = isMoney && what.pos === 'NOUN' && !/^(?:NOUN|VERB|PROPN)$/.test(behind?.pos ?? '')
  if (!rateUnit.test(what.lower) && !isPrice) return counted
  if (/^(?:ago|earlier|later|old)$/.test(behind?.lower ?? '')) return counted
  if (/^(?:before|after)$/.test(behind?.lower ?? '') && !isMoney) return counted
  // "per cubic metre"
  const cubic = /^(?:square|cubic)$/.test(what.lower)
    ? ` ${tokens[counted.last + ofWhat + 3]?.lower ?? ''}`
    : ''
  return {
    ...counted,
    unit: `${counted.unit} ${by.lower} ${what.lower}${cubic}`.trim(),
    last: counted.last + ofWhat + (cubic === '' ? 2 : 3),
  }
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let index = from; index <= to; index += 1) {
    const token = tokens[index]!
    text += index > from && token.start > tokens[index - 1]!.end ? ` ${token.text}` : token.text
  }
  return text
}
