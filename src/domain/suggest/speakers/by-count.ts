import { type Phrase, phraseStartingAt, possessive } from '../reading/phrases.ts'
import type { Sentence, Token } from '../reading/reading.ts'
import { type Attribution, make } from './attribution.ts'
import { clauseAround } from './coverage.ts'

const attributing =
  /^(?:count|account|estimate|estimates|reckoning|tally|calculation|calculations|assessment|figures|words|telling|version)$/

/** "by the count of the ministry", "in its estimate", "by her account": nouns that attribute. */
export function byCount(sentence: Sentence, outer: readonly Token[], index: number): Attribution | undefined {
  if (!/^(?:by|in|on)$/.test(outer[index]!.lower)) return undefined
  const covers = clauseAround(sentence, outer, index)
  for (let at = index + 1; at < outer.length && at <= index + 9; at += 1) {
    const word = outer[at]!
    if (word.text === ',' || word.pos === 'VERB' || /^(?:by|in|on|at|for|with)$/.test(word.lower))
      return undefined
    if (!attributing.test(word.lower)) continue
    const speaker = ownerOf(outer, index + 1, at)
    return (
      speaker &&
      make(sentence, outer, { speaker, from: index, to: Math.max(at, speaker.to), covers, verb: word.lower })
    )
  }
  return undefined
}

function ownerOf(outer: readonly Token[], first: number, noun: number): Phrase | undefined {
  if (outer[noun + 1]?.lower === 'of' && /^(?:the|an?)$/.test(outer[first]!.lower))
    return phraseStartingAt(outer, noun + 2)
  if (possessive.has(outer[first]!.lower) && noun - first <= 2) return { from: first, to: first }
  const mark = outer.findIndex(({ lower }, at) => at > first && at < noun && /^'s?$/.test(lower))
  return mark > first ? { from: first, to: mark - 1 } : undefined
}
