import { withoutDates } from '../plain-values/date.ts'
import { type NumberInWords, numbersIn } from '../plain-values/numbers.ts'
import { type Bounds, bound, closingAfter, qualifierBefore, range } from '../plain-values/quantity.ts'
import { measureNoun } from './measures.ts'
import { isDayWord, possessive } from './phrases.ts'
import type { OffsetRange } from './ranges.ts'
import type { Sentence, Token } from './reading.ts'

/** A figure in a sentence, before it is known what it counts. Offsets are the article's. */
export interface Figure extends OffsetRange, Bounds {
  /** Its unit where the figure itself has it: "US dollars", "percent". */
  unit: string | undefined
  /** Index of its first token, qualifier left out. */
  first: number
  /** Index of its last token, with "or more" and "-strong". */
  last: number
  /** "10,000-strong": what follows has the number and is not what is counted. */
  isStrong: boolean
}

/**
 * The figures of a sentence that count or measure something: not dates, times, ages, durations, ordinals, names with
 * numbers in them, conversions in brackets, nor numbers that the text takes as given ("the two bridges").
 */
export function figuresIn(sentence: Sentence): Figure[] {
  const { tokens } = sentence
  if (!mayHaveNumber.test(sentence.text)) return []
  const plain = blanked(sentence.text)
  const { numbers } = numbersIn(plain)
  const figures: Figure[] = []
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!
    const next = numbers[index + 1]
    const { qualifier: opening, length } = openingBefore(plain.slice(0, number.start), number.value)
    if (opening === 'negated') continue
    const joined =
      next && !isChange(plain, number, next) && !(number.unit === 'percent' && next.unit !== 'percent')
        ? (range(plain, number, next, opening) ?? either(plain, number, next))
        : undefined
    const last = joined ? next! : number
    if (joined) index += 1
    const { length: closingLength, qualifier: closing, isStrong } = closingAfter(plain.slice(last.end))
    const [from, to] = tokensAt(sentence, number.start, last.end)
    if (isBase(plain, number.start)) continue
    if (from >= 0 && isPronoun(tokens, from, to)) continue
    if (from < 0 || isName(tokens, from, to) || isGiven(tokens, from) || isTime(tokens, from, to)) continue
    const estimate = opening === undefined && isEstimate(plain.slice(0, number.start)) ? 'about' : undefined
    const qualifier = closing ?? opening ?? estimate ?? 'exactly'
    const end = last.end + (isStrong ? 0 : closingLength)
    const start = joined ? openingOfRange(plain, number.start, length) : number.start - length
    figures.push({
      ...(joined
        ? { ...joined, qualifier: estimate ?? joined.qualifier }
        : bound(signed(plain, number), qualifier)),
      start: sentence.start + start + /^\s*/.exec(plain.slice(start))![0].length,
      end: sentence.start + end,
      unit: last.unit ?? number.unit,
      first: from,
      last: isStrong ? to + 2 : Math.max(to, tokensAt(sentence, number.start, end)[1]),
      isStrong,
    })
  }
  return figures.filter((figure, index) => !isConversion(sentence, figure, figures[index - 1]))
}

const mayHaveNumber =
  /\d|\b(?:zero|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|billion)\b/i

/** Dates, times of day, ages and telephone numbers give way to blanks; every offset stays. */
function blanked(words: string): string {
  return noQuantity.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    withoutDates(words.replace(dayBeforeDay, (found) => ' '.repeat(found.length))),
  )
}

/** "the storms of 11 and 12 December" */
const dayBeforeDay =
  /\b\d{1,2}(?=(?:,\s\d{1,2})*\s*(?:,|and|or|to|[-–])\s*\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/g

const numberWord =
  '(?:\\d+(?:[.,]\\d+)*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|dozen|hundred)'
const timeUnit = '(?:second|minute|hour|day|night|week|weekend|month|year|decade|centur(?:y|ie))s?'

const noQuantity: RegExp[] = [
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?\b(?=\s*(?:[ap]\.?m\b|UTC|GMT|h\b|local|o.clock|[,;)—–]|$|to\b|and\b|on\b|in\b|when\b|from\b))|\b\d{1,2}:\d{2}(?::\d{2})?\b/gi,
  /\b(?:at|by|until|from|around|about|since|and|after|before)\s+(?:[01]?\d|2[0-3])\.[0-5]\d\b(?=\s*(?:[,;)]|\.(?!\d)|$|on\b|in the\b|local\b|and\b|to\b|when\b))/gi,
  /\b\d{1,2}(?:\s?[ap]\.?m\b\.?|\s+o['’]clock)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock/gi,
  /\+?\d{2,}(?:[ -]\d{2,}){2,}/g,
  /(?<=\p{L}),\s\d{1,3}(?=,(?!\d)|\.$|;)/gu,
  /\b(?:aged?|ages)\s+(?:of\s+)?\d{1,3}(?:\s+(?:to|and)\s+\d{1,3})?\b/gi,
  /\b(?:I|he|she|who)(?:\s+(?:is|was|am|turned|turns)|['’](?:s|m))\s+(?:\d{1,3}|\p{Ll}+(?:-\p{Ll}+)?)(?=\s*(?:[.,;]|now\b|and\b|when\b|my\b|his\b|her\b|at the\b|$))/giu,
  /\b(?:man|woman|boy|girl|child|pensioner|widow)\s+of\s+\d{1,3}\b/gi,
  /(?<=\b(?:children|those|people|adults|babies|infants|boys|girls|anyone|everyone|men|women|youths|minors)\s)(?:under|over|above|below)\s+(?:\d{1,2}|\p{Ll}+)(?=\s*(?:[.,;)]|\p{Ll}|$))/giu,
  /\bat\s+(?:\d{1,2}(?![.,]?\d)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:[.,;]|$|in the (?:morning|afternoon|evening)|at night|on \p{L}+day|every|each|sharp))/giu,
  /\b\d{1,3}[- ]years?[- ]olds?\b|\b\w+-year-olds?\b/gi,
  /\b(?:mid|early|late)?-?(?:19|20)?\d0s\b/gi,
  /\b\d{4}[-–/]\d{2,4}\b/g,
  new RegExp(
    `\\b(?:(?:for|within|after|in|over|during|every|than|of|some|about|nearly|almost|the|last|past|next|first|another|by|only|than|least|to)\\s+)*(?:${numberWord})(?:[\\s-]+(?:to|or|and)[\\s-]+(?:${numberWord}))?(?:[\\s-]+and[\\s-]+a[\\s-]+half)?(?:\\s+(?:more|full|long|whole|consecutive|straight|working|further))?[\\s-]+${timeUnit}(?![\\w])`,
    'giu',
  ),
  /\b(?:one|two|three|four|five|\d+)\s+times\b/gi,
  /(?<![\d,.])\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b/giu,
  /\bMach\s+\d+/g,
  // Results of games, half past seven, nine to five, five-time champions.
  /(?<![\d.,$€£])\b\d{1,3}\s?[-–:]\s?\d{1,3}\b(?=[^.]{0,60}\b(?:win|won|victor|defeat|lead|draw|score|half-time|match|game|final|goal|penalt|set|season|cup|league|home|away|aggregate))/gi,
  /(?<=\b(?:win|won|wins|beat|beats|beaten|lost|lose|drew|draw|victory|defeat|led|lead|score|scored|result|final)\b[^.]{0,50})(?<![\d.,$€£])\b\d{1,3}\s?[-–:]\s?\d{1,3}\b/gi,
  /\b(?:half past|(?:a )?quarter (?:past|to)|(?:ten|twenty|five|twenty-five) (?:past|to))\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b/gi,
  /\b(?:until|till|by|from|after|before|since|around|about|between|and|to)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+(?:in the (?:morning|afternoon|evening)|at night|tonight|this (?:morning|evening|afternoon)|on \p{L}+day|yesterday|today)|\s+(?:to|until|and|till)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:in the|at night|on |tonight))/giu,
  /\b(?:nine to five|[\p{L}\d]+-times?)\b/giu,
  /\b(?:turned|turns|turning|at the age of)\s+\d{1,3}\b/gi,
  /\b(?:one|two|three|four|five|six|seven|nine|\d)[\s-](?:thirds?|quarters?|fifths?|halves|half|sixths?|tenths?|hundredths?)\b/gi,
  /#\d+|\bNos?\.\s*\d+/gi,
  /(?<=[\p{L}”"’]\s)\(\d{1,4}\)/gu,
  /^\s*\d{1,3}[.)]\s/g,
]

/** "from 40 to 65" after a verb of change names the old figure and the new. */
function isChange(words: string, first: NumberInWords, second: NumberInWords): boolean {
  const between = words.slice(first.end, second.start)
  if (!/\bto\s+(?:\w+\s+){0,2}$/.test(between)) return false
  const before = words.slice(0, first.start)
  return (
    /\bfrom\s+(?:\w+\s+){0,3}$/i.test(before) &&
    /\b(?:r[iao]se|risen|rising|gr[eo]w|grown|growing|f[ea]ll|fallen|falling|dr[ou]p\w*|increas\w+|decreas\w+|declin\w+|climb\w*|jump\w*|cut|rais\w+|lower\w*|reduc\w+|shr[aiu]nk|widen\w*|up|down|chang\w+|w[ea]nt|gone|revis\w+|correct\w+|expand\w*|swell\w*|swollen|slip\w*|double\w*|dip\w*|sank|sunk|mov\w+|slid\w*)\b/i.test(
      before.slice(-120),
    )
  )
}

/** "12 of 40 bridges", "12 out of 40": the second figure is what the first is a part of. */
function isBase(words: string, start: number): boolean {
  return /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|dozen|hundred|thousand|million))\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|about\s+|some\s+|around\s+|more\s+than\s+){0,2}$/iu.test(
    words.slice(Math.max(0, start - 60), start),
  )
}

/** "five or six boats" */
function either(words: string, first: NumberInWords, second: NumberInWords): Bounds | undefined {
  const isEither = /^\s+or\s+$/.test(words.slice(first.end, second.start)) && second.value === first.value + 1
  return isEither ? { qualifier: 'exactly', low: first.value, high: second.value } : undefined
}

/** "spread over three grounds", "in the sky over eight regions": a place, no bound. */
function openingBefore(before: string, value: number): ReturnType<typeof qualifierBefore> {
  const isPlace =
    value <= 100 &&
    /\b(?:spread|scattered|sky|skies|flew|fly|flying|flown|down|divided|distributed|circl\w+|passed|hung|smoke|drones|sprawl\w+|stretch\w+|extend\w+|took place|dropped|over the course of)\s+(?:out\s+)?over\s+$/i.test(
      before,
    )
  return isPlace ? { qualifier: undefined, length: 0 } : qualifierBefore(before)
}

/** "estimated the number at between 1,500 and 2,000" */
function isEstimate(before: string): boolean {
  return /\bestimat\p{L}+\s[^.,;]{0,80}\bat\s+(?:between\s+)?$/iu.test(before)
}

/** "between" or "from" belongs to the words of a range. */
function openingOfRange(words: string, start: number, length: number): number {
  const before = words.slice(0, start - length)
  const between = /\b(?:between|from)\s+$/i.exec(before)
  return between ? between.index : start - length
}

/** "minus 14 degrees" */
function signed(words: string, { start, value }: NumberInWords): number {
  return /(?:\bminus\s|(?<![\p{L}\d])[-−])$/iu.test(words.slice(0, start)) ? -value : value
}

/** First and last token that the code units of a sentence touch; -1 where none does. */
export function tokensAt({ tokens, start: offset }: Sentence, start: number, end: number): [number, number] {
  const first = tokens.findIndex((token) => token.end > offset + start)
  let last = first
  while (last >= 0 && last + 1 < tokens.length && tokens[last + 1]!.start < offset + end) last += 1
  return [first, last]
}

const naming =
  /^(?:unit|article|articles|resolution|room|route|flight|phase|chapter|page|pages|section|group|line|platform|building|block|channel|version|camp|mach|number|train|trains|bus|tram|barracks|pier|gate|hall|highway|road|track|sector|district|level|stage|part|paragraph|figure|table|item|clause|zone|berth|dock|reactor|lot|day|class|grade|hole|pumps?|channel|category|type|model|exit|junction|apartment|flat|order|case|bill|law|decree|protocol|appendix|annex|episode|issue|step|tier)$/

/** "Barracks 12", "Article 5", "Amber Shield 3": the number is part of a name. */
function isName(tokens: readonly Token[], from: number, to: number): boolean {
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
function isPronoun(tokens: readonly Token[], from: number, to: number): boolean {
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
function isGiven(tokens: readonly Token[], from: number): boolean {
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
function isTime(tokens: readonly Token[], from: number, to: number): boolean {
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

/** "900 kilometres (560 miles)" */
function isConversion(sentence: Sentence, figure: Figure, before: Figure | undefined): boolean {
  if (!before) return false
  const between = sentence.text.slice(before.end - sentence.start, figure.start - sentence.start)
  const after = sentence.text.slice(figure.end - sentence.start)
  return (
    /^[^()]{0,40}\((?:or\s+)?$/.test(between) &&
    (figure.unit !== undefined || measure.test(after)) &&
    (before.unit !== undefined || measure.test(between))
  )
}

const measure =
  /^[\s-]*(?:square |cubic |metric |nautical )?(?:miles?|kilomet\w+|km|met(?:re|er)s?|feet|foot|yards?|inch\w*|acres?|hectares?|tons?|tonnes?|pounds?|kilos?|kg|kilograms?|gallons?|lit\w+|barrels?|degrees|euros?|dollars?|francs?|crowns?|°|mph|knots|fahrenheit|celsius)\b/i
