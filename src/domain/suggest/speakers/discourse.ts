import { bodyNouns, documentNouns, officeNouns } from '../reading/lexicon.ts'
import { type Phrase, possessive, rangeOf } from '../reading/phrases.ts'
import type { OffsetRange } from '../reading/ranges.ts'
import type { Token } from '../reading/reading.ts'
import { people, singular } from '../reading/subjects.ts'
import { personIn, phraseName } from './person-names.ts'

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
  /** Told before the phrases of each sentence. */
  beginSentence(): void
  /** The one who spoke last. */
  lastSpeaker: Named | null
}

export function openDiscourse(surnames: ReadonlyMap<string, string>): Discourse {
  /** By head noun: "ministry" -> the fullest phrase with it that came last. */
  const byHead = new Map<string, Named>()
  let hasSubject = false
  const discourse: Discourse & Record<'person' | 'body' | 'many' | 'document', Named | null> = {
    lastSpeaker: null,
    document: null,
    person: null,
    body: null,
    many: null,
    beginSentence() {
      hasSubject = false
    },
    nameOf(outer, phrase) {
      const words = outer.slice(phrase.from, phrase.to + 1)
      const first = words[0]!.lower
      if (words.length === 1) {
        if (/^(?:we|i|us|you|who|our|my)$/.test(first)) return null
        if (/^(?:he|she|him|her|his)$/.test(first)) return pointing(discourse.person)
        if (/^(?:it|its)$/.test(first)) return pointing(discourse.body ?? discourse.lastSpeaker)
        if (/^(?:they|them|their)$/.test(first)) return pointing(discourse.many ?? discourse.body)
      }
      if (
        (/^(?:one|another|some|both)$/.test(first) || words[0]!.pos === 'NUM') &&
        words[1]?.lower === 'of'
      ) {
        const last = words.at(-1)!.lower
        if (/^(?:them|these|those)$/.test(last)) return pointing(discourse.many)
        const group = byHead.get(last)
        if (group) return pointing(group)
      }
      if (
        words.length === 2 &&
        /^(?:the|a|an)$/.test(first) &&
        /^(?:other|others|second|third|latter)$/.test(words[1]!.lower)
      )
        return pointing(discourse.many)
      const person = personIn(outer, phrase, surnames)
      const pair = twoPersons(outer, phrase, surnames)
      if (pair ?? person) return { name: (pair ?? person)!, pointsTo: null }
      const core = plainWords(words)
      if (core[0]?.lower === 'same' && documentNouns.has(core.at(-1)!.lower) && discourse.document)
        return pointing(discourse.document)
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
      if (named.kind === 'document') discourse.document = named
      // "The staff has withdrawn the paper; it says": who did something rather than what was done.
      const isSubject = speaks || isDoer(outer, phrase)
      if ((named.kind === 'body' || named.kind === 'document') && (isSubject || !hasSubject)) {
        discourse.body = named
        hasSubject ||= isSubject
      }
      if (named.kind === 'many') discourse.many = named
      if (speaks) discourse.lastSpeaker = named
    },
  }
  return discourse
}

/** "Secretary Jane Roe and Minister John Doe": both, without their offices. */
function twoPersons(
  outer: readonly Token[],
  { from, to }: Phrase,
  surnames: ReadonlyMap<string, string>,
): string | undefined {
  const and = outer.findIndex(({ lower }, at) => at > from && at < to && lower === 'and')
  if (and < 0) return undefined
  const [one, other] = [
    personIn(outer, { from, to: and - 1 }, surnames),
    personIn(outer, { from: and + 1, to }, surnames),
  ]
  return one && other ? `${one} and ${other}` : undefined
}

function isDoer(outer: readonly Token[], { to }: Phrase): boolean {
  const next = outer[to + 1]?.pos === 'ADV' ? outer[to + 2] : outer[to + 1]
  return next?.pos === 'AUX' || (next?.pos === 'VERB' && !/ing$/.test(next.lower))
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
  if (people.has(head))
    return head === singular(head) && !/^(?:people|media|opposition|some|two|three|four)$/.test(head)
      ? 'person'
      : 'many'
  if (core.every(({ pos }) => pos === 'PROPN') || core.some(({ lower }) => bodyNouns.has(lower)))
    return 'body'
  return undefined
}

/** Whoever speaks and is no body: somebody, or several. */
function spokenKind(core: readonly Token[]): Named['kind'] {
  const head = core.at(-1)!.lower
  return /[^s]s$/.test(head) || /^(?:people|men|women|children)$/.test(head) ? 'many' : 'person'
}

/** The noun by which a phrase is named again: "the ministry", "the minister"; not "army" in "army depot". */
function officeIn(core: readonly Token[]): string | undefined {
  const at = core.findLastIndex(
    ({ lower }) => officeNouns.has(lower) || bodyNouns.has(lower) || documentNouns.has(lower),
  )
  return core.slice(at + 1).some(({ pos }) => pos === 'NOUN') ? undefined : core[at]?.lower
}
