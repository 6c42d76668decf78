import { plainSaying } from '../reading/lexicon.ts'
import { contains, type OffsetRange } from '../reading/ranges.ts'
import type { Attribution } from '../speakers/attribution.ts'
import type { Suggestion } from '../suggestion.ts'
import { tellsOfTheWorld } from './content.ts'
import { type FoundClaim, isQuoted, stanceOf, suggestionOf } from './draft.ts'
import type { SentenceDraft } from './sentence-draft.ts'

/**
 * The claims that a sentence makes: one for each figure; without figures one for each speaker and stance; beside figures
 * those that stand on a stance of their own. Questions make none.
 */
export function claimsOf(draft: SentenceDraft): Suggestion[] {
  const { sentence, figures, attributions, counted } = draft
  if (/\?["”’)]?$/.test(sentence.text) || instruction.test(sentence.text)) return []
  const claims: FoundClaim[] = figures.map((figure, index) => ({
    range: clauseOf(draft, index),
    figure,
    counted: counted[index]!,
    attribution: attributionOf(draft, figure),
  }))
  const taken = new Set(claims.map(({ attribution }) => attribution))
  for (const attribution of attributions) {
    if (taken.has(attribution) || !makesClaim(draft, attribution)) continue
    const isOnly =
      claims.length === 0 &&
      attributions.every((other) => other === attribution || !isBeside(draft, other, attribution))
    const range = isOnly ? sentence : trimmed(draft.text, hull(attribution.core, attribution.covers))
    claims.push({ range, figure: null, counted: null, attribution })
  }
  if (claims.length === 0 && speaksByItself(draft)) {
    claims.push({ range: sentence, figure: null, counted: null, attribution: null })
  }
  return claims
    .map((claim) => suggestionOf(draft, claim))
    .sort((one, other) => one.start - other.start || one.end - other.end)
}

/** What tells the reader to do or to imagine something. */
const instruction =
  /^["“'‘]?(?:please|ring|text|phone|e-?mail|contact|subscribe|take|add|mix|stir|boil|bake|wash|use|turn|press|call|dial|send|click|visit|imagine|suppose|do not|don['’]t|bring|keep|read|see|write|let us|let['’]s)\s(?!(?:in|on|of)\b)\p{Ll}/iu

/** Whether an attribution without a figure in its words makes a claim of its own. */
function makesClaim(draft: SentenceDraft, attribution: Attribution): boolean {
  const { attributions, figures, speakers, text } = draft
  const { stance } = stanceOf(draft, attribution, attribution.covers)
  // What it says is said again, more closely, by the one in its words.
  if (attributions.some((other) => other.within === attribution)) return false
  if (stance !== 'asserts') {
    return !attributions.some(
      (other) =>
        other !== attribution &&
        other.stance === stance &&
        other.core.start > attribution.core.start &&
        contains(attribution.covers, other.core),
    )
  }
  if (attribution.isOther || (figures.length > 0 && !hasOwnSpeaker(draft, attribution))) return false
  // "The chief does not know, he said": one claim, that of the closer words.
  if (attributions.some((other) => other.stance !== 'asserts' && contains(attribution.covers, other.core)))
    return false
  if (attribution.speaker !== null && !speakers.get(attribution)) return false
  const same = attributions.find(
    (other) =>
      speakers.get(other)?.name === speakers.get(attribution)?.name &&
      other.stance === 'asserts' &&
      !other.isOther,
  )
  if (same !== attribution && attribution.speaker !== null) return false
  if (attribution.speaker === null && attributions.some((other) => other.speaker !== null)) return false
  const { covers, core } = attribution
  const said =
    covers.start < core.start
      ? text.slice(covers.start, core.start) + text.slice(core.end, covers.end)
      : text.slice(covers.start, covers.end)
  return tellsOfTheWorld(said)
}

/** Beside figures: whether somebody else says the rest, in words of the sentence that hold no figure. */
function hasOwnSpeaker(
  { attributions, figures, speakers }: SentenceDraft,
  attribution: Attribution,
): boolean {
  const name = speakers.get(attribution)?.name
  if (!plainSaying.has(attribution.verb)) return false
  if (name === undefined || attribution.covers.start < attribution.core.start) return false
  return (
    figures.every((figure) => !contains(attribution.covers, figure) && !contains(attribution.core, figure)) &&
    attributions.every((other) => other === attribution || speakers.get(other)?.name !== name)
  )
}

function isBeside(draft: SentenceDraft, other: Attribution, attribution: Attribution): boolean {
  return other.speaker !== attribution.speaker && makesClaim(draft, other)
}

/** A denial, an "unclear" or a quotation whose speaker another sentence names. */
function speaksByItself(draft: SentenceDraft): boolean {
  const { sentence, attributions, before, after, voiced, issuer } = draft
  const { stance } = stanceOf(draft, null, sentence)
  if (stance !== 'asserts') return true
  if (attributions.length > 0 || !tellsOfTheWorld(sentence.text)) return false
  if (voiced) return true
  if (issuer && /^we\b/i.test(sentence.text)) return true
  return isQuoted(draft, sentence) && (before ?? after) !== null
}

/** The attribution that reaches a place: the nearest that begins before it and has it in its words, else one that follows. */
function attributionOf(draft: SentenceDraft, place: OffsetRange): Attribution | null {
  const { attributions } = draft
  const reaching = attributions.filter(
    ({ covers, core }) => contains(covers, place) && !(core.start <= place.start && place.end <= core.end),
  )
  const speaking = reaching.filter(({ speaker }) => speaker !== null)
  const candidates = speaking.length > 0 ? speaking : reaching
  return (
    candidates.filter(({ core }) => core.end <= place.start).at(-1) ??
    candidates[0] ??
    beyondClause(draft, place)
  )
}

/** "The board says that 40 wells are dry; in Oru it is 12.": a clause without a speaker of its own is still the board's. */
function beyondClause(
  { attributions, sentence, text }: SentenceDraft,
  place: OffsetRange,
): Attribution | null {
  const semicolon = text.slice(sentence.start, place.start).lastIndexOf(';')
  if (semicolon < 0) return null
  const from = sentence.start + semicolon
  if (attributions.some(({ core, speaker }) => speaker !== null && core.start > from)) return null
  const last = attributions.findLast(({ core, speaker }) => speaker !== null && core.end <= from)
  return last && last.stance === 'asserts' && last.covers.start >= last.core.start && !last.isOther
    ? last
    : null
}

function hull(one: OffsetRange, other: OffsetRange): OffsetRange {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}

/** The words of a figure: the sentence when it is the only one, else its own clause. */
function clauseOf({ figures, sentence, text, counted }: SentenceDraft, index: number): OffsetRange {
  if (figures.length === 1) return sentence
  const [before, figure, after] = [figures[index - 1], figures[index]!, figures[index + 1]]
  const endOf = (at: number) => Math.max(figures[at]!.end, sentence.tokens[counted[at]!.last]?.end ?? 0)
  const from = before ? boundary(text, endOf(index - 1), figure.start, 'last') : sentence.start
  const to = after ? boundary(text, endOf(index), after.start, 'first') : sentence.end
  return trimmed(text, { start: from, end: Math.max(to, figure.end) })
}

/** Where one clause ends and the next begins between two figures. */
function boundary(text: string, from: number, to: number, which: 'first' | 'last'): number {
  const start = Math.min(from, to)
  const marks = [
    ...text
      .slice(start, to)
      .matchAll(/[;,:]\s|\s(?:and|but|while|as|including|of which|of whom)\s|\s[–—-]\s/g),
  ]
  const mark = which === 'first' ? marks[0] : marks.at(-1)
  if (!mark) return which === 'first' ? to : start
  return which === 'first' ? start + mark.index : start + mark.index + mark[0].length
}

/** Without white space and marks at its ends; a full stop at the end stays. */
function trimmed(text: string, { start, end }: OffsetRange): OffsetRange {
  const words = text.slice(start, end)
  const lead = /^[\s,;:–—-]*/.exec(words)![0].length
  const tail = /[\s,;:–—-]*$/.exec(words)![0].length
  return lead + tail >= words.length ? { start, end } : { start: start + lead, end: end - tail }
}
