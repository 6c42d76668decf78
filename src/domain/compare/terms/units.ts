import { type Measure, measureNamed } from './measures.ts'
import { numberWords as wordsOfNumber } from './number-words.ts'

/** What a claim's unit says is counted or measured. */
export interface CountedThing {
  /** Equal for two units that count the same thing. */
  key: string
  /** The unit without a leading number word: “soldiers” for “thousand soldiers”. Empty when there is none. */
  words: string
  /** What the figure must be multiplied by to count `words`: 1,000 for “thousand soldiers”. */
  times: number
  /** The number words themselves: “thousand”; empty for 1. */
  timesWords: string
  /** A measure of fixed size, in which other measures of its kind can be given. */
  measure: Measure | null
}

/**
 * Reads a unit by its own words. Two units count the same thing when their words are the same but for capitals, spaces,
 * a leading article, one kind of dash or quotation mark for another, and singular for plural. Number words in front (a
 * dozen, thousand, million) multiply. A measure of fixed size, alone or followed by “of” something, is the same thing as another
 * measure of its kind of the same something: “5 miles of road” and “8 km of road”. Nothing else is brought together: not “troops”
 * and “soldiers”, not “North Korean soldiers” and “soldiers”, not two currencies.
 */
export function countedThing(unit: string): CountedThing {
  const { times, timesWords, rest } = withoutNumberWords(spaced(unit))
  const singular = wordsOf(rest).map(singularOf).join(' ')
  const [, head = '', of = ''] = /^(.*?)(?: of (.+))?$/.exec(singular)!
  const measure = measureNamed(head) ?? null
  const key = measure ? `${measure.dimension}:${of}` : `=${singular}`
  return { key, words: rest, times, timesWords, measure }
}

/** Whether a thing, by its key, is counted rather than measured. */
export function isCounted(thing: string): boolean {
  return thing.startsWith('=')
}

/** A figure in the unit in which all figures of its kind can be put side by side: of counts one, of measures their base. */
export function inBase(value: number, { times, measure }: CountedThing): number {
  return exact(value * times * (measure?.size ?? 1))
}

/** The factor from one measure to another and how it is told, in the direction in which it can be written exactly. */
export function conversionWords(from: Measure, to: Measure): string {
  const down = exact(from.size / to.size)
  const up = exact(to.size / from.size)
  return String(down).length <= String(up).length
    ? `1 ${from.name} = ${wordsOfNumber(down)} ${to.name}`
    : `1 ${to.name} = ${wordsOfNumber(up)} ${from.name}`
}

/** A figure in one measure as a figure in another; both measure the same. */
export function converted(value: number, from: Measure, to: Measure): number {
  return from.name === to.name ? value : exact((value * from.size) / to.size)
}

/** Without the last digits of a double, which a multiplication leaves wrong: 8.04672, not 8.046720000000001. */
export function exact(value: number): number {
  return Number(value.toPrecision(14))
}

const numberWords = new Map(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    mn: 1e6,
    bn: 1e9,
    tn: 1e12,
  }),
)

/** “thousand soldiers”, “million tonnes of grain”, “dozens of drones”, “hundred thousand people”. */
function withoutNumberWords(words: string): { times: number; timesWords: string; rest: string } {
  let rest = words
  let times = 1
  const said: string[] = []
  while (said.length <= mostNumberWords) {
    const [front = '', word = ''] = /^([a-z]+?)s?(?: of)?(?: |$)/i.exec(rest) ?? []
    const factor = numberWords.get(word.toLowerCase())
    if (factor === undefined) return { times, timesWords: said.join(' '), rest }
    times *= factor
    said.push(word.toLowerCase())
    rest = rest.slice(front.length)
  }
  return { times: 1, timesWords: '', rest: words }
}

/** “Hundred thousand million”; a unit with more of them is no number that anybody means. */
const mostNumberWords = 3

/** One space between words; no article, quotation marks or stop around them. */
function spaced(unit: string): string {
  return unit
    .normalize('NFC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/["“”„«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:an?|the) /i, '')
    .replace(/[.,;:]+$/, '')
}

function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .replace(/\bsq\. /g, 'sq ')
  return plain === '' ? [] : plain.split(' ')
}

const irregular = new Map(
  Object.entries({
    people: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    feet: 'foot',
    inches: 'inch',
    buses: 'bus',
    knives: 'knife',
    lives: 'life',
    wives: 'wife',
    halves: 'half',
    wolves: 'wolf',
  }),
)

/** English plurals by their endings. A word that it gets wrong is wrong for singular and plural alike or stays apart. */
function singularOf(word: string): string {
  const known = irregular.get(word)
  if (known) return known
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`
  if (word.length < 4 || /(?:ss|us|is|['’]s)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s')) return word.slice(0, -1)
  return word
}
