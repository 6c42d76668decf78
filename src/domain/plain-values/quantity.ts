import type { Qualifier } from '../claim/row.ts'
import { withoutDates } from './date.ts'
import { nounAfter } from './noun.ts'
import { type NumberInWords, numbersIn } from './numbers.ts'

/** A quantity as words bound it. A bound that they leave open is null. */
export interface PlainQuantity {
  qualifier: Qualifier
  low: number | null
  high: number | null
  /** What is counted or measured, in one or two words: "troops", "US dollars", "km". */
  unit?: string
  /** The same with its adjectives: "North Korean troops". */
  thing?: string
}

/**
 * The one quantity that English words state plainly: "up to 8,000" (high 8,000), "11,000 to 12,000", "at least three
 * dozen", "more than $60 billion". Dates and what stands in brackets are passed over. Null when there is none, when there
 * are several, or when it could be read in two ways.
 */
export function readQuantity(words: string): PlainQuantity | null {
  const plain = withoutBrackets(withoutDates(words.slice(0, 2000)))
  const { numbers: all, unclear } = numbersIn(plain)
  // "One of them", "in one day", "said one analyst": the word counts nothing.
  const numbers = all.filter(({ start, end }) => !/^one$/i.test(plain.slice(start, end)))
  const [first, second] = numbers
  if (!first || unclear || numbers.length > 2) return null
  const last = second ?? first
  const opening = qualifierBefore(plain.slice(0, first.start)).qualifier
  const closing = closingAfter(plain.slice(last.end))
  if (opening === 'negated' || (opening && closing.qualifier && opening !== closing.qualifier)) return null
  const bounds = second
    ? range(plain, first, second, opening)
    : bound(first.value, closing.qualifier ?? opening ?? 'exactly')
  if (!bounds) return null
  const noun = nounAfter(plain.slice(last.end + closing.length))
  const unit = last.unit ?? first.unit ?? (closing.isStrong ? undefined : noun?.unit)
  return { ...bounds, ...(unit && { unit }), ...(noun && { thing: noun.thing }) }
}

export type Bounds = Pick<PlainQuantity, 'qualifier' | 'low' | 'high'>

/** The ends that a single figure has under a qualifier. */
export function bound(value: number, qualifier: Qualifier): Bounds {
  if (qualifier === 'up to') return { qualifier, low: null, high: value }
  if (qualifier === 'at least' || qualifier === 'more than') return { qualifier, low: value, high: null }
  return { qualifier, low: value, high: value }
}

/** "11,000 to 12,000", "between 10 and 12 million"; undefined when the two numbers make no range. */
export function range(
  words: string,
  first: NumberInWords,
  second: NumberInWords,
  opening: Opening,
): Bounds | undefined {
  const between = /^\s*(?:[-–—]|to|(?<and>and))\s*(?:about\s+|around\s+)?$/i.exec(
    words.slice(first.end, second.start),
  )
  const isBetween = /\bbetween\s+(?:about\s+|around\s+)?$/i.test(words.slice(0, first.start))
  if (!between || Boolean(between.groups?.and) !== isBetween) return undefined
  if (opening && opening !== 'about' && opening !== 'exactly') return undefined
  if (first.unit && second.unit && first.unit !== second.unit) return undefined
  // "10 to 12 million": the scale is said once.
  // "two to three hundred"
  const said = /\b\p{L}+\s+(?<hundred>hundred)$/iu.exec(words.slice(second.start, second.end))
  const isShared = said !== null && first.value < 10 && first.value * 100 < second.value
  const scaled = first.scale === 1 && second.scale > 1 && first.value < 1000
  const low = scaled ? first.value * second.scale : isShared ? first.value * 100 : first.value
  const about = opening === 'about' || /\b(?:about|around)\s+$/i.test(words.slice(0, first.start))
  return low < second.value ? { qualifier: about ? 'about' : 'exactly', low, high: second.value } : undefined
}

export type Opening = Qualifier | 'negated' | undefined

/** Longer phrases before those that they contain. */
const openings: [Qualifier | 'negated', string][] = [
  ['at least', 'at least|(?:no|not) (?:fewer|less) than|a minimum of|at the very least|not below'],
  [
    'up to',
    'as many as|as much as|as high as|up to|at most|(?:no|not) more than|a maximum of|(?:fewer|less) than|(?<!just )under|below',
  ],
  [
    'more than',
    'more than|(?:well |just )?(?:over|above)|in excess of|upwards? of|north of|exceeding|exceeds?',
  ],
  [
    'about',
    'about|around|roughly|some|approximately|approx\\.?|an estimated|estimated(?: at)?|nearly|almost|close to|just under|circa|ca\\.?|c\\.|~|≈|in the region of|something like|more or less',
  ],
  ['exactly', 'exactly|precisely|a total of|in all'],
  ['negated', 'not|never|neither|no'],
]

const openingPatterns = openings.map(
  ([qualifier, phrases]) =>
    [
      qualifier,
      new RegExp(`(?<!\\p{L})(?:${phrases})(?:\\s+(?:the|an?|another|between|from))?\\s*$`, 'iu'),
    ] as const,
)

/**
 * The strongest of the qualifiers that stand together at the end of `before`, right before a figure: "up to about
 * 8,000" is "up to". With it, how many code units of `before` they take.
 */
export function qualifierBefore(before: string): { qualifier: Opening; length: number } {
  let rest = before
  let qualifier: Opening
  for (let steps = 0; steps < 3; steps += 1) {
    const hit = openingPatterns.find(([, pattern]) => pattern.test(rest))
    if (!hit) break
    if (!qualifier || qualifier === 'about') qualifier = hit[0]
    rest = rest.replace(hit[1], '')
  }
  return { qualifier, length: before.length - rest.length }
}

export interface Closing {
  qualifier: Qualifier | undefined
  /** "10,000-strong": what follows is not counted, it is what has the number. */
  isStrong: boolean
  length: number
}

/** What follows a figure and says how sure it is: "or more", "or so", "-strong". */
export function closingAfter(after: string): Closing {
  const match =
    /^(?:(?<strong>[-\s]strong\b)|(?<least>\+|-plus\b| or more\b| and more\b| at least\b)|(?<about> or so\b|-odd\b)|(?<most> or (?:fewer|less)\b| at (?:the )?most\b))/i.exec(
      after,
    )
  const { strong, least, about, most } = match?.groups ?? {}
  return {
    qualifier: least ? 'at least' : about ? 'about' : most ? 'up to' : undefined,
    isStrong: Boolean(strong),
    length: match?.[0].length ?? 0,
  }
}

/** Conversions stand in brackets: "900 kilometers (550 miles)". Words that are all in brackets keep them. */
function withoutBrackets(words: string): string {
  const without = words.replace(/\([^()]*\)|\[[^[\]]*\]/g, (bracket) => ' '.repeat(bracket.length))
  return without.trim() === '' ? words : without
}
