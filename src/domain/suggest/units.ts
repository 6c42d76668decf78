import { type Counted, nounAfter, participle, withRate } from './counted-noun.ts'
import type { Figure } from './figures.ts'
import { officeNouns, sayingVerbs } from './lexicon.ts'
import { measureNoun } from './measures.ts'
import { isDayWord, phraseEndingAt, possessive } from './phrases.ts'
import type { Sentence, Token } from './reading.ts'
import { people, singular } from './subjects.ts'

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
