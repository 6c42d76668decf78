import { dateWords } from '../../plain-values/period-words.ts'
import type { Voice } from './voice.ts'

/** How an origin is called: who spoke, and the day. “Pentagon, 28 October 2024”. */
export function originLabel(voice: Voice): string {
  return voice.date === null ? speakerWords(voice) : `${speakerWords(voice)}, ${dateWords(voice.date)}`
}

/** Who a claim says it is from: its speaker; else through whom it came; else who published it. */
export function speakerWords({ compared }: Voice): string {
  const { source, via, evidence } = compared
  if (source) return source.name
  if (via[0]) return `unnamed, through ${via[0].name}`
  const publisher = evidence.find(({ article }) => article.publisher !== '')?.article.publisher
  return publisher ? `unnamed, in ${publisher}` : 'unnamed speaker'
}
