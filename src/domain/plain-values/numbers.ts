/** A number as words have it. */
export interface NumberInWords {
  start: number
  /** Exclusive. */
  end: number
  value: number
  /** 1,000 or more when a word such as "million" multiplied the figure. */
  scale: number
  /** What stands for the unit in the figure itself: "US dollars", "percent". */
  unit?: string
}

/**
 * The numbers in English words, from left to right: "8,000", "3.5 million", "10k", "$425 million", "18%", "a dozen",
 * "two and a half thousand". Figures in names ("F-16"), ordinals, years, and figures whose comma or stop could mean two
 * things ("8.000") are left out; `unclear` tells that there was one of the last.
 */
export function numbersIn(words: string): { numbers: NumberInWords[]; unclear: boolean } {
  const numbers: NumberInWords[] = []
  let unclear = false
  for (const match of words.matchAll(figure)) {
    const read = readFigure(match)
    if (read === 'unclear') unclear = true
    else if (read) numbers.push(read)
  }
  for (const match of words.matchAll(spelled)) {
    const value = readSpelled(match[0].toLowerCase())
    const start = match.index
    const end = start + match[0].length
    const taken = numbers.some((number) => start < number.end && end > number.start)
    if (value !== undefined && !taken) numbers.push({ start, end, value, scale: value >= 1000 ? 1000 : 1 })
  }
  return { numbers: numbers.sort((one, other) => one.start - other.start), unclear }
}

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
}

const currencies: Record<string, string> = {
  $: 'US dollars',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
  '₩': 'won',
  '₴': 'hryvnias',
  EUR: 'euros',
  USD: 'US dollars',
  GBP: 'pounds',
}

const figure =
  /(?:(?<![\p{L}\d.,])(?<currency>(?:US|U\.S\.\s?)?[$€£¥₩₴]|EUR|USD|GBP)\s?|(?<![\p{L}\d.,]|\p{L}-))(?<digits>\d(?:[\d.,\u00a0\u2009\u202f]*\d)?)(?:(?<scaleMark>k|bn|mn|tn|m(?=\s+(?:people|euros|dollars|pounds|crowns|francs|yen|tonnes|tons|barrels|doses)\b)|(?<=[$€£¥₩₴]\d[\d.,]{0,6})m)\b|[\s-](?<scaleWord>thousand|million|billion|trillion|bn|mn)\b)?(?<percent>\s?%|[\s-]per\s?cent\b)?(?<measure>(?:km\/h|km²|m²|m³|m(?=\s(?:high|long|deep|wide|tall|thick|away|below|above|across)\b)|km|kg|cm|mm|kWh|MWh|GWh|TWh|kW|MW|GW|mph|kph)(?![\p{L}\d²³]))?(?<after>st\b|nd\b|rd\b|th\b|[\p{L}\d])?/giu

function readFigure(match: RegExpMatchArray): NumberInWords | 'unclear' | undefined {
  const { currency, digits, scaleMark, scaleWord, percent, measure, after } = match.groups!
  if (after) return undefined
  const value = readDigits(digits!)
  if (value === undefined) return 'unclear'
  const scale = scales[(scaleMark ?? scaleWord ?? '').toLowerCase()] ?? 1
  if (!currency && scale === 1 && !percent && !measure && /^(?:1[89]|20)\d\d$/.test(digits!)) return undefined
  const number: NumberInWords = {
    start: match.index!,
    end: match.index! + match[0].length,
    value: Number((value * scale).toPrecision(15)),
    scale,
  }
  const unit = percent
    ? 'percent'
    : measure
      ? measure
      : currency
        ? (currencies[currency.toUpperCase()] ?? currencies[currency.at(-1)!])
        : undefined
  return unit ? { ...number, unit } : number
}

/** English figures: commas or thin spaces between thousands, a stop before decimals. */
function readDigits(digits: string): number | undefined {
  const plain = digits.replace(/[\u00a0\u2009\u202f]/g, ',')
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  if (/^\d+(?:\.\d{1,2})?$/.test(plain)) return Number(plain)
  return undefined
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const multipliers: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

const numberWord = `(?:${[...ones, ...tens, ...Object.keys(multipliers)].join('|')})`
/** "Dozens", "hundreds of thousands" and "several hundred" are no figures. */
const spelled = new RegExp(
  `(?<![\\p{L}\\d-]|\\b(?:several|few|many|some odd)\\s)(?:(?:a\\s+quarter\\s+of\\s+|three[\\s-]quarters\\s+of\\s+|half\\s+(?:of\\s+)?)?an?\\s+(?=dozen|hundred|thousand|million|billion))?${numberWord}(?:(?:\\s+and\\s+a\\s+half\\s+|[\\s-]+(?:and\\s+)?)${numberWord})*(?!\\p{L}|-(?:third|fourth|fifth)|\\s+of\\s+(?:thousands|millions))`,
  'giu',
)

function readSpelled(all: string): number | undefined {
  // "a quarter of a million"
  const part = /^(a\s+quarter|three[\s-]quarters|half)\s+of\s+/.exec(all)
  const share = part ? { a: 0.25, t: 0.75, h: 0.5 }[part[1]![0] as 'a' | 't' | 'h'] : 1
  const whole = readWhole(all.slice(part?.[0].length ?? 0))
  return whole === undefined ? undefined : whole * share
}

function readWhole(words: string): number | undefined {
  let total = 0
  let part = 0
  let factor = 1
  let last = ''
  for (const word of words.split(/[\s-]+/)) {
    const unit = ones.indexOf(word)
    const ten = tens.indexOf(word)
    if (word === 'half') part += last === 'a' || last === '' ? 0.5 : 0
    else if (word === 'a' || word === 'an') factor = last === 'half' ? 0.5 : 1
    else if (unit >= 0) {
      // "two three" and "twenty eleven" are two numbers, or a year.
      if (ones.includes(last) || (tens.includes(last) && unit > 9)) return undefined
      part += unit
    } else if (ten >= 0) {
      if (ones.includes(last) || tens.includes(last)) return undefined
      part += (ten + 2) * 10
    } else if (multipliers[word]) {
      const multiplied = (part || factor) * multipliers[word]
      if (multipliers[word] <= 100) part = multiplied
      else {
        total += multiplied
        part = 0
      }
    }
    last = word
  }
  return total + part
}
