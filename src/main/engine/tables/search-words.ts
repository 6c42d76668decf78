/**
 * How texts are cut into words for the search, at index time and at query time alike: letters without their
 * marks (é = e, ё = е, vowel points of Arabic and Hebrew left out), full-width forms as plain ones, and each
 * character of scripts written without spaces as a word of its own, so that 朝鮮 is found inside 北朝鮮.
 */
export function searchableText(text: string): string {
  if (isPlain(text)) return text
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
  return bare.replace(unspaced, ' $& ')
}

/** One word of a text and where it stands, UTF-16 code units, half-open. `folded` is what the search compares. */
export interface Word {
  start: number
  end: number
  folded: string
}

/** The words of a text from offset `from` on, one after the other. */
export function* wordsOf(text: string, from = 0): Generator<Word> {
  const pattern = new RegExp(word, 'gu')
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const folded = foldWord(match[0])
    if (folded !== '') yield { start: match.index, end: pattern.lastIndex, folded }
  }
}

/** A word as the search compares it: without marks, full-width forms or capitals. */
export function foldWord(written: string): string {
  return searchableText(written).trim().toLowerCase()
}

const scripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const unspaced = new RegExp(`[${scripts}]`, 'gu')
/** The classes of FTS5's unicode61 (letters, numbers, private use), with marks inside a word. */
const word = `[${scripts}]\\p{M}*|(?:(?![${scripts}])[\\p{L}\\p{N}\\p{Co}]\\p{M}*)+`

function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  return /^[\u0000-\u007f]*$/.test(text)
}
