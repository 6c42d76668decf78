import { searchableText, wordsOf } from '../tables/search-words.ts'

/** One thing that must occur: a word, or words in a row (a quoted phrase, “8,000”, 北朝鮮). */
export interface Term {
  words: string[]
  /** The last word may go on: the person is still typing it. */
  prefix: boolean
}

/** What a person typed, as terms that must all occur. “Quoted words” stay together. */
export function termsOf(typed: string): Term[] {
  const pieces = [...typed.matchAll(/["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+)/gu)]
  const terms = pieces.map(([, quoted, bare]) => ({
    words: [...wordsOf(quoted ?? bare ?? '')].map(({ folded }) => folded),
    prefix: false,
  }))
  const last = pieces[pieces.length - 1]
  const goesOn = last?.[2] !== undefined && !/\s$/u.test(typed)
  if (goesOn) terms[terms.length - 1]!.prefix = true
  return terms.filter(({ words }) => words.length > 0)
}

/** The terms in FTS5's query language. Every word is quoted: nothing that was typed can act as an operator. */
export function matchExpression(terms: readonly Term[]): string {
  return terms
    .map(({ words, prefix }) => {
      const phrase = `"${searchableText(words.join(' ')).replaceAll('"', ' ').trim()}"`
      return prefix ? `${phrase}*` : phrase
    })
    .join(' ')
}

/** A stretch of a text where a term occurs, UTF-16 code units, half-open. */
export interface Found {
  start: number
  end: number
}

/** Where the terms occur in the text from `from` on, in text order, `limit` at most. */
export function findTerms(text: string, terms: readonly Term[], limit: number, from = 0): Found[] {
  const found: Found[] = []
  const longest = Math.max(...terms.map(({ words }) => words.length))
  const window: { start: number; end: number; folded: string }[] = []
  for (const word of wordsOf(text, from)) {
    window.push(word)
    if (window.length > longest) window.shift()
    const hit = terms.find((term) => endsWith(window, term))
    if (!hit) continue
    found.push({ start: window[window.length - hit.words.length]!.start, end: word.end })
    if (found.length === limit) break
  }
  return found
}

function endsWith(window: readonly { folded: string }[], { words, prefix }: Term): boolean {
  const from = window.length - words.length
  if (from < 0) return false
  return words.every((wanted, index) => {
    const { folded } = window[from + index]!
    return prefix && index === words.length - 1 ? folded.startsWith(wanted) : folded === wanted
  })
}
