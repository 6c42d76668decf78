import { bodyNouns, documentNouns, officeNouns, plainSaying, sayingVerbs } from './lexicon.ts'
import { isDayWord, isNounLike, type Phrase, phraseEndingAt } from './phrases.ts'
import type { Token } from './reading.ts'

/** The text of the one token that stands for a quotation among the words outside it. */
export const quotation = '“”'

const beforeVerb = new Set(['ADV', 'AUX', 'PART'])
const beforeVerbWords =
  /^(?:itself|himself|herself|themselves|both|all|also|too|alone|later|each|then|neither|never|not|now|today|yesterday|on)$/

/** The subject of a verb: the phrase before it, past auxiliaries, appositions and relative clauses. */
export function subjectBefore(outer: readonly Token[], verb: number): Phrase | undefined {
  let at = verb - 1
  while (
    at >= 0 &&
    (beforeVerb.has(outer[at]!.pos) || beforeVerbWords.test(outer[at]!.lower) || isWeekday(outer, at)) &&
    outer[at]!.lower !== "'s"
  )
    at -= 1
  if (at < 0) return undefined
  const token = outer[at]!
  if (/^(?:he|she|it|they|we|i|you|somebody|someone|nobody)$/.test(token.lower)) return { from: at, to: at }
  if (/^(?:who|which)$/.test(token.lower)) return antecedent(outer, at)
  // "Two of them told us"
  if (
    /^(?:them|us|these|those)$/.test(token.lower) &&
    outer[at - 1]?.lower === 'of' &&
    /^(?:NUM|DET|PRON)$/.test(outer[at - 2]?.pos ?? '')
  )
    return { from: at - 2, to: at }
  if (/^[,)—–]$/.test(token.text)) {
    const opening = openingOf(outer, at)
    const main =
      opening !== undefined && opening > 0 ? phraseEndingAt(outer, nounAt(outer, opening - 1)) : undefined
    // "Jana Orlik, 58, who has the boat, said"
    if (main && main.from === main.to && isNumeral(outer[main.to]!) && outer[main.from - 1]?.text === ',')
      return phraseEndingAt(outer, main.from - 2)
    return main && (namedBefore(outer, main) ?? outside(outer, main))
  }
  if (token.lower === 'and' || token.lower === 'but') return sharedSubject(outer, at)
  at = beforeDate(outer, at)
  // "pictures taken between 2 and 20 February show"
  if (outer[at]?.pos === 'VERB' && at < verb - 1 && isNounLike(outer[at - 1]))
    return auxiliaryBefore(outer, at) ? undefined : phraseEndingAt(outer, at - 1)
  const phrase = phraseEndingAt(outer, at)
  if (!phrase) return undefined
  return throughRelative(outer, phrase) ?? outside(outer, phrase)
}

/** "an inspector who came in March told": the last word before a date that a preposition opens; `at` where there is none. */
function beforeDate(outer: readonly Token[], at: number): number {
  let first = at
  let isDate = false
  while (
    first >= 0 &&
    (isDayWord(outer[first]!) || isNumeral(outer[first]!) || dateWord.test(outer[first]!.lower))
  ) {
    isDate ||= isDayWord(outer[first]!) || /^(?:19|20)\d\d$/.test(outer[first]!.text)
    first -= 1
  }
  if (!isDate) return at
  return /^(?:in|on|since|until|before|after|during|between|by|from|at|over)$/.test(outer[first]?.lower ?? '')
    ? first - 1
    : /^(?:last|this|next|earlier|yesterday|today)$/.test(outer[first + 1]?.lower ?? '')
      ? first
      : at
}

const dateWord =
  /^(?:last|this|next|early|late|earlier|later|the|of|and|to|mid|spring|summer|autumn|winter|same|past|previous)$/

function isNumeral({ text }: Token): boolean {
  return /^\d{1,4}$/.test(text)
}

/** "…, the spokesman, Jan Roe, said": the comma that opened the apposition which closes at `closing`. */
function openingOf(outer: readonly Token[], closing: number): number | undefined {
  const open = outer[closing]!.text === ')' ? '(' : outer[closing]!.text
  for (let at = closing - 1; at > 0 && closing - at < 26; at -= 1) {
    if (outer[at]!.text !== open) continue
    const first = outer[at + 1]!
    // A list or a clause of its own is no apposition.
    if (/^(?:and|but|or|while|as|when|that)$/.test(first.lower)) return undefined
    const isInside =
      /^(?:DET|PROPN|NOUN|NUM|ADJ|ADP|VERB|ADV)$/.test(first.pos) ||
      /^(?:who|which|whose|where|himself|herself|itself)$/.test(first.lower)
    return isInside && isNounLike(outer[nounAt(outer, at - 1)]) ? at : undefined
  }
  return undefined
}

/** "an instructor there, …": the noun before such a word. */
function nounAt(outer: readonly Token[], at: number): number {
  return /^(?:there|here|abroad|himself|herself|itself|themselves)$/.test(outer[at]?.lower ?? '')
    ? at - 1
    : at
}

/** "The minister on Monday said" */
export function isWeekday(outer: readonly Token[], at: number): boolean {
  return /day$/.test(outer[at]!.lower) && isDayWord(outer[at]!) && outer[at - 1]?.lower === 'on'
}

/** "Tomas Reck, a driver from Velden, who lost his truck, said": the name before another apposition. */
function namedBefore(outer: readonly Token[], { from }: Phrase): Phrase | undefined {
  if (!/^an?$/.test(outer[from]!.lower) || outer[from - 1]?.text !== ',' || outer[from - 2]?.pos !== 'PROPN')
    return undefined
  return phraseEndingAt(outer, from - 2)
}

/** "an official who has seen the papers said": the phrase before "who". */
function throughRelative(outer: readonly Token[], phrase: Phrase): Phrase | undefined {
  for (let at = phrase.from - 1; at >= 1 && phrase.from - at < 16; at -= 1) {
    const { lower, text, pos } = outer[at]!
    if (/^[,;:.—–]$/.test(text) || text === quotation) return undefined
    if (/^(?:who|whom|which|that|whose)$/.test(lower)) {
      const before = outer[at - 1]!
      if ((lower === 'that' && !isNounLike(before)) || before.pos === 'VERB' || sayingVerbs.has(before.lower))
        return undefined
      return antecedent(outer, at)
    }
    if (pos === 'VERB' && plainSaying.has(lower)) return undefined
  }
  return undefined
}

function antecedent(outer: readonly Token[], who: number): Phrase | undefined {
  return phraseEndingAt(outer, outer[who - 1]?.text === ',' ? who - 2 : who - 1)
}

/** "two officers involved in the inquiry": the phrase that a participle was hung on to. */
function outside(outer: readonly Token[], phrase: Phrase): Phrase {
  // "a channel with more than 600,000 followers"
  let start = phrase.from
  while (
    start > 0 &&
    /^(?:more|than|at|least|some|about|up|to|over|nearly|around|almost)$/.test(outer[start - 1]!.lower)
  )
    start -= 1
  if (start < phrase.from && outer[start - 1]?.lower === 'with') {
    const main = phraseEndingAt(outer, start - 2)
    if (main) return main
  }
  const preposition = outer[phrase.from - 1]
  const participle = preposition && preposition.pos === 'ADP' ? outer[phrase.from - 2] : undefined
  const isHungOn =
    participle &&
    ((/(?:ed|ing|en)$/.test(participle.lower) && participle.pos === 'VERB') ||
      // "two people familiar with the matter"
      /^(?:familiar|aware|close|privy|loyal|critical|responsible|present|knowledgeable|near)$/.test(
        participle.lower,
      ))
  if (isHungOn) {
    const main = phraseEndingAt(outer, phrase.from - 3)
    if (main && !auxiliaryBefore(outer, phrase.from - 2)) return main
  }
  return phrase
}

/** Whether a participle is a passive: "is", "was" or "been" stands before it. */
export function auxiliaryBefore(outer: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= 4; at -= 1) {
    const { lower, pos } = outer[at]!
    if (/^(?:is|are|was|were|be|been|being|'s|'re)$/.test(lower) && pos !== 'PART') return true
    if (pos !== 'ADV' && lower !== 'not' && lower !== "n't") return false
  }
  return false
}

/** "does not", "never", "would not" before a verb. */
export function isNegated(outer: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= 4; at -= 1) {
    const { lower, pos } = outer[at]!
    if (lower === 'not' || lower === "n't" || lower === 'never' || lower === 'neither' || lower === 'nor')
      return true
    if (pos !== 'ADV' && pos !== 'AUX' && pos !== 'PART') return false
  }
  return false
}

/** "The board says … and added": the subject of the verb of saying before, else of any verb before. */
function sharedSubject(outer: readonly Token[], and: number): Phrase | undefined {
  const verbs: number[] = []
  for (let at = and - 1; at > 0 && outer[at]!.text !== ';'; at -= 1) {
    const { pos, lower } = outer[at]!
    if (pos === 'VERB' && !/ing$/.test(lower) && outer[at - 1]?.lower !== 'to') verbs.push(at)
  }
  const saying = verbs.filter((at) => sayingVerbs.has(outer[at]!.lower))
  for (const at of [...saying, ...verbs]) {
    const before = outer[at - 1]!.lower
    const subject = before === 'and' || before === 'but' ? undefined : subjectBefore(outer, at)
    if (subject) return subject
  }
  return undefined
}

/** Whether a phrase can speak by any verb: a name, an office, a body, a document, people. */
export function canSpeak(outer: readonly Token[], phrase: Phrase): boolean {
  const words = outer.slice(phrase.from, phrase.to + 1)
  if (words.length === 1 && pronoun.test(words[0]!.lower)) return true
  return words.some(
    ({ pos, lower }) =>
      (pos === 'PROPN' && !/day$/.test(lower)) ||
      officeNouns.has(singular(lower)) ||
      bodyNouns.has(singular(lower)) ||
      bodyNouns.has(lower) ||
      documentNouns.has(singular(lower)) ||
      documentNouns.has(lower) ||
      people.has(lower),
  )
}

const pronoun = /^(?:he|she|it|they|we|i|you|who|him|her|them|somebody|someone)$/

export function isDocument(outer: readonly Token[], phrase: Phrase): boolean {
  return outer
    .slice(phrase.from, phrase.to + 1)
    .some(({ lower }) => documentNouns.has(lower) || documentNouns.has(singular(lower)))
}

export function singular(lower: string): string {
  return lower
    .replace(/men$/, 'man')
    .replace(/women$/, 'woman')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
}

export const people = new Set(
  'sources source people residents locals media experts families rescuers villagers eyewitnesses critics observers insurers traders employers investors relatives parents militants organisers organizers exporters shipowners forecasters opposition manufacturer maker makers producers growers consulate person man woman men women employee employees student students child children others some two three four neighbours neighbors passengers sailors crew crews deputies diplomats refugees survivors scientists lawyers prosecutors firefighters soldiers fishermen teachers merchants importers retailers buyers sellers unions workers'.split(
    ' ',
  ),
)
