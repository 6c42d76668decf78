import { proposeLanguage } from '../../ingest/language.ts'

/** Characters looked at: what a text is shows within its first pages. */
const sampleLength = 40_000

/** Small words that stand in every English paragraph. */
const smallWords = new Set(
  'the of and to in that for with was by from were this which a is it on as at be has have had said he she they not are but'.split(
    ' ',
  ),
)

/**
 * Why the assistant proposes nothing in this text, as a sentence for the analyst; null when it can read it. It reads
 * English prose: other languages, capitals only and lists without sentences would give guesses.
 */
export function whyQuiet(text: string): string | null {
  const sample = text.slice(0, sampleLength)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'There are no words in this text, so nothing is proposed.'
  const language = proposeLanguage(sample)
  if (language && language.value !== 'en') {
    return `The assistant reads English, and this text is in another language (told by ${language.reason}). Nothing is proposed.`
  }
  const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0
  const lower = sample.match(/\p{Ll}/gu)?.length ?? 0
  if (capitals > lower * 2) {
    return 'This text is in capitals only, which hides names and sentences from the assistant. Nothing is proposed.'
  }
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const small = words.reduce((count, word) => count + (smallWords.has(word) ? 1 : 0), 0)
  if (small < words.length * 0.12) {
    return 'The assistant reads English sentences, and there are none that it can tell in this text. Nothing is proposed.'
  }
  return null
}
