import { possessive } from '../reading/phrases.ts'
import type { Token } from '../reading/reading.ts'
import { type Counted, nounAfter, participle, withRate } from './counted-noun.ts'
import type { Figure } from './figures.ts'
import { measureNoun } from './measures.ts'
import { collective, firstOf, isPeople, type Surroundings, standsFor, whoActs } from './stands-for.ts'

/**
 * What a figure counts: the noun that follows it, else the noun that it stands for, from the nearest words before it,
 * else the participle or adjective beside it ("12 dead", "killed 12").
 */
export function countedBy(figure: Figure, surroundings: Surroundings): Counted {
  const { tokens } = surroundings.sentence
  const after = figure.last + 1
  if (figure.unit !== undefined) return amount(figure, figure.unit, surroundings)
  const following = fitting(figure, tokens, nounAfter(tokens, after))
  if (following) return withRate(tokens, following)
  const { last } = figure
  const found =
    strongOne(tokens, figure) ??
    labelOf(tokens, figure) ??
    population(tokens, figure) ??
    shareOfCurrency(figure, surroundings) ??
    gappedShare(figure, surroundings) ??
    groupOf(tokens, figure) ??
    namedCount(tokens, figure) ??
    complement(tokens, figure) ??
    sharedUnit(figure, surroundings) ??
    beside(tokens, figure) ??
    standsFor(figure, surroundings) ??
    whoActs(tokens, figure) ??
    sufferers(tokens, figure)
  return withRate(tokens, { unit: found ?? '', thing: found ?? '', last })
}

/** The noun, or the one before it where only that is a plural: "12 people fit in", where the model takes "fit" for a noun. */
function fitting(figure: Figure, tokens: readonly Token[], noun: Counted | undefined): Counted | undefined {
  if (!noun || fitsNumber(figure, tokens, noun)) return noun
  for (let at = noun.last - 1; at > figure.last; at -= 1) {
    const { lower, pos } = tokens[at]!
    const counted = { unit: lower, thing: lower, last: at }
    if (pos === 'NOUN' && fitsNumber(figure, tokens, counted)) return counted
  }
  return undefined
}

/** Several of something are a plural or a collective: "44 name another report" counts no name. */
function fitsNumber(figure: Figure, tokens: readonly Token[], { unit, last }: Counted): boolean {
  if (figure.isStrong || Math.max(figure.low ?? 0, figure.high ?? 0) <= 1) return true
  if (tokens[figure.last + 1]?.text === '-' || /\d-$/.test(tokens[figure.last]!.text)) return true
  const noun = tokens[last]!.lower
  return (
    /s$|(?:ae|[^aeou]i|[rt]a)$/.test(noun) ||
    measureNoun.test(unit.replace(/\/.*$/, '')) ||
    collective.test(noun) ||
    singularPlural.test(noun)
  )
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
    if (
      /^(?:crowd|turnout|attendance|audience|population|march|demonstration|rally)$/.test(tokens[index]!.text)
    )
      return 'people'
    if (lower === 'magnitude') return lower
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

/** "The brigade is 3,000 strong." */
function strongOne(tokens: readonly Token[], figure: Figure): string | undefined {
  if (!figure.isStrong) return undefined
  const verb = tokens.findLastIndex(({ pos }, at) => at < figure.first && pos === 'AUX')
  const noun = tokens[verb - 1]
  return noun?.pos === 'NOUN' ? noun.lower : undefined
}

/** "Dead: 4", "Houses damaged: 140": what a line of a box names before its colon. */
function labelOf(tokens: readonly Token[], figure: Figure): string | undefined {
  const colon = tokens.findIndex(({ text }) => text === ':')
  if (colon < 1 || colon > 5 || firstOf(tokens, figure) - colon > 1) return undefined
  const words = tokens.slice(0, colon)
  const noun = words.find(
    ({ lower, pos }) => (/[^su]s$/.test(lower) || collective.test(lower)) && pos !== 'VERB',
  )
  const counted =
    noun ??
    words.findLast(({ lower }) => participle.test(lower)) ??
    (words.length === 1 ? words[0] : undefined)
  return counted?.lower
}

/** "a crew of 22", "a gang of four" */
function groupOf(tokens: readonly Token[], figure: Figure): string | undefined {
  const of = figure.first - 1
  const group = tokens[of - 1]
  // "a camp built for 3,000"
  if (
    tokens[of]?.lower === 'for' &&
    group &&
    /^(?:built|designed|meant|intended|planned|room|space|shelter|enough|capacity)$/.test(group.lower)
  )
    return 'people'
  return tokens[of]?.lower === 'of' &&
    group &&
    /^(?:crew|staff|garrison|workforce|gang|fleet|herd|flock|band|team|squad|company|jury|family|party)$/.test(
      group.lower,
    )
    ? group.lower
    : undefined
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
  // "1,100 have been killed, and 2,700 injured"
  if (participle.test(latest.unit) && participle.test(tokens[figure.last + 1]?.lower ?? '')) return undefined
  if (/(?:percent|points)$/.test(latest.unit)) {
    if (Math.max(figure.low ?? 0, figure.high ?? 0) > 100) return undefined
    return /^(?:from|to|by|at|than|against|and)$/.test(tokens[figure.first - 1]?.lower ?? '')
      ? latest.unit
      : undefined
  }
  if (
    participle.test(tokens[figure.last + 1]?.lower ?? '') &&
    !/^(?:people|civilians|soldiers|men|women|children|persons|workers|passengers|troops|officers|sailors)$/.test(
      latest.unit,
    ) &&
    // "Sixty tanks were destroyed and 12 captured"
    tokens[latest.last + 1]?.pos !== 'AUX'
  )
    return undefined
  // "killed four people and wounded 17", but "killed 12 and wounded 30".
  const verb = tokens[figure.first - 1]
  if (verb && participle.test(pastOf(verb)) && !isPeople(latest.unit)) return undefined
  // "25 euros a tonne will be raised to 40"
  if (/^(?:to|from|than|against)$/.test(verb?.lower ?? '')) return latest.unit
  return latest.unit.replace(/ (?:a|an|per|each|every) \p{L}+$/u, '')
}

/** "43.5 percent for the government, the opposition 38.2": the same measure again. */
function gappedShare(figure: Figure, { sentence, before }: Surroundings): string | undefined {
  const latest = before.at(-1)
  if (!latest || !/^percent$| (?:a|an|per|each|every) /.test(latest.unit)) return undefined
  if (latest.unit === 'percent' && Math.max(figure.low ?? 0, figure.high ?? 0) > 100) return undefined
  return isGapped(figure, sentence.tokens) ? latest.unit : undefined
}

/** "the opposition 38.2", "and the Greens 6": a share without its verb, after a comma or "and". */
function isGapped(figure: Figure, tokens: readonly Token[]): boolean {
  let at = figure.first - 1
  while (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at]?.pos ?? '')) at -= 1
  if (at === figure.first - 1) return false
  while (tokens[at] && (tokens[at]!.pos === 'DET' || possessive.has(tokens[at]!.lower))) at -= 1
  const next = tokens[figure.last + 1]
  return /^(?:,|;|and)$/.test(tokens[at]?.lower ?? '') && (!next || /^(?:[.,;)]|and)$/.test(next.lower))
}

/** "wounding four" tells of wounded. */
function pastOf({ lower }: Token): string {
  return lower.replace(/^(kill|wound|injur|displac|arrest|captur)ing$/, '$1ed')
}

/** "More than 1,100 have been killed": what was done to them, where nothing else says what they are. */
function sufferers(tokens: readonly Token[], figure: Figure): string | undefined {
  let at = figure.last + 1
  while (tokens[at]?.pos === 'AUX' || tokens[at]?.pos === 'ADV') at += 1
  return at > figure.last + 1 && participle.test(tokens[at]?.lower ?? '') ? tokens[at]!.lower : undefined
}

/** "12 dead", "killed 12 and wounded 30" */
function beside(tokens: readonly Token[], figure: Figure): string | undefined {
  const before = tokens[figure.first - 1]
  const verb =
    before && /^(?:least|most|about|some|nearly|around|to|than|over)$/.test(before.lower)
      ? tokens[firstOf(tokens, figure) - 1]
      : before
  if (verb && participle.test(pastOf(verb))) return pastOf(verb)
  const next = tokens[figure.last + 1]
  return next && participle.test(next.lower) ? next.lower : undefined
}
