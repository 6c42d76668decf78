import { bodyNouns, documentNouns, officeNouns } from '../reading/lexicon.ts'
import { isDayWord, type Phrase, possessive } from '../reading/phrases.ts'
import type { Token } from '../reading/reading.ts'

/** Full names anywhere in a text, by surname: "Markov" -> "Ilse Markov". */
export function fullNames(text: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const match of text.matchAll(fullName)) {
    const words = match[0].split(/[ \u00a0]+/)
    words.splice(0, words.findLastIndex((word, at) => at < words.length - 1 && isOffice(word)) + 1)
    // "Secretary of State Jane Roe"
    if (words.length > 2 && portfolios.test(words[0]!.toLowerCase())) words.shift()
    // "… reached Velden. Reports say": the end of a sentence.
    while (words.length > 1 && /\.$/.test(words[0]!) && !isOffice(words[0]!)) words.shift()
    if (words.length < 2 || words.some((word) => notInNames.has(word.replace(/['’]s$/, '')))) continue
    const surname = words.at(-1)!.replace(/['’]s$/, '')
    const name = [...words.slice(0, -1), surname].join(' ')
    const of = counts.get(surname) ?? new Map<string, number>()
    of.set(name, (of.get(name) ?? 0) + 1)
    counts.set(surname, of)
  }
  // Of several, the one named first: a Map keeps the order of the text.
  return new Map(
    [...counts].map(([surname, names]) => [
      surname,
      [...names].sort((one, other) => other[1] - one[1])[0]![0],
    ]),
  )
}

const fullName =
  /(?<![\p{L}\d])(?:\p{Lu}\p{Ll}{1,4}\.|\p{Lu}[\p{L}\p{M}’'-]*\p{L})(?:[ \u00a0](?:\p{Lu}\.|(?:von|van|de|der|den|del|al|bin|la|du|da|di)(?:[ \u00a0](?:der|den|la))?|(?:al-|el-)?\p{Lu}[\p{L}\p{M}’'-]*\p{L}))*[ \u00a0](?:al-|el-)?\p{Lu}[\p{L}\p{M}’'-]*\p{L}/gu

const titles = new Set(
  'mr mrs ms miss dr prof gen col maj capt lt adm sgt brig cpl cmdr sen rep gov rev hon coun cllr coun insp supt det judge justice sheikh imam rabbi sir lady dame lord prince princess father sister prime'.split(
    ' ',
  ),
)

/** A title or an office, in either case. */
function isOffice(word: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '')
  return titles.has(lower) || officeNouns.has(lower)
}

const notInNames = new Set(
  'As Like Since Until Despite Amid Although Though Because Meanwhile However North South East West Northern Southern Eastern Western New United The A An In On At By But And Of For From To With After Before When While If It He She They We I This That These Those There Some About Around Nearly Only Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Ministry Council Office Department Republic Union Nations States'.split(
    ' ',
  ),
)
const organisation =
  /^(?:ministry|council|agency|times|news|radio|university|institute|group|party|army|bank|commission|office|department|union|nations|states|house|post|wire|courier|herald|tribune|press|television|tv|media|company|corporation|association|court|church|hospital|service|force|forces|front|centre|center|foundation|society|federation|committee|authority|board|study|monitor|watch|network|programme|program|fund|republic|kingdom|province|region|district|city|county|island|islands|sea|river|port|bulletin|gazette|record|review|journal|ledger|desk|line|lines|shipping|airlines|energy|power|water|rail|railways|logistics|survey|observatory|registry|cross|crescent|navy|guard|command|police|ltd|inc|plc|gmbh|ag)$/i

/** The full name of the person that a phrase names, without title or office. */
export function personIn(
  outer: readonly Token[],
  { from, to }: Phrase,
  surnames: ReadonlyMap<string, string>,
): string | undefined {
  let end = to
  for (let index = from; index <= to; index += 1) {
    if (outer[index]!.pos === 'ADP' && !/^(?:van|von|de|der|al)$/.test(outer[index]!.lower) && index > from) {
      // "Jan Roe of the Skyline group"; "spokesman for Unit Roe" has its name behind.
      end = index - 1
      break
    }
  }
  // "Secretary of State Jane Roe"
  const portfolio = outer.findIndex(({ lower }, at) => at > from + 1 && at < to - 1 && portfolios.test(lower))
  if (end < to && portfolio > 0 && outer.slice(from, portfolio).some(({ lower }) => officeNouns.has(lower))) {
    const name = surnames.get(outer[to]!.text)
    if (name !== undefined && joined(outer.slice(portfolio + 1, to + 1)) === name) return name
  }
  const head = nameRun(outer, from, end, surnames)
  if (head) return head
  const comma = /^(?:there|here)$/.test(outer[to + 1]?.lower ?? '') ? to + 2 : to + 1
  if (outer[comma]?.text !== ',') return undefined
  let last = comma
  while (outer[last + 1]?.pos === 'PROPN' && !isDayWord(outer[last + 1]!)) last += 1
  const closes = outer[last + 1]
  if (last < comma + 2 || last > comma + 4 || (closes && !/^[,.)]$|^“”$/.test(closes.text))) return undefined
  const office = outer.slice(from, to + 1).some(({ lower }) => officeNouns.has(lower))
  const name = nameRun(outer, comma + 1, last, surnames)
  // "the matron, Jana Orlik," by whatever noun; but not "the ferry company, Sarn Line,".
  const isCalled =
    (outer[from]!.pos === 'DET' || possessive.has(outer[from]!.lower)) &&
    /^\p{Ll}/u.test(outer[to]!.text) &&
    !/s$/.test(outer[to]!.lower) &&
    !bodyNouns.has(outer[to]!.lower) &&
    !documentNouns.has(outer[to]!.lower)
  return office || isCalled ? name : undefined
}

const portfolios =
  /^(?:state|defen[cs]e|affairs|interior|finance|health|energy|justice|transport|agriculture|treasury|trade|security)$/

/** The capitalised words at the end of a phrase, after title or office, where they are a person's name. */
function nameRun(
  outer: readonly Token[],
  from: number,
  to: number,
  surnames: ReadonlyMap<string, string>,
): string | undefined {
  let start = to + 1
  while (
    start - 1 >= from &&
    (outer[start - 1]!.pos === 'PROPN' ||
      /^(?:van|von|de|der|den|al|bin)$/.test(outer[start - 1]!.lower) ||
      outer[start - 1]!.text === '-' ||
      // "Lee Sung-ho"
      (outer[start - 2]?.text === '-' &&
        outer[start - 2]!.end === outer[start - 1]!.start &&
        start - 3 >= from))
  )
    start -= 1
  for (let at = to - 1; at >= start; at -= 1) {
    if (!isOffice(outer[at]!.text)) continue
    start = at + 1
    break
  }
  if (start === to && isOffice(outer[to]!.text)) return undefined
  if (start > to) return undefined
  const run = outer.slice(start, to + 1)
  if (run.some(({ lower }) => organisation.test(lower)) || run.some((token) => isDayWord(token)))
    return undefined
  const words = joined(run)
  const before = outer.slice(from, start)
  const afterOffice = before.some(
    ({ lower }) => officeNouns.has(lower) || titles.has(lower.replace(/\.$/, '')),
  )
  if (words.split(' ').length === 1) {
    const full = surnames.get(words)
    return full !== undefined && (afterOffice || before.length === 0)
      ? full
      : afterOffice && before.length > 0 && /^\p{Lu}/u.test(words)
        ? words
        : undefined
  }
  if (before.length > 0 && !afterOffice && !before.every(({ pos }) => pos === 'DET')) return undefined
  return surnames.get(words.split(' ').at(-1)!) === words || afterOffice ? words : undefined
}

/** The phrase as the text has it, without article, possessive pronoun, or what "with" hangs on to it. */
export function phraseName(outer: readonly Token[], { from, to }: Phrase): string {
  let first = from
  while (
    first < to &&
    /^(?:a|an|the|its|their|his|her|our|my|both|this|that|some|any|another|these|those|as|while|but|and|when|in|at|on|own)$/.test(
      outer[first]!.lower,
    )
  )
    first += 1
  // "Recent intelligence from Oru", but not "New York".
  while (first < to && ofTime.test(outer[first]!.lower) && outer[first + 1]!.pos !== 'PROPN') first += 1
  let last = to
  for (let index = first + 1; index <= to; index += 1) {
    const { lower } = outer[index]!
    const isNamed = outer.slice(index, to + 1).some(({ pos }) => pos === 'PROPN')
    if (
      /^(?:on|behind|near|against|under)$/.test(lower) ||
      (lower === 'with' && !isNamed) ||
      (lower === 'by' &&
        /^(?:tele)?phone$|^(?:e-?mail|video|letter|post)$/.test(outer[index + 1]?.lower ?? ''))
    ) {
      last = index - 1
      break
    }
  }
  // "the newspaper Westland Courier", "research group Skyline Study"
  const run = outer.slice(first, last + 1)
  const lower = run.findLastIndex((token) => token.pos !== 'PROPN')
  const common = run[lower]
  if (
    common &&
    common.pos === 'NOUN' &&
    lower < run.length - 1 &&
    /^\p{Ll}/u.test(common.text) &&
    !run.slice(0, lower).some(({ pos }) => pos === 'ADP')
  ) {
    return joined(run.slice(lower + 1))
  }
  return joined(run)
}

const ofTime = /^(?:recent|latest|new|earlier|previous|fresh|initial|preliminary|early)$/

function joined(words: readonly Token[]): string {
  return words.reduce(
    (text, token, index) => text + (index > 0 && token.start > words[index - 1]!.end ? ' ' : '') + token.text,
    '',
  )
}
