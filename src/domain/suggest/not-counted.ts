import { measureNoun } from './measures.ts'
import { isDayWord, possessive } from './phrases.ts'
import type { Token } from './reading.ts'

const naming =
  /^(?:unit|article|articles|resolution|room|route|flight|phase|chapter|page|pages|section|group|line|platform|building|block|channel|version|camp|mach|number|train|trains|bus|tram|barracks|pier|gate|hall|highway|road|track|sector|district|level|stage|part|paragraph|figure|table|item|clause|zone|berth|dock|reactor|lot|day|class|grade|hole|pumps?|channel|category|type|model|exit|junction|apartment|flat|order|case|bill|law|decree|protocol|appendix|annex|episode|issue|step|tier)$/

/** "Barracks 12", "Article 5", "Amber Shield 3": the number is part of a name. */
export function isName(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const after = tokens[to + 1]
  if (!before) return false
  if (naming.test(before.lower) && before.pos !== 'VERB' && !/^\p{Ll}{3,}s$/u.test(before.text)) return true
  if (
    /^(?:and|or|to|,)$/.test(before.lower) &&
    naming.test(tokens[from - 3]?.lower ?? '') &&
    tokens[from - 2]?.pos === 'NUM'
  )
    return true
  if (/^group$/i.test(tokens[from - 2]?.text ?? '') && before.lower === 'of') return true
  if (
    /^(?:trains|articles|rooms|pages|units|routes|flights|roads|items|lines|gates|wards|pumps)$/i.test(
      before.text,
    )
  )
    return after?.pos !== 'NOUN'
  const isModel =
    before.pos === 'PROPN' && !isDayWord(before) && /^\d{1,3}$/.test(tokens[from]!.text) && from === to
  if (
    isModel &&
    from > 1 &&
    tokens[from - 2]!.pos !== 'ADP' &&
    tokens[from - 2]!.pos !== 'PUNCT' &&
    after?.pos === 'NOUN'
  )
    return true
  if (before.pos === 'PROPN' && !isDayWord(before) && tokens[from]!.start - before.end <= 1) {
    if (
      from === 1 &&
      before.pos === 'PROPN' &&
      /^(?:Some|About|Nearly|Only|Another|Over|Around|Roughly)$/.test(before.text)
    )
      return false
    if (after?.lower === 'of' || after?.lower === 'per') return false
    if (after?.lower === 'of' || after?.lower === 'per') return false
    if (tokens[from - 2]?.lower === 'the' && tokens.slice(0, from - 2).some(({ pos }) => pos === 'NUM'))
      return false
    return (
      !after ||
      (after.pos !== 'NOUN' && after.pos !== 'ADJ' && after.pos !== 'PROPN' && !/^[%]$/.test(after.text))
    )
  }
  return false
}

/** "all three", "two of us", "the nearest hundred", "Channel Nine", "three things": nothing that is counted. */
export function isPronoun(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, first, after, next] = [tokens[from - 1], tokens[from]!, tokens[to + 1], tokens[to + 2]]
  if (/^nearest$/.test(before?.lower ?? '')) return true
  if (after?.lower === 'of' && /^(?:us|you)$/.test(next?.lower ?? '')) return true
  // "a two-storey house", "four-lane road": no count, but "an 800-kilometre range" is a measure.
  if (
    after?.text === '-' &&
    next?.pos === 'NOUN' &&
    !measureNoun.test(next.lower) &&
    !/^(?:strong|plus|odd)$/.test(next.lower)
  )
    return true
  if (after && sport.test(after.lower)) return true
  const isSmall = from === to && smallNumber.test(first.lower)
  if (!isSmall) return false
  if (/^(?:all|any|every|each)$/.test(before?.lower ?? '') && after?.pos !== 'NOUN' && after?.pos !== 'ADJ')
    return true
  if (from > 0 && /^\p{Lu}/u.test(first.text) && before?.pos === 'PROPN') return true
  if (from > 0 && /^\p{Lu}/u.test(first.text) && /^\p{Lu}/u.test(after?.text ?? '') && first.quoted)
    return true
  const noun = after?.pos === 'ADJ' ? next : after
  return noun !== undefined && idle.test(noun.lower)
}

/** Results of games are no claims. */
const sport = /^(?:goals|sets|wickets|tries|laps|innings|aces|birdies|rebounds|touchdowns|assists|medals)$/
const smallNumber = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|forty|hundred|[2-9])$/
/** Small numbers of these are a way of speaking. */
const idle =
  /^(?:things|ways|reasons|questions|figures|numbers|descriptions|aspects|sides|words|steps|options|kinds|sorts|forms|factors|issues|problems|conditions|versions|stories|halves|sentences|zeros|zeroes|fronts|goals|aims|principles|lessons|occasions|categories|thoughts|views|possibilities|explanations|answers|theories|letters|syllables|lines|columns|sizes|colours|colors|wishes|rules|sources|accounts|scenarios|arguments|ideas|facts|hands|eyes|feet away|worlds|lives|choices)$/

const given = new Set(['the', 'these', 'those', 'both'])

/** "the two bridges", "its four members": the number is taken as known. */
export function isGiven(tokens: readonly Token[], from: number): boolean {
  let index = from - 1
  while (
    index >= 0 &&
    /^(?:first|last|other|next|past|remaining|same|only|\$|€|£)$/.test(tokens[index]!.lower)
  )
    index -= 1
  const before = tokens[index]
  if (!before) return false
  return given.has(before.lower) || possessive.has(before.lower) || before.lower === "'s"
}

/** "one of them", "one witness", "the one": a pronoun; numbers of times and turns. */
export function isTime(tokens: readonly Token[], from: number, to: number): boolean {
  const after = tokens[to + 1]
  if (from === to && tokens[from]!.lower === 'one') {
    return !countsOne(tokens, to + 1)
  }
  return after !== undefined && /^(?:times|a\.m|p\.m|o'clock|am|pm|hrs|st|nd|rd|th)\.?$/.test(after.lower)
}

const harmed =
  /^(?:killed|injured|wounded|hurt|dead|missing|arrested|detained|rescued|destroyed|damaged|sunk|lost|captured|infected|died|drowned|shot|hit|hospitalised|hospitalized|burnt|burned)$/

/** "One person was killed", "one more soldier"; but not "one of them", "one witness", "one day". */
function countsOne(tokens: readonly Token[], first: number): boolean {
  let at = first
  while (/^(?:more|other|further|additional)$/.test(tokens[at]?.lower ?? '') || tokens[at]?.pos === 'ADJ')
    at += 1
  const noun = tokens[at]
  if (noun?.pos !== 'NOUN' || isDayWord(noun)) return false
  if (
    /^(?:person|man|woman|child|soldier|civilian|pupil|girl|boy|firefighter|policeman|sailor|student|passenger)$/.test(
      noun.lower,
    )
  ) {
    return !/^(?:said|says|told|who|whose|in|with|added|wrote)$/.test(tokens[at + 1]?.lower ?? '')
  }
  return tokens.slice(at + 1, at + 4).some(({ lower }) => harmed.test(lower))
}
