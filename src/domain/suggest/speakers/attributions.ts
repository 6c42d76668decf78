import type { Stance } from '../../claim/row.ts'
import { askingVerbs, denyingVerbs, otherSpeech, passiveSaying, sayingVerbs } from '../reading/lexicon.ts'
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts'
import { contains, overlaps } from '../reading/ranges.ts'
import type { Sentence, Token } from '../reading/reading.ts'
import {
  auxiliaryBefore,
  canSpeak,
  isNegated,
  isWeekday,
  quotation,
  subjectBefore,
} from '../reading/subjects.ts'
import { type Attribution, make } from './attribution.ts'
import { byCount } from './by-count.ts'
import { clauseAround, coverage, nest } from './coverage.ts'
import { beforeColon, participial } from './participles.ts'
import {
  adjunctEnd,
  citedBefore,
  introduces,
  invertedSpeaker,
  isVerb,
  listener,
  quotedSource,
  rejectsReport,
  speakerFrom,
} from './saying.ts'
import { stancesIn } from './stance.ts'

/** A sentence's words outside quotation marks; each quotation is one token of its own. */
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

/** Finds who says what in a sentence, from left to right. */
export function attributionsIn(sentence: Sentence, outer: readonly Token[]): Attribution[] {
  const found: Attribution[] = []
  const add = (hit: Attribution | undefined) => {
    if (hit && !found.some((other) => collide(other, hit))) found.push(hit)
  }
  outer.forEach((_, index) => {
    add(
      accordingTo(sentence, outer, index) ??
        passive(sentence, outer, index) ??
        spoken(sentence, outer, index) ??
        participial(sentence, outer, index) ??
        byCount(sentence, outer, index),
    )
  })
  for (const hit of predicates(sentence, outer)) add(hit)
  add(beforeColon(sentence, outer, found))
  return nest(withoutAsides(found.sort((one, other) => one.core.start - other.core.start)), outer)
}

/** Whether two claim the same words; a passive that names nobody may stand in what is told of a speaker. */
function collide(one: Attribution, other: Attribution): boolean {
  return one.speaker === null || other.speaker === null
    ? overlaps(one.core, other.core)
    : overlaps(one.extent, other.extent)
}

/** "The aid, reported by the Post, …, according to an official": the paper is the one through whom it came. */
function withoutAsides(found: readonly Attribution[]): Attribution[] {
  return found.filter((aside) => {
    if (!aside.isAside || !aside.speaker) return true
    const main = found.find((other) => other !== aside && other.speaker && contains(other.covers, aside.core))
    if (main) main.via.push(aside.speaker)
    return !main
  })
}

const handedOn = /^(?:seen|obtained|reviewed|quoted|cited|carried|read|shown)$/

/** "According to the water board, …", "…, according to documents seen by the Courier". */
function accordingTo(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  if (outer[index]!.lower !== 'according' || outer[index + 1]?.lower !== 'to') return undefined
  const speaker = speakerFrom(outer, index + 2)
  if (!speaker) return undefined
  const via: Phrase[] = []
  let { to } = speaker
  const after = outer[to + 1]
  if (after && /(?:ed|en|wn|ad)$/.test(after.lower) && outer[to + 2]?.lower === 'by') {
    const through = phraseStartingAt(outer, to + 3)
    if (through) {
      to = through.to
      if (handedOn.test(after.lower)) via.push(through)
    }
  }
  to = adjunctEnd(outer, to)
  const covers = clauseAround(sentence, outer, index)
  return make(sentence, outer, { speaker, via, from: index, to, covers, verb: 'according to' })
}

/** "is believed to", "was reported by the agency", "was quoted as saying by", "reportedly". */
function passive(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const { lower, pos } = outer[index]!
  const covers = clauseAround(sentence, outer, index)
  if (lower === 'reportedly' || lower === 'allegedly')
    return make(sentence, outer, { speaker: null, from: index, to: index, covers, verb: lower })
  if (!passiveSaying.has(lower) || (pos !== 'VERB' && pos !== 'ADJ')) return undefined
  const isPassive = auxiliaryBefore(outer, index)
  if (lower === 'quoted' || lower === 'cited') return isPassive ? quoted(sentence, outer, index) : undefined
  const stance: Stance = denyingVerbs.has(lower) ? 'denies' : 'asserts'
  if (outer[index + 1]?.lower === 'by') {
    // "as reported by", "was denied by", "…, confirmed by": the one after "by" speaks.
    const before = outer[index - 1]
    const isAside = !isPassive && before?.text === ','
    if (!isPassive && before?.lower !== 'as' && before?.text !== ',') return undefined
    const speaker = phraseStartingAt(outer, index + 2)
    if (!speaker || !canSpeak(outer, speaker)) return undefined
    return make(sentence, outer, {
      speaker,
      from: index,
      to: adjunctEnd(outer, speaker.to),
      covers,
      verb: lower,
      stance,
      isAside,
    })
  }
  if (!isPassive) return undefined
  const next = outer[index + 1]?.lower
  const attributes =
    (next === 'to' && /^(?:VERB|AUX|ADV|PART)$/.test(outer[index + 2]?.pos ?? '')) ||
    next === 'that' ||
    (lower === 'feared' && /^(?:dead|killed|lost|missing)$/.test(next ?? ''))
  if ((attributes && !/^(?:told|supposed|informed|given|put)$/.test(lower)) || stance === 'denies')
    return make(sentence, outer, {
      speaker: null,
      from: index,
      to: index,
      covers,
      verb: lower,
      stance,
      isOther: lower === 'expected',
    })
  return undefined
}

/** "a vice director was quoted as saying by the agency" */
function quoted(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const speaker = subjectBefore(outer, index)
  if (!speaker) return undefined
  const by = outer.findIndex(({ lower }, at) => at > index && at < index + 4 && lower === 'by')
  const through = by > 0 ? phraseStartingAt(outer, by + 1) : undefined
  const named = through ? adjunctEnd(outer, through.to) : index
  const as = outer[named + 1]?.lower === 'as' ? named + 2 : named
  const to = Math.max(as, outer[index + 1]?.lower === 'as' ? index + 2 : index)
  const covers = coverage(sentence, outer, speaker.from, to)
  return make(sentence, outer, {
    speaker,
    via: through ? [through] : [],
    from: speaker.from,
    to,
    covers,
    verb: 'quoted',
  })
}

/** Only people and bodies do this, however they are called. */
const byAnybody =
  /^(?:said|says|say|told|tells|tell|announced|announces|announce|wrote|writes|write|claimed|claims|claim|denied|denies|deny|insisted|insists|insist|warned|warns|warn|replied|replies|answered|answers|explained|explains|alleged|alleges|allege|admitted|admits|admit|conceded|estimated|estimates|estimate)$/

/** "the ministry said that …", "…, he said", "…, said Jane Roe". */
function spoken(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  const verb = outer[index]!.lower
  if (!(sayingVerbs.has(verb) || asksForFigure(outer, index)) || !isVerb(outer, index)) return undefined
  const isOther = otherSpeech.has(verb)
  const inverted = invertedSpeaker(outer, index)
  if (inverted) {
    const to = adjunctEnd(outer, inverted.to)
    return make(sentence, outer, {
      speaker: inverted,
      from: index,
      to,
      covers: coverage(sentence, outer, index, to),
      verb,
      isOther,
    })
  }
  if (auxiliaryBefore(outer, index) || isAbility(outer, index)) return undefined
  const denies =
    denyingVerbs.has(verb) &&
    (!/^(?:reject|dismiss|disput|contradict)/.test(verb) || rejectsReport(outer, index))
  if (isNegated(outer, index) && !denies && !/^confirm|^verif/.test(verb)) return undefined
  const subject = subjectBefore(outer, index)
  if (!subject || /^(?:no|nothing)$/.test(outer[subject.from]!.lower)) return undefined
  const isSomebody = /^whom?$/.test(
    outer[subject.to + (outer[subject.to + 1]?.text === ',' ? 2 : 1)]?.lower ?? '',
  )
  if (!byAnybody.test(verb) && !isSomebody && !canSpeak(outer, subject)) return undefined
  if (outer[index + 1]?.lower === 'by') return undefined
  const { via, to } = listener(outer, index)
  const end = askingVerbs.has(verb) ? to : adjunctEnd(outer, to)
  if (!introduces(outer, index, end, subject)) return undefined
  const source = quotedSource(outer, end, verb) ?? citedBefore(outer, subject, index)
  const last = Math.max(end, source?.to ?? end)
  const from = verbGroup(outer, subject, index)
  return make(sentence, outer, {
    speaker: source?.speaker ?? subject,
    via: source ? [subject, ...via] : via,
    from,
    to: last,
    extent: { start: outer[subject.from]!.start, end: outer[last]!.end },
    aside:
      from > subject.from && !isHungOn(outer, subject)
        ? { start: outer[subject.to]!.end, end: outer[from]!.start }
        : null,
    covers: coverage(sentence, outer, subject.from, last),
    verb,
    stance: denies && !isNegated(outer, index) ? 'denies' : 'asserts',
    isOther: isOther || isJudged(outer, index) || (/^(?:reject|dismiss|disput)/.test(verb) && !denies),
  })
}

/** "The union wants 14 percent", "asked for $30 million" */
function asksForFigure(outer: readonly Token[], index: number): boolean {
  const { lower } = outer[index]!
  if (!askingVerbs.has(lower) || (/^ask/.test(lower) && outer[index + 1]?.lower !== 'for')) return false
  for (const { pos, text } of outer.slice(index + 1, index + 8)) {
    if (pos === 'NUM' || pos === 'SYM') return true
    if (/^(?:VERB|AUX|CCONJ|SCONJ)$/.test(pos) || /^[,;]$/.test(text)) return false
  }
  return false
}

/** "Pictures taken in May show": when they were taken is when it was so. */
function isHungOn(outer: readonly Token[], { to }: Phrase): boolean {
  return outer[to + 1]?.pos === 'VERB'
}

/** Where the words of saying begin: at the speaker, or behind what is told of the speaker ("…, who came in March, said"). */
function verbGroup(outer: readonly Token[], subject: Phrase, verb: number): number {
  const between = outer.slice(subject.to + 1, verb)
  if (
    !between.some(
      ({ pos, text, lower }) =>
        pos === 'VERB' || /^[,()]$/.test(text) || /^(?:who|whom|which|whose|that)$/.test(lower),
    )
  )
    return subject.from
  let from = verb
  while (from - 1 > subject.to) {
    if (/^(?:ADV|AUX|PART)$/.test(outer[from - 1]!.pos)) from -= 1
    else if (isWeekday(outer, from - 1)) from -= 2
    else break
  }
  return from
}

/** "as anybody can tell", "one might say": nobody has said it. */
function isAbility(outer: readonly Token[], index: number): boolean {
  return (
    /^(?:tell|say|see|know|show|find|count)$/.test(outer[index]!.lower) &&
    /^(?:can|could|may|might|must|should)$/.test(outer[index - 1]?.lower ?? '')
  )
}

/** "described the strike as reckless": a judgement, unless it tells how something went. */
function isJudged(outer: readonly Token[], index: number): boolean {
  return (
    /^(?:describe[sd]?|characteri[sz]e[sd]?|report(?:s|ed)|portray\w*)$/.test(outer[index]!.lower) &&
    outer
      .slice(index + 1, index + 8)
      .some(({ lower }, at, words) => lower === 'as' && /^(?:DET|ADJ|ADV|X)$/.test(words[at + 1]?.pos ?? ''))
  )
}

/** "The ministry could not confirm it", "Moscow calls the figures invented": who has a stance without a verb of saying. */
function* predicates(sentence: Sentence, outer: readonly Token[]): Generator<Attribution> {
  const outside = outer.map(({ text }) => (text === quotation ? '' : text))
  if (outside.length === 0) return
  for (const { stance, start, end } of stancesIn(sentence.text)) {
    const from = outer.findIndex((token) => token.end > sentence.start + start)
    if (from < 0) continue
    const isCalled =
      /^(?:invent|false|untrue|a |fairy|hoax|lie|groundless|baseless|unfounded|fabricat|cooked|fake|nonsense|fiction|exaggerat|inflat|propaganda|doctored|wrong|myth|slander|smear|disinfo)/i.test(
        sentence.text.slice(start),
      )
    const verb = isCalled ? lastVerbOfCalling(outer, from) : from
    if (verb === undefined || (outer[verb]!.text === quotation && !isCalled)) continue
    // "could not be independently verified" names nobody.
    // "These reports remain unverified": they do not speak.
    const isPassive = /\b(?:be|been)\s|\bun(?:confirmed|verified|corroborated)\b/i.test(
      sentence.text.slice(start, end),
    )
    const speaker = isPassive ? undefined : subjectBefore(outer, verb)
    if (!speaker || /^(?:nobody|that|this)$/.test(outer[speaker.from]!.lower)) continue
    if (!canSpeak(outer, speaker)) continue
    const to = outer.findLastIndex((token) => token.start < sentence.start + end)
    yield make(sentence, outer, {
      speaker,
      // "…, but could not confirm" shares a subject that stands far before it.
      from: /^(?:and|but)$/.test(outer[verb - 1]?.lower ?? '') ? verb : speaker.from,
      to: Math.max(to, speaker.to),
      covers: coverage(sentence, outer, speaker.from, Math.max(verb, speaker.to)),
      verb: outer[verb]!.lower,
      stance,
    })
  }
}

function lastVerbOfCalling(outer: readonly Token[], from: number): number | undefined {
  for (let at = from; at >= 0; at -= 1)
    if (
      /^(?:call|calls|called|calling|brand|brands|branded|label|labels|labelled|labeled|describe|describes|described|termed|terms)$/.test(
        outer[at]!.lower,
      )
    )
      return at
  return undefined
}
