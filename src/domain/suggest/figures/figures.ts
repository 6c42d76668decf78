import { type NumberInWords, numbersIn } from '../../plain-values/numbers.ts'
import { type Bounds, bound, closingAfter, qualifierBefore, range } from '../../plain-values/quantity.ts'
import type { OffsetRange } from '../reading/ranges.ts'
import type { Sentence } from '../reading/reading.ts'
import { blanked } from './blanked.ts'
import { isGiven, isName, isPronoun, isTime } from './not-counted.ts'

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

/** "from 40 to 65" after a verb of change names the old figure and the new. */
function isChange(words: string, first: NumberInWords, second: NumberInWords): boolean {
  const between = words.slice(first.end, second.start)
  if (!/\bto\s+(?:\w+\s+){0,2}$/.test(between)) return false
  const before = words.slice(0, first.start)
  // "rose by 120 to 1,340": the step and where it led.
  return (
    /\b(?:from|by)\s+(?:\w+\s+){0,3}$/i.test(before) &&
    /\b(?:r[iao]se|risen|rising|gr[eo]w|grown|growing|f[ea]ll|fallen|falling|dr[ou]p\w*|increas\w+|decreas\w+|declin\w+|climb\w*|jump\w*|cut|rais\w+|lower\w*|reduc\w+|shr[aiu]nk|widen\w*|up|down|chang\w+|w[ea]nt|gone|revis\w+|correct\w+|expand\w*|swell\w*|swollen|slip\w*|double\w*|dip\w*|sank|sunk|mov\w+|slid\w*)\b/i.test(
      before.slice(-120),
    )
  )
}

/** "12 of 40 bridges", "12 out of 40": the second figure is what the first is a part of. */
function isBase(words: string, start: number): boolean {
  return (
    outOf.test(words.slice(Math.max(0, start - 60), start)) ||
    // "Of 60 tents only 14 arrived"
    (/(?:^|[;:]\s)\W?of\s+(?:all\s+)?$/i.test(words.slice(0, start)) &&
      /^\S+[^;.:]*?[\s(](?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|\p{L}+teen\b)/iu.test(
        words.slice(start),
      )) ||
    /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|dozen|hundred|thousand|million))\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|about\s+|some\s+|around\s+|more\s+than\s+){0,2}$/iu.test(
      words.slice(Math.max(0, start - 60), start),
    )
  )
}

/** "18 drones out of 22" */
const outOf = /\d\s+(?:\p{L}+\s+){1,3}out\s+of\s+(?:(?:the|a total of|about|some|around)\s+)?$/iu

/** "five or six boats" */
function either(words: string, first: NumberInWords, second: NumberInWords): Bounds | undefined {
  const isEither = /^\s+or\s+$/.test(words.slice(first.end, second.start)) && second.value === first.value + 1
  return isEither ? { qualifier: 'exactly', low: first.value, high: second.value } : undefined
}

/** "spread over three grounds", "in the sky over eight regions": a place, no bound. */
function openingBefore(before: string, value: number): ReturnType<typeof qualifierBefore> {
  const isPlace =
    value <= 100 &&
    /\b(?:spread|scattered|sky|skies|flew|fly|flying|flown|down|divided|distributed|circl\w+|passed|hung|smoke|drones|watch\w*|presid\w+|rul\w+|govern\w*|sprawl\w+|stretch\w+|extend\w+|took place|dropped|over the course of)\s+(?:out\s+)?over\s+$/i.test(
      before,
    )
  // "found under twenty sacks"
  const isUnder =
    value <= 100 &&
    /\b(?:found|lay|lies|lying|buried|hidden|hid|trapped|crushed|kept|slept|caught|pinned)\b[^.;]{0,60}\bunder\s+$/i.test(
      before,
    )
  return isPlace || isUnder ? { qualifier: undefined, length: 0 } : qualifierBefore(before)
}

/** "estimated the number at between 1,500 and 2,000" */
function isEstimate(before: string): boolean {
  return /\bestimat\p{L}+\s[^.,;]{0,80}\bat\s+(?:between\s+)?$|\bestimated\s+(?:\p{L}+\s+){1,3}of\s+$/iu.test(
    before,
  )
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

/** "900 kilometres (560 miles)" */
function isConversion(sentence: Sentence, figure: Figure, before: Figure | undefined): boolean {
  // "the €85 billion ($91 billion)": also where the figure before the bracket is none of the claims.
  if (figure.unit !== undefined && inBracket.test(sentence.text.slice(0, figure.start - sentence.start)))
    return true
  if (!before) return false
  const between = sentence.text.slice(before.end - sentence.start, figure.start - sentence.start)
  const after = sentence.text.slice(figure.end - sentence.start)
  return (
    /^[^()]{0,40}\((?:or\s+)?$/.test(between) &&
    (figure.unit !== undefined || measure.test(after)) &&
    (before.unit !== undefined || measure.test(between))
  )
}

const inBracket = /[$€£]\s?\d[\d.,]*\s?(?:million|billion|trillion|bn|m|k)?\s*\((?:or\s+|about\s+)?$/i

const measure =
  /^[\s-]*(?:square |cubic |metric |nautical )?(?:miles?|kilomet\w+|km|met(?:re|er)s?|feet|foot|yards?|inch\w*|acres?|hectares?|tons?|tonnes?|pounds?|kilos?|kg|kilograms?|gallons?|lit\w+|barrels?|degrees|euros?|dollars?|francs?|crowns?|kron(?:er|or|e|a|ur)|dinars?|lira|liras|yuan|yen|won|rand|ro?ubles?|hryvnias?|rupees?|shekels?|pesos?|zlot\w+|forints?|lei|leva|riyals?|rials?|°|mph|knots|fahrenheit|celsius)\b/i
