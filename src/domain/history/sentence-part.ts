/** A piece of a sentence that History tells. `old` and `new` stand for the values before and after. */
export interface SentencePart {
  kind: 'text' | 'strong' | 'quote' | 'old' | 'new'
  text: string
}

export const text = (words: string): SentencePart => ({ kind: 'text', text: words })
export const strong = (words: string): SentencePart => ({ kind: 'strong', text: words })
/** Words of an article or of a claim, cut to a length that fits a line. */
export const quote = (words: string): SentencePart => ({ kind: 'quote', text: shortened(words, 90) })
export const before = (words: string): SentencePart => ({ kind: 'old', text: shortened(words, 60) })
export const after = (words: string): SentencePart => ({ kind: 'new', text: shortened(words, 60) })

/** The words on one line, cut at a whole character to `max` UTF-16 code units and an ellipsis. */
export function shortened(words: string, max: number): string {
  const line = words.trim().replace(/\s+/g, ' ')
  if (line.length <= max) return line
  return `${line
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
