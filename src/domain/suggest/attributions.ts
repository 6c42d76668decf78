import {
  bodyNouns,
  deniable,
  denyingVerbs,
  documentNouns,
  mereListeners,
  officeNouns,
  otherSpeech,
  passiveSaying,
  plainSaying,
  sayingVerbs,
} from './lexicon.ts'
import {
  isDayWord,
  isNounLike,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt,
  possessive,
} from './phrases.ts'
import type { OffsetRange } from './ranges.ts'
import type { Sentence, Token } from './reading.ts'

/** How a sentence attributes some of its words to somebody. */
export interface Attribution {
  /** Tokens of `outer` that name the speaker; null: a passive that names nobody. */
  speaker: Phrase | null
  /** Those through whom it came, from nearest the speaker. */
  via: Phrase[]
  /** The words of the attribution itself, speaker and verb. Dates in them are dates of the statement. */
  core: OffsetRange
  /** The words that are attributed. */
  covers: OffsetRange
  verb: string
  /** The verb denies what it stands with. */
  denies: boolean
  /** A demand, a plan, a feeling: without a figure it makes no claim. */
  isOther: boolean
  /** Within the words of another attribution. */
  within: Attribution | null
}

/** A sentence's words outside quotation marks; each quotation is one token of its own, with the text `“”`. */
export function outerTokens({ tokens }: Sentence): Token[] {
  const outer: Token[] = []
  for (const token of tokens) {
    const last = outer.at(-1)
    if (!token.quoted) {
      if (!/^["“”„«»]$/.test(token.text)) outer.push(token)
    } else if (last?.text === quotation) last.end = token.end
    else outer.push({ ...token, text: quotation, lower: quotation, pos: 'X' })
  }
  return outer
}

export const quotation = '“”'

/** Finds who says what in a sentence, from left to right. */
export function attributionsIn(sentence: Sentence, outer: readonly Token[]): Attribution[] {
  const found: Attribution[] = []
  for (let index = 0; index < outer.length; index += 1) {
    const token = outer[index]!
    const hit =
      token.lower === 'according' && outer[index + 1]?.lower === 'to'
        ? accordingTo(sentence, outer, index)
        : (passive(sentence, outer, index) ??
          spoken(sentence, outer, index) ??
          byCount(sentence, outer, index))
    if (hit && !found.some((other) => other.core.start <= hit.core.start && hit.core.end <= other.core.end))
      found.push(hit)
  }
  return nest(
    found.sort((one, other) => one.core.start - other.core.start),
    outer,
  )
}

function make(
  sentence: Sentence,
  outer: readonly Token[],
  parts: Partial<Attribution> & {
    speaker: Phrase | null
    from: number
    to: number
    covers: OffsetRange
    verb: string
  },
): Attribution {
  const { from, to, ...rest } = parts
  return {
    via: [],
    denies: false,
    isOther: false,
    within: null,
    ...rest,
    core: { start: outer[from]!.start, end: outer[Math.min(to, outer.length - 1)]!.end },
    covers: {
      start: Math.max(rest.covers.start, sentence.start),
      end: Math.min(rest.covers.end, sentence.end),
    },
  }
}

/** "According to the water board, …" and "…, according to the water board". */
function accordingTo(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const speaker = speakerFrom(outer, index + 2)
  if (!speaker) return undefined
  const via: Phrase[] = []
  // "according to documents seen by the Courier"
  const after = outer[speaker.to + 1]
  let to = speaker.to
  if (
    after &&
    /^(?:seen|obtained|reviewed|published|quoted|cited|released|carried|read|shown)$/.test(after.lower) &&
    outer[speaker.to + 2]?.lower === 'by'
  ) {
    const through = phraseStartingAt(outer, speaker.to + 3)
    if (through) {
      to = through.to
      if (/^(?:seen|obtained|reviewed|quoted|cited|carried|read|shown)$/.test(after.lower)) via.push(through)
    }
  }
  to = adjunctEnd(outer, to)
  return make(sentence, outer, {
    speaker,
    via,
    from: index,
    to,
    covers: clauseAround(sentence, outer, index),
    verb: 'according to',
  })
}

/** "is believed to", "was reported by the agency", "reportedly". */
function passive(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const token = outer[index]!
  if (token.lower === 'reportedly' || token.lower === 'allegedly') {
    return make(sentence, outer, {
      speaker: null,
      from: index,
      to: index,
      covers: clauseAround(sentence, outer, index),
      verb: token.lower,
    })
  }
  if (!passiveSaying.has(token.lower) || (token.pos !== 'VERB' && token.pos !== 'ADJ')) return undefined
  const auxiliary = auxiliaryBefore(outer, index)
  const by = outer[index + 1]?.lower === 'by' ? index + 1 : -1
  const denies = denyingVerbs.has(token.lower)
  if (by > 0) {
    // "as reported by", "was denied by", "figures published by": the one after "by" speaks.
    const isFull = auxiliary || outer[index - 1]?.lower === 'as' || outer[index - 1]?.text === ','
    if (!isFull) return undefined
    const speaker = phraseStartingAt(outer, by + 1)
    if (!speaker || !canSpeak(outer, speaker)) return undefined
    return make(sentence, outer, {
      speaker,
      from: index,
      to: adjunctEnd(outer, speaker.to),
      covers: clauseAround(sentence, outer, index),
      verb: token.lower,
      denies,
    })
  }
  if (!auxiliary) return undefined
  const next = outer[index + 1]?.lower
  if (
    next === 'to' ||
    next === 'that' ||
    (token.lower === 'feared' && (next === 'dead' || next === 'to')) ||
    (outer[index - 2]?.lower === 'it' && next === 'that') ||
    denies
  ) {
    if (
      /^(?:told|expected|supposed|given|put|quoted|described|known|informed|asked)$/.test(token.lower) &&
      !/^(?:known|expected)$/.test(token.lower)
    )
      return undefined
    return make(sentence, outer, {
      speaker: null,
      from: index,
      to: index,
      covers: clauseAround(sentence, outer, index),
      verb: token.lower,
      denies,
    })
  }
  return undefined
}

function auxiliaryBefore(outer: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= 4; at -= 1) {
    const { lower, pos } = outer[at]!
    if (/^(?:is|are|was|were|be|been|being)$/.test(lower)) return true
    if (pos !== 'ADV' && lower !== 'not' && lower !== "n't") return false
  }
  return false
}

/** "the ministry said that …", "…, he said", "…, said Jane Roe". */
function spoken(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const verb = outer[index]!
  if (!sayingVerbs.has(verb.lower) || !isVerb(outer, index)) return undefined
  const inverted = invertedSpeaker(outer, index)
  if (inverted) {
    const to = adjunctEnd(outer, inverted.to)
    return make(sentence, outer, {
      speaker: inverted,
      from: index,
      to,
      covers: coverage(sentence, outer, index, to),
      verb: verb.lower,
      isOther: otherSpeech.has(verb.lower),
    })
  }
  if (auxiliaryBefore(outer, index) && !/ing$/.test(verb.lower)) return undefined
  const subject = subjectBefore(outer, index)
  if (!subject || !canSpeak(outer, subject)) return undefined
  if (!introduces(outer, index, subject)) return undefined
  const denies =
    denyingVerbs.has(verb.lower) &&
    (!/^(?:reject|dismiss|disput)/.test(verb.lower) || rejectsReport(outer, index))
  const { via, to } = listener(outer, index)
  const end = adjunctEnd(outer, to)
  const quoted = quotedSource(outer, end)
  const covers = coverage(sentence, outer, subject.from, end)
  const isOther = otherSpeech.has(verb.lower) || (/^(?:reject|dismiss)/.test(verb.lower) && !denies)
  const parts = { from: subject.from, to: end, covers, verb: verb.lower, denies, isOther }
  if (quoted)
    return make(sentence, outer, {
      ...parts,
      speaker: quoted.speaker,
      via: [subject, ...via],
      to: Math.max(end, quoted.to),
    })
  return make(sentence, outer, { ...parts, speaker: subject, via })
}

/** "by the count of the ministry", "in its estimate", "by her account": nouns that attribute. */
function byCount(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const token = outer[index]!
  if (!/^(?:by|in|on)$/.test(token.lower)) return undefined
  const noun =
    /^(?:count|account|estimate|estimates|reckoning|tally|calculation|calculations|assessment|figures|words|telling|version|own)$/
  for (let at = index + 1; at < outer.length && at <= index + 8; at += 1) {
    const word = outer[at]!
    if (word.text === ',' || word.pos === 'VERB') return undefined
    if (!noun.test(word.lower) || word.lower === 'own') continue
    if (outer[at + 1]?.lower === 'of' && /^(?:the|an?)$/.test(outer[index + 1]!.lower)) {
      const speaker = phraseStartingAt(outer, at + 2)
      if (speaker)
        return make(sentence, outer, {
          speaker,
          from: index,
          to: speaker.to,
          covers: clauseAround(sentence, outer, index),
          verb: word.lower,
        })
    }
    const owner = at - 1
    if (
      possessive.has(outer[index + 1]!.lower) &&
      at - index <= 3 &&
      /^(?:his|her|its|their)$/.test(outer[index + 1]!.lower)
    )
      return make(sentence, outer, {
        speaker: { from: index + 1, to: index + 1 },
        from: index,
        to: at,
        covers: clauseAround(sentence, outer, index),
        verb: word.lower,
      })
    const mark = outer.findIndex((each, place) => place > index && place <= owner && /^'s?$/.test(each.lower))
    if (mark > index + 1)
      return make(sentence, outer, {
        speaker: { from: index + 1, to: mark - 1 },
        from: index,
        to: at,
        covers: clauseAround(sentence, outer, index),
        verb: word.lower,
      })
    return undefined
  }
  return undefined
}

function isVerb(outer: readonly Token[], index: number): boolean {
  const { pos, lower } = outer[index]!
  const before = outer[index - 1]
  const next = outer[index + 1]
  if (
    before &&
    (before.pos === 'DET' ||
      before.lower === "'s" ||
      (before.pos === 'ADJ' && !isNounLike(before)) ||
      possessive.has(before.lower)) &&
    !plainSaying.has(lower)
  )
    return false
  if (
    before &&
    (before.pos === 'DET' || possessive.has(before.lower)) &&
    !/^(?:both|all)$/.test(before.lower)
  )
    return false
  if (before && before.pos === 'PART' && before.lower === 'to') return false
  if (before?.lower === 'of') return false
  if (/ing$/.test(lower)) return false
  if (pos === 'VERB') return true
  // The model takes some for adjectives or nouns: "Officials alleged that".
  return (
    plainSaying.has(lower) &&
    (pos === 'ADJ' || pos === 'NOUN') &&
    (next?.lower === 'that' ||
      next?.lower === 'to' ||
      next?.text === '.' ||
      next?.text === ',' ||
      next?.pos === 'NUM' ||
      next?.pos === 'DET' ||
      next === undefined)
  )
}

/** "…, said Jane Roe, a resident." Only where the verb follows a comma, a quotation or the beginning. */
function invertedSpeaker(outer: readonly Token[], index: number): Phrase | undefined {
  const { lower } = outer[index]!
  if (
    !/^(?:said|says|added|adds|wrote|writes|noted|notes|reports|reported|warned|warns|explained|recalled|insisted|admits|admitted|claimed|claims|replied)$/.test(
      lower,
    )
  )
    return undefined
  const before = outer[index - 1]
  if (before && before.text !== ',' && before.text !== quotation && !/^[.!?]$/.test(before.text))
    return undefined
  const first = outer[index + 1]
  if (!first || first.lower === 'that' || first.pos === 'NUM') return undefined
  if (/^(?:he|she|they|it)$/.test(first.lower)) return { from: index + 1, to: index + 1 }
  const phrase = phraseStartingAt(outer, index + 1)
  if (!phrase || !canSpeak(outer, phrase)) return undefined
  const next = outer[phrase.to + 1]
  if (next && next.pos === 'VERB' && !/(?:ed|ing)$/.test(next.lower)) return undefined
  return phrase
}

const beforeVerb = new Set(['ADV', 'AUX', 'PART'])

/** The subject of a verb of saying: the phrase before it, past auxiliaries, appositions and relative clauses. */
function subjectBefore(outer: readonly Token[], index: number): Phrase | undefined {
  let at = index - 1
  while (
    at >= 0 &&
    (beforeVerb.has(outer[at]!.pos) ||
      /^(?:itself|himself|herself|themselves|both|all|also|too|alone|later|each|then)$/.test(
        outer[at]!.lower,
      )) &&
    outer[at]!.lower !== "'s"
  )
    at -= 1
  if (at < 0) return undefined
  const token = outer[at]!
  if (/^(?:he|she|it|they|we|i|you)$/.test(token.lower)) return { from: at, to: at }
  if (/^(?:who|which)$/.test(token.lower)) return antecedent(outer, at)
  if (token.text === ',' || token.text === ')' || token.text === '—' || token.text === '–') {
    const opening = openingOf(outer, at)
    if (opening !== undefined && opening > 0) {
      const main = phraseEndingAt(outer, opening - 1)
      if (main && canSpeak(outer, main)) return outside(outer, main)
    }
    // "the ministry said, and added": the same subject.
    return undefined
  }
  if (token.lower === 'and' || token.lower === 'but') return sharedSubject(outer, at)
  const phrase = phraseEndingAt(outer, at)
  if (!phrase) return undefined
  return throughRelative(outer, phrase) ?? outside(outer, phrase)
}

/** "…, the spokesman, Jan Roe, said": the comma that opened the apposition which closes at `closing`. */
function openingOf(outer: readonly Token[], closing: number): number | undefined {
  const open = outer[closing]!.text === ')' ? '(' : outer[closing]!.text
  for (let at = closing - 1; at >= 0 && closing - at < 26; at -= 1) {
    const { text } = outer[at]!
    if (text !== open) continue
    const first = outer[at + 1]!
    // A list or a clause of its own is no apposition.
    if (/^(?:and|but|or|while|as|when|that)$/.test(first.lower)) return undefined
    const isInside =
      first.pos === 'DET' ||
      first.pos === 'PROPN' ||
      first.pos === 'NOUN' ||
      first.pos === 'NUM' ||
      first.pos === 'ADJ' ||
      first.pos === 'ADP' ||
      first.pos === 'VERB' ||
      first.pos === 'ADV' ||
      /^(?:who|which|whose|where|himself|herself|itself)$/.test(first.lower)
    return isInside && at > 0 && isNounLike(outer[at - 1]) ? at : undefined
  }
  return undefined
}

/** "an official who has seen the papers said": the phrase before "who". */
function throughRelative(outer: readonly Token[], phrase: Phrase): Phrase | undefined {
  for (let at = phrase.from - 1; at >= 1 && phrase.from - at < 16; at -= 1) {
    const { lower, text } = outer[at]!
    if (/^[,;:.—–]$/.test(text) || text === quotation) return undefined
    if (/^(?:who|which|that|whose)$/.test(lower)) {
      const before = outer[at - 1]!
      if (lower === 'that' && !isNounLike(before)) return undefined
      if (before.pos === 'VERB' || sayingVerbs.has(before.lower)) return undefined
      return antecedent(outer, at)
    }
    if (sayingVerbs.has(lower) && outer[at]!.pos === 'VERB' && plainSaying.has(lower)) return undefined
  }
  return undefined
}

function antecedent(outer: readonly Token[], who: number): Phrase | undefined {
  const end = outer[who - 1]?.text === ',' ? who - 2 : who - 1
  const phrase = phraseEndingAt(outer, end)
  return phrase && canSpeak(outer, phrase) ? phrase : undefined
}

/** "two officers involved in the inquiry": the phrase that a participle was hung on to. */
function outside(outer: readonly Token[], phrase: Phrase): Phrase {
  const participle = outer[phrase.from - 1]
  const linked = participle && participle.pos === 'ADP' ? outer[phrase.from - 2] : undefined
  if (linked && linked.pos === 'VERB' && /(?:ed|ing)$/.test(linked.lower) && !sayingVerbs.has(linked.lower)) {
    const main = phraseEndingAt(outer, phrase.from - 3)
    if (main && canSpeak(outer, main)) return main
  }
  if (linked && isNounLike(linked) && /^(?:of|for|at|in|with)$/.test(participle!.lower)) {
    const main = phraseEndingAt(outer, phrase.from - 2)
    if (main && isPerson(outer, main)) return { from: main.from, to: phrase.to }
  }
  return phrase
}

/** "The board says … and that …, and added": the subject of the verb before. */
function sharedSubject(outer: readonly Token[], and: number): Phrase | undefined {
  for (let at = and - 1; at > 0; at -= 1) {
    const token = outer[at]!
    if (token.text === ';') return undefined
    if (token.pos === 'VERB' && !/ing$/.test(token.lower) && outer[at - 1]?.lower !== 'to') {
      const subject = simpleSubject(outer, at)
      if (subject) return subject
    }
  }
  return undefined
}

function simpleSubject(outer: readonly Token[], verb: number): Phrase | undefined {
  const before = outer[verb - 1]?.lower
  return before === 'and' || before === 'but' ? undefined : subjectBefore(outer, verb)
}

/** Whether a verb of saying is followed by what one says, so that "found a boat" and "put it there" are none. */
function introduces(outer: readonly Token[], index: number, subject: Phrase): boolean {
  const { lower } = outer[index]!
  const next = outer[index + 1]
  const nextLower = next?.lower ?? ''
  if (plainSaying.has(lower)) return true
  if (/^(?:that|“”|how|why|whether|:)$/.test(nextLower)) return true
  const isClosing = next === undefined || /^[.,;!?]$/.test(nextLower)
  if (/^(?:went|goes)$/.test(lower))
    return (
      nextLower === 'on' &&
      (outer[index + 2] === undefined ||
        /^[.,:]$/.test(outer[index + 2]!.text) ||
        outer[index + 2]!.lower === 'to')
    )
  if (
    /^(?:put|puts|give|gave|gives|count|counts|counted|list|listed|lists|record|recorded|records|register|registered|tally|tallied|cites|cited|cite|estimate|estimates|detected|sees|saw|detect|project|projects|projected)$/.test(
      lower,
    )
  )
    return (
      outer.slice(index + 1, index + 14).some(({ pos }) => pos === 'NUM') ||
      (/^count/.test(lower) === false && nextLower === 'that')
    )
  if (/^(?:speak|speaks|spoke)$/.test(lower)) return nextLower === 'of'
  if (/^(?:point|points|pointed)$/.test(lower)) return nextLower === 'out'
  if (
    /^(?:show|shows|showed|indicate|indicates|indicated|suggest|suggests|suggested|find|finds|found)$/.test(
      lower,
    )
  )
    return isDocument(outer, subject) || nextLower === 'that'
  if (
    /^(?:learn|learnt|learned|know|knows|knew|understand|understands|understood|believe|believes|believed|think|thinks|thought|reckon|reckons|reckoned|suspect|suspects|suspected)$/.test(
      lower,
    )
  )
    return (
      isClosing ||
      next!.pos === 'DET' ||
      next!.pos === 'PROPN' ||
      next!.pos === 'PRON' ||
      next!.pos === 'NOUN' ||
      next!.pos === 'NUM' ||
      next!.pos === 'ADV'
    )
  if (/^(?:call|calls|called|describe|describes|described)$/.test(lower)) return true
  return true
}

/** What "reject", "dismiss" and "dispute" take as untrue. */
function rejectsReport(outer: readonly Token[], index: number): boolean {
  return outer
    .slice(index + 1, index + 9)
    .some(({ lower }) => deniable.has(lower) || deniable.has(lower.replace(/s$/, '')))
}

/** "told Radio Vell": a paper or an agency that hands on what it was told. */
function listener(outer: readonly Token[], index: number): { via: Phrase[]; to: number } {
  if (!/^(?:told|tell|tells|informed)$/.test(outer[index]!.lower)) return { via: [], to: index }
  if (/^(?:us|me|him|her|them)$/.test(outer[index + 1]?.lower ?? '')) return { via: [], to: index + 1 }
  const phrase = phraseStartingAt(outer, index + 1)
  if (!phrase) return { via: [], to: index }
  const words = outer.slice(phrase.from, phrase.to + 1)
  const head = words.at(-1)!
  const isMere =
    words.every(({ pos, lower }) => pos !== 'PROPN' || mereListeners.has(lower)) &&
    !/^(?:newspaper|paper|broadcaster|agency|daily|station|magazine|weekly|channel|site|website)$/.test(
      head.lower,
    )
  return { via: isMere || mereListeners.has(head.lower) ? [] : [phrase], to: phrase.to }
}

/** "reported, citing the harbour office", "quoted a general as saying": who really speaks. */
function quotedSource(outer: readonly Token[], end: number): { speaker: Phrase; to: number } | undefined {
  for (let at = end; at < Math.min(end + 4, outer.length); at += 1) {
    if (!/^(?:citing|quoting)$/.test(outer[at]!.lower)) continue
    const speaker = speakerFrom(outer, at + 1)
    if (speaker) return { speaker, to: speaker.to }
  }
  return undefined
}

function speakerFrom(outer: readonly Token[], first: number): Phrase | undefined {
  if (/^(?:him|her|them|it)$/.test(outer[first]?.lower ?? '')) return { from: first, to: first }
  return phraseStartingAt(outer, first)
}

/** Adjuncts of the verb of saying ("on Monday", "in a statement") belong to the attribution. */
function adjunctEnd(outer: readonly Token[], last: number): number {
  let to = last
  for (let at = last + 1; at < outer.length; ) {
    const token = outer[at]!
    if (isDayWord(token)) to = at++
    else if (
      /^(?:on|in|at|to|by|during|after|before|late|early|earlier|last|this|from|over|for|through|via|later)$/.test(
        token.lower,
      )
    ) {
      let next = at + 1
      while (
        next < outer.length &&
        (['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'].includes(outer[next]!.pos) ||
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

/** The words that an attribution reaches: those after it, or, where it follows a comma, those around it. */
function coverage(sentence: Sentence, outer: readonly Token[], from: number, to: number): OffsetRange {
  const before = outer[from - 1]
  const after = outer[to + 1]
  const follows =
    before !== undefined &&
    (before.text === ',' || before.text === quotation || /^[.!?…–—]$/.test(before.text))
  const ends = after === undefined || /^[.,;!?—–)]$/.test(after.text)
  if (follows && ends)
    return { start: clauseStart(sentence, outer, from), end: clauseEnd(sentence, outer, to) }
  return { start: after ? after.start : sentence.end, end: clauseEnd(sentence, outer, to) }
}

function clauseAround(sentence: Sentence, outer: readonly Token[], index: number): OffsetRange {
  return { start: clauseStart(sentence, outer, index), end: clauseEnd(sentence, outer, index) }
}

function clauseStart(sentence: Sentence, outer: readonly Token[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) if (outer[at]!.text === ';') return outer[at]!.end
  return sentence.start
}

function clauseEnd(sentence: Sentence, outer: readonly Token[], index: number): number {
  for (let at = index + 1; at < outer.length; at += 1) if (outer[at]!.text === ';') return outer[at]!.start
  return sentence.end
}

/** Ends what an attribution reaches where the next begins, and tells those that stand within another's words. */
function nest(found: Attribution[], outer: readonly Token[]): Attribution[] {
  for (let index = 0; index < found.length; index += 1) {
    const one = found[index]!
    const other = found[index + 1]
    if (!other) break
    if (one.covers.start < one.core.start || one.covers.start >= other.core.start) continue
    const between = outer.filter(({ start }) => start >= one.core.end && start < other.core.start)
    const last = between.at(-1)
    const isBeside =
      last !== undefined &&
      (/^(?:and|but|while|whereas|though|although|;)$/.test(last.lower) ||
        (last.text === ',' && between.length > 3))
    if (isBeside || other.covers.start < other.core.start)
      one.covers = { ...one.covers, end: Math.max(one.core.end, other.core.start) }
    else if (between.length <= 3) other.within = one
  }
  return found
}

/** Whether a phrase can speak: a name, an office, a body, a document, people. */
export function canSpeak(outer: readonly Token[], phrase: Phrase): boolean {
  const words = outer.slice(phrase.from, phrase.to + 1)
  if (words.length === 1 && /^(?:he|she|it|they|we|i|you|who|him|her|them)$/.test(words[0]!.lower))
    return true
  if (words.some(({ pos, lower }) => pos === 'PROPN' && !isWeek(lower))) return true
  return isPerson(outer, phrase) || words.some(({ lower }) => isSpeaking(lower))
}

function isWeek(lower: string): boolean {
  return /day$/.test(lower)
}

function isSpeaking(lower: string): boolean {
  const singular = lower.replace(/ies$/, 'y').replace(/s$/, '')
  return (
    bodyNouns.has(lower) ||
    bodyNouns.has(singular) ||
    documentNouns.has(lower) ||
    documentNouns.has(singular) ||
    people.has(lower)
  )
}

function isDocument(outer: readonly Token[], phrase: Phrase): boolean {
  return outer
    .slice(phrase.from, phrase.to + 1)
    .some(({ lower }) => documentNouns.has(lower) || documentNouns.has(lower.replace(/s$/, '')))
}

const people = new Set(
  'sources source people residents locals media experts doctors families prosecutors rescuers villagers eyewitnesses critics observers insurers traders neighbours relatives parents investigators fishermen militants organisers organizers one two three others some'.split(
    ' ',
  ),
)

export function isPerson(outer: readonly Token[], phrase: Phrase): boolean {
  return outer.slice(phrase.from, phrase.to + 1).some(
    ({ lower }) =>
      officeNouns.has(lower) ||
      officeNouns.has(
        lower
          .replace(/men$/, 'man')
          .replace(/women$/, 'woman')
          .replace(/s$/, ''),
      ),
  )
}
