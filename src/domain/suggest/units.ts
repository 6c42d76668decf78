import type { Figure } from './figures.ts'
import { officeNouns, sayingVerbs } from './lexicon.ts'
import { measureNoun } from './measures.ts'
import { isDayWord, phraseEndingAt, possessive } from './phrases.ts'
import type { Sentence, Token } from './reading.ts'
import { people, singular } from './subjects.ts'

/** What a figure counts. */
export interface Counted {
  /** The noun in lower case: "soldiers", "square kilometres", "US dollars a barrel". */
  unit: string
  /** With its adjectives: "North Korean soldiers". */
  thing: string
  /** Index of the last token that belongs to it. */
  last: number
}

export interface Surroundings {
  sentence: Sentence
  /** What the figures before it in the sentence count. */
  before: readonly Counted[]
  /** The sentences before, the nearest last, with what their last figure counts. */
  earlier: readonly { sentence: Sentence; counted: Counted | null }[]
}

/**
 * What a figure counts: the noun that follows it, else the noun that it stands for, from the nearest words before it,
 * else the participle or adjective beside it ("12 dead", "killed 12").
 */
export function countedBy(figure: Figure, surroundings: Surroundings): Counted {
  const { tokens } = surroundings.sentence
  const after = figure.last + 1
  if (figure.unit !== undefined) return amount(figure, figure.unit, surroundings)
  const following = nounAfter(tokens, after)
  if (following && fitsNumber(figure, tokens, following)) return withRate(tokens, following)
  const { last } = figure
  const found =
    population(tokens, figure) ??
    shareOfCurrency(figure, surroundings) ??
    namedCount(tokens, figure) ??
    complement(tokens, figure) ??
    sharedUnit(figure, surroundings) ??
    beside(tokens, figure) ??
    standsFor(figure, surroundings)
  return withRate(tokens, { unit: found ?? '', thing: found ?? '', last })
}

/** Several of something are a plural or a collective: "44 name another report" counts no name. */
function fitsNumber(figure: Figure, tokens: readonly Token[], { unit, last }: Counted): boolean {
  if (figure.isStrong || Math.max(figure.low ?? 0, figure.high ?? 0) <= 1) return true
  if (tokens[figure.last + 1]?.text === '-' || /\d-$/.test(tokens[figure.last]!.text)) return true
  const noun = tokens[last]!.lower
  return /s$/.test(noun) || measureNoun.test(unit) || collective.test(noun) || singularPlural.test(noun)
}

const singularPlural =
  /^(?:staff|crew|aircraft|spacecraft|livestock|head|offspring|personnel|clergy|youth|faculty|kin|fish|deer|salmon|trout|cod|bison|poultry|swine|vermin|artillery|infantry|cavalry|ammunition|mice|geese|teeth|feet|oxen|fungi|bacteria|media|data|criteria|phenomena|millennia|alumni|cacti|injured|elderly|unemployed|homeless|sick|rounds|votes|percent|gross|hectare|strong|men|women|children|policemen|firemen|fishermen|servicemen|spokesmen|herdsmen|gunmen|horsemen|people|folk|cattle|sheep|squid|shrimp|pike|carp|tuna|tonne|ton|mph|kph|kg|km)$|men$|people$/

/** "$45 million", "14.2%", "2.6 percentage points" */
function amount({ last }: Figure, unit: string, surroundings: Surroundings): Counted {
  const { tokens } = surroundings.sentence
  const next = tokens[last + 1]
  if (unit === 'percent') {
    const points = /^points?$/.test(next?.lower ?? '')
    return { unit: points ? 'percentage points' : unit, thing: unit, last: points ? last + 1 : last }
  }
  const counted = withRate(tokens, { unit, thing: unit, last })
  if (counted.unit !== unit) return counted
  // "It was $251" after "$218 a tonne"
  const before = [...surroundings.before].reverse().concat(surroundings.earlier.at(-1)?.counted ?? [])
  const rate = before.find((each) => each.unit.startsWith(`${unit} `))?.unit
  const isIt = tokens.slice(0, last).some(({ lower }) => lower === 'it')
  return rate !== undefined && (isIt || surroundings.before.length > 0) ? { ...counted, unit: rate } : counted
}

const measures: Record<string, string> = { kms: 'km', '°': 'degrees', '°c': 'degrees', c: 'degrees' }
const withModifier = /^(?:square|cubic|nautical|percentage|metric)$/
const participle =
  /^(?:killed|wounded|injured|dead|missing|hurt|arrested|detained|displaced|sick|ill|infected|homeless|unaccounted|captured|rescued|dying|sentenced|released)$/
/** These stand where a noun would and name nothing. */
const noThing = new Set(
  'others other more today percent time times now then so per cent ones one each apiece altogether total yes half'.split(
    ' ',
  ),
)
/** Plurals that stand before another noun: "arms deals". */
const modifying = new Set(
  'arms sales sports customs munitions weapons news forces armed services goods savings'.split(' '),
)

function nounAfter(tokens: readonly Token[], first: number): Counted | undefined {
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
    } else if (pos === 'VERB' && last < 0 && /(?:ed|ing|en|wn)$/.test(lower) && nounAhead(tokens, at + 1)) {
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
  // "10,000 North Koreans": the name of a people is one noun.
  if (
    tokens[last]!.pos === 'PROPN' &&
    /^(?:north|south|east|west|new|sri|costa|puerto|saudi)$/.test(tokens[last - 1]?.lower ?? '')
  )
    unit = `${tokens[last - 1]!.lower} ${unit}`
  if (withModifier.test(tokens[last - 1]?.lower ?? '')) unit = `${tokens[last - 1]!.lower} ${unit}`
  unit = measures[unit] ?? unit
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
  if (sayingVerbs.has(next.lower)) return true
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

/** "a day", "per second", "a barrel" */
function withRate(tokens: readonly Token[], counted: Counted): Counted {
  // "cubic metres of water per second"
  const ofWhat = tokens[counted.last + 1]?.lower === 'of' && tokens[counted.last + 2]?.pos === 'NOUN' ? 2 : 0
  const by = tokens[counted.last + ofWhat + 1]
  const what = tokens[counted.last + ofWhat + 2]
  if (!by || !what || !/^(?:a|an|per|each|every)$/.test(by.lower) || !rateUnit.test(what.lower))
    return counted
  if (/^(?:ago|earlier|later|before|after|old)$/.test(tokens[counted.last + ofWhat + 3]?.lower ?? ''))
    return counted
  return { ...counted, unit: `${counted.unit} ${by.lower} ${what.lower}`, last: counted.last + ofWhat + 2 }
}

/** "Of this, 310 million …", "asked for a billion": an amount of money told before. */
function shareOfCurrency(figure: Figure, { sentence, before, earlier }: Surroundings): string | undefined {
  const { tokens } = sentence
  if (!/^(?:million|billion|trillion)$/.test(tokens[figure.last]?.lower ?? '')) return undefined
  const money = [...before].reverse().concat([...earlier].reverse().flatMap(({ counted }) => counted ?? []))
  const unit = money.find((each) =>
    /^(?:US dollars|euros|pounds|dollars|crowns|yen|won|francs|hryvnias)\b/.test(each.unit),
  )?.unit
  return unit && /^(?:US dollars|\p{L}+)/u.exec(unit)![0]
}

/** "the number of cases rose to 65", "the toll stands at 12", "88 votes to 71" */
function namedCount(tokens: readonly Token[], figure: Figure): string | undefined {
  for (let index = figure.first - 1; index >= 0; index -= 1) {
    const { lower } = tokens[index]!
    if (
      /^(?:number|numbers|count|total|tally|estimate|figure)$/.test(lower) &&
      tokens[index + 1]?.lower === 'of'
    ) {
      const noun = nounAfter(
        tokens,
        /^(?:the|a|an|its|their|all)$/.test(tokens[index + 2]?.lower ?? '') ? index + 3 : index + 2,
      )
      if (noun && noun.last < figure.first) return noun.unit
      const called = tokens.slice(index + 2, index + 4).find((token) => participle.test(token.lower))
      if (called) return called.lower
    }
    if (/^tolls?$/.test(lower)) return 'deaths'
    if (/^(?:vote|voted|votes|voting)$/.test(lower) && figure.first - index < 6) return 'votes'
  }
  return undefined
}

/** "a town of 18,000" */
function population(tokens: readonly Token[], figure: Figure): string | undefined {
  const of = figure.first - 1
  const place = /^(?:town|city|village|population|crowd|audience|community|settlement|island|congregation)$/
  return tokens[of]?.lower === 'of' && place.test(tokens[of - 1]?.lower ?? '') ? 'people' : undefined
}

/** "eleven were children": what the verb "be" says that they are. */
function complement(tokens: readonly Token[], figure: Figure): string | undefined {
  const verb = tokens[figure.last + 1]
  if (!verb || !/^(?:were|are|was|is)$/.test(verb.lower)) return undefined
  let at = figure.last + 2
  while (tokens[at]?.pos === 'ADJ') at += 1
  const noun = tokens[at]
  const next = tokens[at + 1]
  return noun?.pos === 'NOUN' &&
    /s$|^(?:children|women|men|people|crew|staff|police|personnel)$/.test(noun.lower) &&
    next?.pos !== 'NOUN'
    ? noun.lower
    : undefined
}

/** "six of them", "four were brought down", "to 2.6 percent from 1.9": the unit of the figure before in the sentence. */
function sharedUnit(figure: Figure, { sentence, before }: Surroundings): string | undefined {
  const latest = before.at(-1)
  if (!latest || latest.unit === '') return undefined
  const { tokens } = sentence
  if (/(?:percent|points)$/.test(latest.unit)) {
    return /^(?:from|to|by|at|than|against|and)$/.test(tokens[figure.first - 1]?.lower ?? '')
      ? latest.unit
      : undefined
  }
  if (
    participle.test(tokens[figure.last + 1]?.lower ?? '') &&
    !/^(?:people|civilians|soldiers|men|women|children|persons|workers|passengers|troops|officers|sailors)$/.test(
      latest.unit,
    )
  )
    return undefined
  const verb = tokens[figure.first - 1]
  if (verb && participle.test(verb.lower)) return undefined
  return latest.unit.replace(/ (?:a|an|per|each|every) \p{L}+$/u, '')
}

/** "12 dead", "killed 12 and wounded 30" */
function beside(tokens: readonly Token[], figure: Figure): string | undefined {
  const before = tokens[figure.first - 1]
  const verb =
    before && /^(?:least|most|about|some|nearly|around|to|than|over)$/.test(before.lower)
      ? tokens[firstOf(tokens, figure) - 1]
      : before
  if (verb && participle.test(verb.lower)) return verb.lower
  const next = tokens[figure.last + 1]
  return next && participle.test(next.lower) ? next.lower : undefined
}

/** The first token of the qualifier. */
function firstOf(tokens: readonly Token[], figure: Figure): number {
  let index = figure.first
  while (index > 0 && tokens[index - 1]!.start >= figure.start) index -= 1
  return index
}

/** The nearest noun before it that can be counted, in its own sentence and then in those before. */
function standsFor(figure: Figure, { sentence, earlier }: Surroundings): string | undefined {
  const isHuman = sentence.tokens
    .slice(figure.last + 1, figure.last + 5)
    .some(({ lower }) => ofPeople.test(lower))
  const own = lastCountable(sentence.tokens, figure.first - 1, true, isHuman)
  if (own) return own
  for (const { sentence: each, counted } of [...earlier].reverse()) {
    const unit = counted?.unit.replace(/ (?:a|an|per|each|every) \p{L}+$/u, '') ?? ''
    if (unit !== '' && !isAmount(unit) && (!isHuman || isPeople(unit))) return unit
    const noun = lastCountable(each.tokens, each.tokens.length - 1, false, isHuman)
    if (noun) return noun
  }
  return undefined
}

/** Only people do this or suffer it. */
const ofPeople =
  /^(?:killed|died|drowned|fled|wounded|injured|hurt|arrested|detained|hospitalised|hospitalized|evacuated|displaced|infected|recovered|crossed|arrived|enlisted|signed|voted|married|protested|demonstrated|dead|homeless)$/
const somebody =
  /^(?:people|persons|men|women|children|troops|civilians|residents|inhabitants|refugees|migrants|passengers|patients|victims|survivors|pupils|students|prisoners|recruits|conscripts|sailors|fishermen|villagers|demonstrators|protesters|voters|members|citizens|families|employees|crew|staff|cases|dead|wounded|boys|girls|rebels|militants|fighters|marines|guards|tourists|hostages|evacuees|infants|adults|youths|believers|pilgrims|guests|visitors|north koreans)$/

function isPeople(unit: string): boolean {
  return somebody.test(unit) || officeNouns.has(singular(unit)) || people.has(unit)
}

function isAmount(unit: string): boolean {
  return measureNoun.test(unit) || /^(?:US dollars|percentage points|square|cubic)/.test(unit)
}

const collective =
  /^(?:people|men|women|children|troops|dead|aircraft|police|personnel|wounded|infantry|sheep|cattle|missing)$/
/** Plurals that figures seldom stand for. */
const seldom =
  /^(?:days|hours|weeks|months|years|minutes|times|officials|sources|figures|numbers|reporters|words|talks|details|experts|analysts|authorities|officers|states|relations|services|reports|claims|terms|others|colleagues|journalists|notes|accounts|sides|parts|results|witnesses|lawmakers|ministers|news|headquarters|series|economics|politics|affairs|ones|columns|questions|pictures|images|records|data)$/

/** The last plural noun before a place. In the figure's own sentence, what somebody is said by is no candidate. */
function lastCountable(
  tokens: readonly Token[],
  from: number,
  isOwn: boolean,
  isHuman: boolean,
): string | undefined {
  for (let index = from; index >= 0; index -= 1) {
    const token = tokens[index]!
    const { lower, pos } = token
    if (isDayWord(token) || measureNoun.test(lower) || seldom.test(lower)) continue
    if (
      collective.test(lower) &&
      (pos === 'NOUN' || pos === 'ADJ') &&
      (lower !== 'dead' || tokens[index - 1]?.lower === 'the')
    )
      return lower
    if (pos !== 'NOUN' || !/[^su]s$/.test(lower) || possessive.has(lower) || (isHuman && !isPeople(lower)))
      continue
    if (isOwn && sayingVerbs.has(tokens[index + 1]?.lower ?? '')) continue
    const phrase = phraseEndingAt(tokens, index)
    if (phrase) return lower
  }
  return undefined
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let index = from; index <= to; index += 1) {
    const token = tokens[index]!
    text += index > from && token.start > tokens[index - 1]!.end ? ` ${token.text}` : token.text
  }
  return text
}
