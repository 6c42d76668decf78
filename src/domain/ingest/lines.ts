/** A line of a text that is not blank. */
export interface Line {
  /** UTF-16 offsets in the whole text; `end` excludes the line feed. */
  start: number
  end: number
  /** The line without the white space at its ends and, in Markdown, without heading, list and link marks. */
  words: string
  /** How many blank lines stand before it. */
  gap: number
  /** 1 to 6 for a Markdown heading, else 0. */
  heading: number
  /** Markdown: nothing but links, two or more. */
  onlyLinks: boolean
}

/** A text of more lines is a table or a log: its lines are not looked at for what they are. */
export const maxLines = 100_000

/** The lines of `text.slice(start, end)` that are not blank, in order; no more than `maxLines` and one. */
export function linesOf(text: string, start: number, end: number, markdown: boolean): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (let from = start; from < end && lines.length <= maxLines; ) {
    const lineFeed = text.indexOf('\n', from)
    const to = lineFeed < 0 || lineFeed > end ? end : lineFeed
    const raw = text.slice(from, to).trim()
    if (raw === '') gap += 1
    else {
      const heading = markdown ? (/^(#{1,6})\s/.exec(raw)?.[1]?.length ?? 0) : 0
      const words = markdown ? withoutMarks(raw) : raw
      lines.push({ start: from, end: to, words, gap, heading, onlyLinks: markdown && isLinks(raw) })
      gap = 0
    }
    from = to + 1
  }
  return lines
}

/** How many words a line has, of its first 4,000 characters; two of a script without spaces count as one. */
export function wordCount(line: string): number {
  const words = line.slice(0, 4000)
  const unspaced = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
  const spaced = words.match(/[\p{L}\p{N}][^\s]*/gu)
  return unspaced && unspaced.length > words.length / 3
    ? Math.ceil(unspaced.length / 2)
    : (spaced?.length ?? 0)
}

/** The line ends as a sentence does, behind closing quotes and brackets too. "U.S." at the end is no sentence end. */
export function endsLikeSentence(words: string): boolean {
  if (/(?:^|[\s“"(])(?:\p{Lu}\.){1,4}[”"’)]*$/u.test(words)) return false
  return /[.!?…。！？؟।]["'”’»）)\]]*$/u.test(words)
}

/** A paragraph of running text: long, or a sentence of some length. */
export function isParagraph(words: string): boolean {
  if (words.length >= 240) return true
  const count = wordCount(words)
  if (endsLikeSentence(words)) return count >= 8
  // Two sentences, of which the last ends with a colon or was cut off.
  return count >= 20 && /[.!?。]["”’]?\s+\p{Lu}/u.test(words)
}

/** A line that could stand over an article: some words, no sentence end but a question or exclamation mark. */
export function isHeadline(words: string, minWords: number): boolean {
  if (words.length > 240 || !/\p{L}/u.test(words) || /^[a-z]+:\/\//i.test(words)) return false
  const count = wordCount(words)
  if (count < minWords || count > 32) return false
  return !endsLikeSentence(words) || /[?!？！]["”’»]*$/u.test(words)
}

/** The line in a form in which two printings of the same words are equal. */
export function sameWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[‘’‛`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.:…-]+$/u, '')
}

function isLinks(raw: string): boolean {
  return /^(?:\[[^\]]+\]\([^)]*\)[\s|·•,/-]*){2,}$/.test(raw)
}

function withoutMarks(raw: string): string {
  return raw
    .replace(/^(?:#{1,6}\s+|>\s?|[-*+]\s+(?=\S))+/, '')
    .replace(/\s+#+$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .trim()
}
