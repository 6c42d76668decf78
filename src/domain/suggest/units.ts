import type { Figure } from './figures.ts'
import { isDayWord, phraseEndingAt } from './phrases.ts'
import type { Sentence, Token } from './reading.ts'

/** What a figure counts. */
export interface Counted {
  /** The noun in lower case: "soldiers", "square kilometres", "US dollars a barrel". */
  unit: string
  /** With its adjectives: "North Korean soldiers". */
  thing: string
  /** Index of the last token that belongs to it. */
  last: number
}

/**
 * What a figure counts: the noun that follows it, else the noun that it stands for, from the nearest words before it,
 * else the participle or adjective beside it ("12 dead", "killed 12"). `earlier` are the sentences before, the nearest last.
 */
export function countedBy(
  figure: Figure,
  sentence: Sentence,
  before: readonly Counted[],
  earlier: readonly Sentence[],
): Counted {
  const { tokens } = sentence
  const following = figure.isStrong ? undefined : nounAfter(tokens, figure.last + 1)
  const rate = rateAfter(tokens, (following?.last ?? figure.last) + 1)
  const withRate = (counted: Counted): Counted =>
    rate ? { ...counted, unit: `${counted.unit} ${rate.words}`, last: rate.last } : counted
  if (figure.unit !== undefined) {
    const unit =
      figure.unit === 'percent' && /^points?$/.test(tokens[figure.last + 1]?.lower ?? '')
        ? 'percentage points'
        : figure.unit
    return withRate({ unit, thing: following ? following.thing : unit, last: figure.last })
  }
  if (following) return withRate(following)
  const standsFor = figure.isStrong
    ? strongNoun(tokens, figure)
    : nounBefore(figure, sentence, before, earlier)
  if (standsFor) return withRate({ ...standsFor, last: figure.last })
  const beside = besides(tokens, figure)
  return { unit: beside, thing: beside, last: figure.last }
}

const measures: Record<string, string> = {
  km: 'km',
  kms: 'km',
  kg: 'kg',
  '°': 'degrees',
  '°c': 'degrees',
  t: 'tonnes',
  m: 'metres',
  ha: 'hectares',
}
const measureNoun =
  /^(?:tonnes?|tons?|litres?|liters?|barrels?|doses?|hectares?|acres?|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|kilograms?|kilos?|grams?|degrees?|gallons?|pounds?|bushels?|cubic|square|sacks?|boxes|crates?|megawatts?|gigawatts?|kilowatts?|knots?|feet|foot|inches|dollars?|euros?|crowns?|francs?|percent|points?)$/
const ratherVerb =
  /^(?:killed|wounded|injured|dead|missing|hurt|arrested|detained|displaced|sick|ill|infected|homeless|unaccounted|captured)$/
const notCounted = new Set([
  'others',
  'more',
  'other',
  'today',
  'percent',
  'time',
  'times',
  'now',
  'then',
  'so',
  'per',
  'cent',
])

function nounAfter(tokens: readonly Token[], first: number): Counted | undefined {
  let index = first
  while (/^(?:-|more|further|additional|other|new|extra)$/.test(tokens[index]?.lower ?? '')) index += 1
  if (/^(?:%|percent)$/.test(tokens[index]?.lower ?? '')) return percent(tokens, index)
  if (tokens[index]?.lower === 'per' && tokens[index + 1]?.lower === 'cent') return percent(tokens, index + 1)
  if (tokens[index]?.lower === 'of') return ofNoun(tokens, index)
  let last = -1
  let at = index
  for (; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.text === '-' || token.lower === '/') continue
    if (isDayWord(token) || notCounted.has(token.lower)) break
    if (token.pos === 'NOUN' || (token.pos === 'PROPN' && (last < 0 || isCountable(token)))) {
      if (last >= 0 && !isCompound(tokens, last, at)) break
      last = at
      if (measureNoun.test(token.lower) && !/^(?:cubic|square)$/.test(token.lower)) break
      continue
    }
    if (token.pos === 'ADJ' || token.pos === 'NUM' || measureNoun.test(token.lower)) {
      if (ratherVerb.test(token.lower) && tokens[at + 1]?.pos !== 'NOUN') break
      if (measureNoun.test(token.lower) && token.pos !== 'ADJ') last = at
      continue
    }
    if (
      token.pos === 'VERB' &&
      last < 0 &&
      /(?:ed|ing|en)$/.test(token.lower) &&
      nominalAhead(tokens, at + 1)
    )
      continue
    if (token.lower === "'s" && last >= 0) continue
    if (token.pos === 'ADV' && last < 0 && tokens[at + 1]?.pos === 'ADJ') continue
    break
  }
  if (last < 0) return undefined
  // "8,000 Ukraine" and the like name no thing that can be counted.
  let unit = tokens[last]!.lower
  const modifier = tokens[last - 1]?.lower ?? ''
  if (/^(?:square|cubic|nautical|percentage)$/.test(modifier)) unit = `${modifier} ${unit}`
  unit = measures[unit] ?? unit
  const ofPart =
    tokens[last + 1]?.lower === 'of' && /^(?:dozen|score|pairs?|kinds?|types?)$/.test(unit)
      ? ofNoun(tokens, last + 1)
      : undefined
  return ofPart ?? { unit, thing: words(tokens, index, last), last }
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
    /^(?:the|its|their|his|her|our|these|those|all|about|some|around|nearly)$/.test(
      tokens[index]?.lower ?? '',
    ) ||
    tokens[index]?.pos === 'NUM'
  )
    index += 1
  if (/^(?:them|which|whom|those|these|it|us)$/.test(tokens[index]?.lower ?? '') || index >= tokens.length)
    return undefined
  return nounAfter(tokens, index)
}

function isCompound(tokens: readonly Token[], last: number, at: number): boolean {
  return at === last + 1 || tokens[at - 1]!.text === '-' || tokens[at - 1]!.lower === "'s" || at - last <= 2
}

function isCountable(token: Token): boolean {
  return /s$/.test(token.lower)
}

function nominalAhead(tokens: readonly Token[], index: number): boolean {
  return ['NOUN', 'ADJ', 'PROPN'].includes(tokens[index]?.pos ?? '') && !isDayWord(tokens[index]!)
}

const rateUnit =
  /^(?:day|week|month|year|hour|minute|second|barrel|tonne|ton|person|head|household|litre|kilo|kilogram|night|family|capita|hectare|kilometre|metre|share|ounce|gallon)$/

/** "a day", "per second", "a barrel" */
function rateAfter(tokens: readonly Token[], index: number): { words: string; last: number } | undefined {
  const by = tokens[index]
  const what = tokens[index + 1]
  if (!by || !what || !/^(?:a|an|per|each|every)$/.test(by.lower) || !rateUnit.test(what.lower))
    return undefined
  if (/^(?:ago|earlier|later|before|after|old)$/.test(tokens[index + 2]?.lower ?? '')) return undefined
  return { words: `${by.lower} ${what.lower}`, last: index + 1 }
}

/** "a 50,000-strong force" */
function strongNoun(tokens: readonly Token[], figure: Figure): Omit<Counted, 'last'> | undefined {
  const noun = nounAfter(tokens, figure.last + 1)
  return noun && { unit: noun.unit, thing: noun.thing }
}

function nounBefore(
  figure: Figure,
  sentence: Sentence,
  before: readonly Counted[],
  earlier: readonly Sentence[],
): Omit<Counted, 'last'> | undefined {
  const { tokens } = sentence
  for (let index = figure.first - 1; index >= 0; index -= 1) {
    if (
      /^(?:number|numbers|count|total|tally|estimate)$/.test(tokens[index]!.lower) &&
      tokens[index + 1]?.lower === 'of'
    ) {
      const noun = nounAfter(tokens, skipDeterminer(tokens, index + 2))
      if (noun && noun.last < figure.first) return noun
    }
    if (/^(?:toll|tolls)$/.test(tokens[index]!.lower)) return { unit: 'deaths', thing: 'deaths' }
  }
  const next = tokens[figure.last + 1]
  if (next && ratherVerb.test(next.lower) && next.pos !== 'VERB')
    return { unit: next.lower, thing: next.lower }
  if (next && /^(?:dead|missing|homeless)$/.test(next.lower)) return { unit: next.lower, thing: next.lower }
  const verb = tokens[figure.first - 1]
  if (verb && ratherVerb.test(verb.lower)) return { unit: verb.lower, thing: verb.lower }
  const latest = before.at(-1)
  if (latest && !isAmount(latest.unit)) return latest
  for (const each of [...earlier].reverse().slice(0, 3)) {
    const plural = lastPlural(each)
    if (plural) return plural
  }
  return undefined
}

function isAmount(unit: string): boolean {
  return /^(?:US dollars|euros|pounds|percent)\b/.test(unit)
}

function skipDeterminer(tokens: readonly Token[], index: number): number {
  return /^(?:the|a|an|its|their|all)$/.test(tokens[index]?.lower ?? '') ? index + 1 : index
}

/** The last plural noun of a sentence that could be counted. */
function lastPlural({ tokens }: Sentence): Omit<Counted, 'last'> | undefined {
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index]!
    if (token.pos !== 'NOUN' || isDayWord(token)) continue
    if (
      /[^su]s$/.test(token.lower) ||
      /^(?:people|men|women|children|troops|dead|aircraft)$/.test(token.lower)
    ) {
      const phrase = phraseEndingAt(tokens, index)
      return { unit: token.lower, thing: phrase ? words(tokens, phrase.from, phrase.to) : token.lower }
    }
  }
  return undefined
}

function besides(tokens: readonly Token[], figure: Figure): string {
  const after = tokens[figure.last + 1]
  if (after && (after.pos === 'ADJ' || ratherVerb.test(after.lower))) return after.lower
  for (const token of tokens.slice(figure.last + 1, figure.last + 5))
    if (ratherVerb.test(token.lower)) return token.lower
  return ''
}

function words(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let index = from; index <= to; index += 1) {
    const token = tokens[index]!
    text += index > from && token.start > tokens[index - 1]!.end ? ` ${token.text}` : token.text
  }
  return text
}
