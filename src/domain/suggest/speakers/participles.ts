import { type Phrase, phraseEndingAt } from '../reading/phrases.ts'
import type { Sentence, Token } from '../reading/reading.ts'
import { canSpeak, quotation, subjectBefore } from '../reading/subjects.ts'
import { type Attribution, make } from './attribution.ts'
import { clauseAround } from './coverage.ts'

/** These tell what somebody says whatever follows. */
const saying = /^(?:saying|stating|claiming|insisting|arguing|alleging|declaring|denying)$/
/** These only before "that" or a quotation: "adding salt", "noting his name". */
const sayingThat =
  /^(?:adding|noting|warning|announcing|explaining|confirming|reporting|stressing|emphasi[sz]ing|telling|writing)$/

/** "The army moved in, saying that …", "with the army claiming to have …": what a participle says, its subject says. */
export function participial(
  sentence: Sentence,
  outer: readonly Token[],
  index: number,
): Attribution | undefined {
  const { lower } = outer[index]!
  if (!saying.test(lower) && !sayingThat.test(lower)) return undefined
  const next = outer[index + 1]?.text === ',' ? outer[index + 2] : outer[index + 1]
  if (!next || (sayingThat.test(lower) && next.lower !== 'that' && next.text !== quotation)) return undefined
  const isAfterComma = outer[index - 1]?.text === ','
  const speaker = isAfterComma ? subjectOfClause(outer, index - 2) : besideWith(outer, index)
  if (!speaker) return undefined
  const to = next.lower === 'that' ? index + 1 : index
  return make(sentence, outer, {
    speaker,
    // What stands between subject and participle is the article's, or another's.
    from: isAfterComma ? index : speaker.from,
    to,
    covers: { start: outer[to]!.end, end: clauseAround(sentence, outer, index).end },
    verb: lower,
    stance: lower === 'denying' ? 'denies' : 'asserts',
  })
}

/** "Orlik looked back on the winter: “We have lost half of the herd.”" */
export function beforeColon(
  sentence: Sentence,
  outer: readonly Token[],
  found: readonly Attribution[],
): Attribution | undefined {
  const colon = outer.findIndex(({ text }, at) => text === ':' && outer[at + 1]?.text === quotation)
  if (
    colon < 1 ||
    found.some(({ core, covers }) => core.end <= outer[colon]!.end && covers.end > outer[colon]!.end)
  )
    return undefined
  const said = outer[colon + 1]!
  if (sentence.text.slice(said.start - sentence.start, said.end - sentence.start).split(/\s+/).length < 4)
    return undefined
  const speaker = subjectOfClause(outer, colon - 1)
  if (!speaker) return undefined
  return make(sentence, outer, {
    speaker,
    from: speaker.from,
    to: colon,
    covers: { start: said.start, end: clauseAround(sentence, outer, colon + 1).end },
    verb: ':',
  })
}

/** The subject of the last finite verb up to a place, where it can speak. */
function subjectOfClause(outer: readonly Token[], last: number): Phrase | undefined {
  for (let at = last; at > 0; at -= 1) {
    const { pos, lower, text } = outer[at]!
    if (text === ';') return undefined
    if ((pos !== 'VERB' && pos !== 'AUX') || /ing$/.test(lower) || outer[at - 1]!.lower === 'to') continue
    const subject = subjectBefore(outer, at)
    if (subject && canSpeak(outer, subject)) return subject
  }
  return undefined
}

function besideWith(outer: readonly Token[], index: number): Phrase | undefined {
  const phrase = phraseEndingAt(outer, index - 1)
  const before = phrase && outer[phrase.from - 1]
  return before && /^(?:with|including)$/.test(before.lower) && canSpeak(outer, phrase) ? phrase : undefined
}
