import { isDayWord, possessive } from '../reading/phrases.ts'
import type { Token } from '../reading/reading.ts'
import { measureNoun } from './measures.ts'

const naming =
  /^(?:unit|kilometre|kilometer|mile|marker|article|articles|resolution|room|route|flight|phase|chapter|page|pages|section|group|line|platform|building|block|channel|version|camp|mach|number|train|trains|bus|tram|barracks|pier|gate|hall|highway|road|track|sector|district|level|stage|part|paragraph|figure|table|item|clause|zone|berth|dock|reactor|lot|day|class|grade|hole|pumps?|channel|category|type|model|exit|junction|apartment|flat|order|case|bill|law|decree|protocol|appendix|annex|episode|issue|step|tier)$/

const namingMany =
  /^(?:trains|articles|rooms|pages|units|routes|flights|roads|items|lines|gates|wards|pumps|kilometres|kilometers|platforms|stages|chapters|channels|sections|paragraphs|piers|sectors)$/

/** "Barracks 12", "Article 5", "Amber Shield 3": the number is part of a name. */
export function isName(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const after = tokens[to + 1]
  if (!before) return false
  if (isNaming(tokens, from - 1)) return true
  if (
    /^(?:and|or|to|,)$/.test(before.lower) &&
    (naming.test(tokens[from - 3]?.lower ?? '') || namingMany.test(tokens[from - 3]?.lower ?? '')) &&
    tokens[from - 2]?.pos === 'NUM'
  )
    return true
  // "the Group of Seven", but not "a group of seven men".
  if (
    before.lower === 'of' &&
    tokens[from - 2]?.text === 'Group' &&
    (from > 2 || !after || after.pos === 'VERB')
  )
    return true
  if (namingMany.test(before.lower)) return after?.pos !== 'NOUN'
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
    if (isGapped(tokens, from)) return false
    if (
      from === 1 &&
      before.pos === 'PROPN' &&
      /^(?:Some|About|Nearly|Only|Another|Over|Around|Roughly)$/.test(before.text)
    )
      return false
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

/** Whether the noun before a number makes it a name: "Room 12", "day three"; but not "every day 400 came", "the pupils number 640". */
function isNaming(tokens: readonly Token[], at: number): boolean {
  const { lower, text, pos } = tokens[at]!
  const before = tokens[at - 1]
  if (!naming.test(lower) || pos === 'VERB' || /^\p{Ll}{3,}s$/u.test(text)) return false
  if (lower === 'number') return !before || !/[^s]s$/.test(before.lower) || before.pos !== 'NOUN'
  if (lower === 'day' || lower === 'class')
    return !before || !/^(?:a|an|the|this|that|each|every|per|one|same|next|whole|all)$/.test(before.lower)
  return true
}

/** "the ruling party got 43 percent and the Greens 6", "Norway $20 million": a share without its verb. */
function isGapped(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]!.lower === '$' || /[$€£]$/.test(tokens[from]!.text)) return true
  let at = from - 1
  while (tokens[at]?.pos === 'PROPN') at -= 1
  return (
    /^(?:and|the|,)$/.test(tokens[at]?.lower ?? '') &&
    tokens
      .slice(0, at)
      .some(
        ({ text, lower }) =>
          /^(?:%|\$|€|£)$/.test(text) || /^(?:percent|cent|votes?|seats?|points?)$/.test(lower),
      )
  )
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
  // "two of the steps"
  const ofIdle =
    after?.lower === 'of' && (next?.pos === 'DET' || possessive.has(next?.lower ?? ''))
      ? tokens[to + 3]
      : undefined
  const noun = ofIdle ?? (after?.pos === 'ADJ' ? next : after)
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
  // "One lists 310 dead, the other 4,000."
  const isOther = tokens[from - 1]?.lower === 'other' && /^[.,;]?$/.test(tokens[from + 1]?.text ?? '')
  if (isOther && tokens.slice(0, from).some(({ lower }) => lower === 'one' || lower === 'first')) return false
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
  const behind = tokens.slice(at + 1, at + 4)
  const figure = behind.findIndex(({ pos }) => pos === 'NUM')
  return (figure < 0 ? behind : behind.slice(0, figure)).some(({ lower }) => harmed.test(lower))
}
