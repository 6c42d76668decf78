import { bodyNouns, documentNouns, officeNouns } from './lexicon.ts'
import { isDayWord, type Phrase, possessive, rangeOf } from './phrases.ts'
import type { OffsetRange } from './ranges.ts'
import type { Token } from './reading.ts'
import { people } from './subjects.ts'

/** Somebody as the text has named them so far. */
export interface Named {
  name: string
  kind: 'person' | 'body' | 'many' | 'document'
  at: OffsetRange
}

/**
 * Who has been named up to a place of the text, so that "he", "the ministry" and a bare surname find the fullest name. It is
 * told of every phrase in the order of the text.
 */
export interface Discourse {
  /** What a phrase that speaks is called. Null for "we" and "I", which name nobody. */
  nameOf(outer: readonly Token[], phrase: Phrase): { name: string; pointsTo: OffsetRange | null } | null
  /** Remembers who has just been named. */
  mention(outer: readonly Token[], phrase: Phrase, how: { speaks: boolean; isPlace: boolean }): void
  /** The one who spoke last. */
  lastSpeaker: Named | null
}

/** Full names anywhere in a text, by surname: "Markov" -> "Ilse Markov". */
export function fullNames(text: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const match of text.matchAll(fullName)) {
    const words = match[0].split(/[ \u00a0]+/)
    words.splice(0, words.findLastIndex((word, at) => at < words.length - 1 && isOffice(word)) + 1)
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
  /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}’'-]*\p{L}\.?(?:[ \u00a0](?:\p{Lu}\.|(?:von|van|de|der|den|del|al|bin|la|du|da|di)(?:[ \u00a0](?:der|den|la))?|(?:al-|el-)?\p{Lu}[\p{L}\p{M}’'-]*\p{L}))*[ \u00a0](?:al-|el-)?\p{Lu}[\p{L}\p{M}’'-]*\p{L}/gu

const titles = new Set(
  'mr mrs ms dr prof gen col maj capt lt adm sgt brig sen rep gov sir lady dame lord prince princess father sister prime'.split(
    ' ',
  ),
)

/** A title or an office, in either case. */
function isOffice(word: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '')
  return titles.has(lower) || officeNouns.has(lower)
}

const notInNames = new Set(
  'North South East West Northern Southern Eastern Western New United The A An In On At By But And Of For From To With After Before When While If It He She They We I This That These Those There Some About Around Nearly Only Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Ministry Council Office Department Republic Union Nations States'.split(
    ' ',
  ),
)

export function openDiscourse(surnames: ReadonlyMap<string, string>): Discourse {
  /** By head noun: "ministry" -> the fullest phrase with it that came last. */
  const byHead = new Map<string, Named>()
  const discourse: Discourse & { person: Named | null; body: Named | null; many: Named | null } = {
    lastSpeaker: null,
    person: null,
    body: null,
    many: null,
    nameOf(outer, phrase) {
      const words = outer.slice(phrase.from, phrase.to + 1)
      const first = words[0]!.lower
      if (words.length === 1) {
        if (/^(?:we|i|us|you|who|our|my)$/.test(first)) return null
        if (/^(?:he|she|him|her|his)$/.test(first)) return pointing(discourse.person)
        if (/^(?:it|its)$/.test(first)) return pointing(discourse.body ?? discourse.lastSpeaker)
        if (/^(?:they|them|their)$/.test(first)) return pointing(discourse.many ?? discourse.body)
      }
      if (/^(?:one|another|two|both)$/.test(first) && words[1]?.lower === 'of') {
        const group = byHead.get(words.at(-1)!.lower)
        if (group) return pointing(group)
      }
      if (
        words.length === 2 &&
        /^(?:the|a|an)$/.test(first) &&
        /^(?:other|others|second|third|latter)$/.test(words[1]!.lower)
      )
        return pointing(discourse.many)
      const person = personIn(outer, phrase, surnames)
      if (person) return { name: person, pointsTo: null }
      const core = plainWords(words)
      const isShort = core.length === 1 && !words.some(({ pos }) => pos === 'ADP')
      const isDefinite = words[0]!.pos === 'DET' ? first !== 'a' && first !== 'an' : words[0]!.pos !== 'NUM'
      const head = core.at(-1)?.lower ?? ''
      if (isShort && isDefinite) {
        const known = byHead.get(head)
        if (known) return { name: known.name, pointsTo: known.at }
      }
      const name = phraseName(outer, phrase)
      return name === '' ? null : { name, pointsTo: null }
    },
    mention(outer, phrase, { speaks, isPlace }) {
      const words = outer.slice(phrase.from, phrase.to + 1)
      const core = plainWords(words)
      if (core.length === 0) return
      const kind = kindOf(core) ?? (speaks ? spokenKind(core) : undefined)
      const resolved = discourse.nameOf(outer, phrase)
      if (!resolved || (kind === undefined && !speaks)) return
      const named: Named = {
        name: resolved.name,
        kind: resolved.pointsTo
          ? discourse.lastSpeaker?.name === resolved.name
            ? discourse.lastSpeaker.kind
            : (kind ?? 'body')
          : personIn(outer, phrase, surnames)
            ? 'person'
            : (kind ?? 'body'),
        at: rangeOf(outer, phrase),
      }
      if (!isPronoun(words)) {
        const office = officeIn(core)
        if (named.kind === 'many') byHead.set(core.at(-1)!.lower, named)
        if (office && (core.length > 1 || words.length > 1)) {
          const before = byHead.get(office)
          const isFuller = named.name.split(' ').length > 1
          if (isFuller && (!before || before.name !== named.name)) byHead.set(office, named)
        }
      }
      if (isPlace) return
      if (named.kind === 'person') discourse.person = named
      if (named.kind === 'body' || named.kind === 'document') discourse.body = named
      if (named.kind === 'many') discourse.many = named
      if (speaks) discourse.lastSpeaker = named
    },
  }
  return discourse
}

function pointing(named: Named | null): { name: string; pointsTo: OffsetRange | null } | null {
  return named && { name: named.name, pointsTo: named.at }
}

function isPronoun(words: readonly Token[]): boolean {
  return words.length === 1 && /^(?:he|she|it|they|him|her|them|its|his|their)$/.test(words[0]!.lower)
}

/** The words of a phrase up to its first preposition, without article or possessive pronoun. */
function plainWords(words: readonly Token[]): Token[] {
  const core: Token[] = []
  for (const token of words) {
    if (token.pos === 'ADP' && core.length > 0) break
    if (token.pos === 'DET' || possessive.has(token.lower)) continue
    core.push(token)
  }
  return core
}

function singular(lower: string): string {
  return lower
    .replace(/men$/, 'man')
    .replace(/women$/, 'woman')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
}

function kindOf(core: readonly Token[]): Named['kind'] | undefined {
  const head = core.at(-1)!.lower
  if (officeNouns.has(head)) return 'person'
  if (
    officeNouns.has(singular(head)) ||
    /^(?:police|witnesses|residents|sources|people|media|families)$/.test(head)
  )
    return 'many'
  if (bodyNouns.has(head) || bodyNouns.has(singular(head))) return 'body'
  if (documentNouns.has(head) || documentNouns.has(singular(head))) return 'document'
  if (core.some(({ lower }) => officeNouns.has(lower))) return 'person'
  if (people.has(head)) return 'many'
  if (core.every(({ pos }) => pos === 'PROPN') || core.some(({ lower }) => bodyNouns.has(lower)))
    return 'body'
  return undefined
}

/** Whoever speaks and is no body: somebody, or several. */
function spokenKind(core: readonly Token[]): Named['kind'] {
  const head = core.at(-1)!.lower
  return /[^s]s$/.test(head) || /^(?:people|men|women|children)$/.test(head) ? 'many' : 'person'
}

function officeIn(core: readonly Token[]): string | undefined {
  const heads = core.filter(
    ({ lower }) => officeNouns.has(lower) || bodyNouns.has(lower) || documentNouns.has(lower),
  )
  return heads.at(-1)?.lower
}

const organisation =
  /^(?:ministry|council|agency|times|news|radio|university|institute|group|party|army|bank|commission|office|department|union|nations|states|house|post|wire|courier|herald|tribune|press|television|tv|media|company|corporation|association|court|church|hospital|service|force|forces|front|centre|center|foundation|society|federation|committee|authority|board|study|monitor|watch|network|programme|program|fund|republic|kingdom|province|region|district|city|county|island|islands|sea|river|port|bulletin|gazette|record|review|journal|ledger|desk|line|lines|shipping|airlines|energy|power|water|rail|railways|logistics|survey|observatory|registry|cross|crescent|navy|guard|command|police|ltd|inc|plc|gmbh|ag)$/i

/** The full name of the person that a phrase names, without title or office. */
function personIn(
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
  const apposition = outer[to + 1]
  const office = outer.slice(from, to + 1).some(({ lower }) => officeNouns.has(lower))
  if (!office || apposition?.text !== ',') return undefined
  let last = to + 1
  while (outer[last + 1]?.pos === 'PROPN' && !isDayWord(outer[last + 1]!)) last += 1
  const closes = outer[last + 1]
  if (last < to + 3 || last > to + 5 || (closes && !/^[,.)]$/.test(closes.text))) return undefined
  return nameRun(outer, to + 2, last, surnames)
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
      outer[start - 1]!.text === '-')
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
    /^(?:a|an|the|its|their|his|her|our|my|both|this|that|some|any|another|these|those|as|while|but|and|when|in|at|on)$/.test(
      outer[first]!.lower,
    )
  )
    first += 1
  let last = to
  for (let index = first + 1; index <= to; index += 1) {
    const { lower } = outer[index]!
    const isNamed = outer.slice(index, to + 1).some(({ pos }) => pos === 'PROPN')
    if (/^(?:on|behind|near|against|under)$/.test(lower) || (lower === 'with' && !isNamed)) {
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

function joined(words: readonly Token[]): string {
  return words.reduce(
    (text, token, index) => text + (index > 0 && token.start > words[index - 1]!.end ? ' ' : '') + token.text,
    '',
  )
}
