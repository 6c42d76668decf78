import { askingVerbs, deniable, mereListeners, officeNouns, plainSaying } from '../reading/lexicon.ts'
import {
  isDayWord,
  isNounLike,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt,
  possessive,
} from '../reading/phrases.ts'
import type { Token } from '../reading/reading.ts'
import { canSpeak, isDocument, people, quotation, singular } from '../reading/subjects.ts'

/** Whether a word of saying is the verb of a sentence here, not a participle, an infinitive or a noun. */
export function isVerb(outer: readonly Token[], index: number): boolean {
  const { pos, lower } = outer[index]!
  const before = outer[index - 1]
  const next = outer[index + 1]
  if (/ing$/.test(lower)) return false
  if (before) {
    if (
      (before.pos === 'DET' && !/^(?:both|all|this|that)$/.test(before.lower)) ||
      possessive.has(before.lower)
    )
      return false
    if (before.lower === 'to' || before.lower === 'of' || before.lower === "'s") return false
    if (before.pos === 'ADJ' && !isNounLike(before) && !plainSaying.has(lower)) return false
  }
  if (pos === 'VERB') return true
  // The model takes some for adjectives or nouns: "Officials alleged that", "records show that".
  if (next?.lower === 'that' && (isNounLike(before) || before?.pos === 'PROPN' || before?.text === ','))
    return true
  // "…, port figures show."
  if (
    /^(?:shows?|suggests?|indicates?|reports?|says?|claims?|estimates?)$/.test(lower) &&
    pos === 'NOUN' &&
    isEnd(next)
  ) {
    const noun = before && phraseEndingAt(outer, index - 1)
    return noun !== undefined && outer[noun.from - 1]?.text === ',' && canSpeak(outer, noun)
  }
  if (!plainSaying.has(lower) || (pos !== 'ADJ' && pos !== 'NOUN') || !isNounLike(before)) return false
  // "an American estimate": one who estimates would have an "s".
  if (!/(?:s|ed)$/.test(lower) && /^an?$/.test(outer[index - 2]?.lower ?? '')) return false
  return next === undefined || /^(?:NUM|DET|PRON)$/.test(next.pos) || /^(?:that|to|[.,])$/.test(next.lower)
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || /^[.;,]$/.test(token.text)
}

const inverting =
  /^(?:said|says|added|adds|wrote|writes|noted|notes|reports|reported|warned|warns|explained|recalled|insisted|admits|admitted|claimed|claims|replied)$/

/** "…, said Jane Roe, a resident." Only where the verb follows a comma, a quotation or the beginning. */
export function invertedSpeaker(outer: readonly Token[], index: number): Phrase | undefined {
  if (!inverting.test(outer[index]!.lower)) return undefined
  const before = outer[index - 1]
  if (before && !/^[,.!?]$/.test(before.text) && before.text !== quotation) return undefined
  const first = outer[index + 1]
  if (!first || /^(?:that|all|there|no|it)$/.test(first.lower) || first.pos === 'ADP') return undefined
  if (first.pos === 'NUM') {
    // "…, said two officials who asked not to be named", not "…, it said, 40 men had gone".
    const several = phraseStartingAt(outer, index + 1)
    const behind = several && outer[several.to + 1]
    return several && canSpeak(outer, several) && (!behind || /^(?:[.,]|who)$/.test(behind.lower))
      ? several
      : undefined
  }
  if (/^(?:he|she|they|it)$/.test(first.lower)) return { from: index + 1, to: index + 1 }
  const phrase = phraseStartingAt(outer, index + 1)
  const next = phrase && outer[phrase.to + 1]
  return next && (next.pos === 'AUX' || (next.pos === 'VERB' && !/(?:ed|ing)$/.test(next.lower)))
    ? undefined
    : phrase
}

const counting =
  /^(?:put|puts|give|gave|gives|list|listed|lists|record|recorded|records|register|registered|registers|tally|tallied|cites|cited|cite|quote|quotes|quoted|detected|sees|saw|see|seen|detect|project|projects|projected|forecast|forecasts|predict|predicts|predicted|published|publishes|released|releases|document|documents|documented|posted|post|shared|verified|hear|hears|heard|count|counts|counted|estimate|estimates|estimated|repeat|repeats|repeated|know|knows|knew|learn|learnt|learned|expect|expects|expected)$/

/** Verbs with other meanings than saying: "adds complexity", "maintained an offensive". */
const needsWords =
  /^(?:add|maintain|emphasi[sz]|stress|recall|reveal|observ|disclos|assert|contend|state[sd]?$|note[sd]?$|argu|declar|acknowledg|show|tell|complain|conclud|assess|writ|wrote)/

/** Whether a verb of saying is followed by what one says, so that "found a boat" and "put it there" are none. */
export function introduces(outer: readonly Token[], index: number, end: number, subject: Phrase): boolean {
  const { lower } = outer[index]!
  const next = outer[end + 1]?.lower ?? ''
  const following = outer[index + 1]?.lower ?? ''
  if (askingVerbs.has(lower)) return true
  if (plainSaying.has(lower) && !needsWords.test(lower)) return true
  if (/^(?:that|“”|how|why|whether|:)$/.test(next)) return true
  const closes = next === '' || /^[.,;!?]$/.test(next)
  if (/^acknowledg/.test(lower) && /ing$/.test(following)) return true
  // "wrote on Sunday of “every second house”", but not "wrote throughout".
  if (/^(?:write|writes|wrote|written)$/.test(lower))
    return closes || outer.slice(end + 1, end + 4).some(({ text }) => text === quotation)
  if (needsWords.test(lower)) return closes
  if (/^(?:went|goes)$/.test(lower)) return following === 'on' && (closes || next === 'to')
  if (counting.test(lower)) {
    // "he sees $200 of it": nobody says so.
    if (/^(?:see|sees|saw|seen|hear|hears|heard|know|knows|knew)$/.test(lower) && isPerson(outer, subject))
      return false
    if (/^(?:,|and|but|by|with|up|on|out|in)$/.test(following) && outer[index + 2]?.lower !== 'to')
      return false
    return outer.slice(index + 1, index + 14).some(({ pos, text }) => pos === 'NUM' || text === quotation)
  }
  if (/^(?:speak|speaks|spoke|spoken)$/.test(lower)) return following === 'of'
  if (/^points?|pointed$/.test(lower)) return following === 'out'
  // "…, the union found when it asked its members."
  if (lower === 'found' && outer[subject.from - 1]?.text === ',' && subject.from > 2)
    return closes || /^(?:when|after|in|on|last|this)$/.test(following)
  if (/^(?:show|indicat|suggest|find|found)/.test(lower)) return isDocument(outer, subject)
  if (/^(?:understand|understood|believ|think|thought|reckon|suspect)/.test(lower))
    return closes || following !== 'in'
  return !/^(?:describ|call|blam|shar)/.test(lower) || following !== ''
}

function isPerson(outer: readonly Token[], { from, to }: Phrase): boolean {
  return from === to && /^(?:he|she|they|i|we)$/.test(outer[from]!.lower)
}

/** What "reject", "dismiss" and "dispute" take as untrue. */
export function rejectsReport(outer: readonly Token[], index: number): boolean {
  return outer
    .slice(index + 1, index + 7)
    .some(({ lower }) => deniable.has(lower) || deniable.has(lower.replace(/s$/, '')))
}

/** "told Radio Vell": a paper or an agency that hands on what it was told. */
export function listener(outer: readonly Token[], index: number): { via: Phrase[]; to: number } {
  if (!/^(?:told|tell|tells|informed)$/.test(outer[index]!.lower)) return { via: [], to: index }
  if (/^(?:us|me|him|her|them)$/.test(outer[index + 1]?.lower ?? '')) return { via: [], to: index + 1 }
  const phrase = phraseStartingAt(outer, index + 1)
  if (!phrase) return { via: [], to: index }
  const words = outer.slice(phrase.from, phrase.to + 1)
  const head = words.at(-1)!.lower
  const isPaper = /^(?:newspaper|paper|broadcaster|agency|daily|station|magazine|weekly|website)$/.test(head)
  const isSomebody = words.some(({ lower }) => officeNouns.has(singular(lower))) || people.has(head)
  const isNamed =
    !isSomebody &&
    words.some(({ pos, lower }) => pos === 'PROPN' && !mereListeners.has(lower)) &&
    (!mereListeners.has(head) || /^(?:Press|Radio|Television)$/.test(words.at(-1)!.text))
  return { via: isNamed || isPaper ? [phrase] : [], to: phrase.to }
}

/** "reported, citing the harbour office", "quoted a general as saying": who really speaks. */
export function quotedSource(
  outer: readonly Token[],
  end: number,
  verb: string,
): { speaker: Phrase; to: number } | undefined {
  if (/^(?:cite[sd]?|quote[sd]?)$/.test(verb)) {
    const speaker = speakerFrom(outer, end + 1)
    return speaker && { speaker, to: speaker.to }
  }
  for (let at = end; at < Math.min(end + 4, outer.length); at += 1) {
    if (!/^(?:citing|quoting)$/.test(outer[at]!.lower)) continue
    const speaker = speakerFrom(outer, at + 1)
    if (speaker) return { speaker, to: speaker.to }
  }
  return undefined
}

/** "The Post, quoting an officer, said": who really speaks. */
export function citedBefore(
  outer: readonly Token[],
  subject: Phrase,
  verb: number,
): { speaker: Phrase; to: number } | undefined {
  for (let at = subject.to + 1; at < verb; at += 1) {
    if (!/^(?:citing|quoting)$/.test(outer[at]!.lower)) continue
    const speaker = speakerFrom(outer, at + 1)
    if (speaker) return { speaker, to: verb }
  }
  return undefined
}

export function speakerFrom(outer: readonly Token[], first: number): Phrase | undefined {
  if (/^(?:him|her|them|it)$/.test(outer[first]?.lower ?? '') && !isNounLike(outer[first + 1]))
    return { from: first, to: first }
  return phraseStartingAt(outer, first)
}

const adjunct =
  /^(?:on|in|at|to|by|during|after|before|late|early|earlier|last|this|from|over|for|through|via|later|shortly|with)$/

/** Adjuncts of the verb of saying ("on Monday", "in a statement") belong to the attribution. */
export function adjunctEnd(outer: readonly Token[], last: number): number {
  let to = last
  for (let at = last + 1; at < outer.length; ) {
    const token = outer[at]!
    if (isDayWord(token)) {
      to = at
      at += 1
    } else if (adjunct.test(token.lower)) {
      let next = at + 1
      while (
        next < outer.length &&
        (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(outer[next]!.pos) ||
          /^(?:'s|its|his|her|their)$/.test(outer[next]!.lower))
      )
        next += 1
      if (next === at + 1 && !/^(?:late|early|earlier|later)$/.test(token.lower)) break
      to = next - 1
      at = next
    } else if (token.pos === 'ADV' && to === at - 1 && outer[at + 1]?.pos === 'ADP') at += 1
    else break
  }
  return to
}
