/** About how wide words are at 12 px in a plain sans serif: pure functions have no font to ask. Never much too small. */
export function wordsWidth(words: string): number {
  let width = 0
  for (const character of words) {
    const code = character.codePointAt(0)!
    if (code < 0x2e80) width += narrow.has(character) ? 3.8 : /[A-Zmw@%—…]/.test(character) ? 9.5 : 7.3
    else width += 12.5
  }
  return width
}

/** The share by which bold words are wider. */
export const boldness = 1.1

/** Words cut at a whole character, with an ellipsis, so that they take at most so many CSS pixels. */
export function fitted(words: string, width: number): string {
  if (wordsWidth(words) <= width) return words
  let taken = wordsWidth('…')
  let kept = ''
  for (const { segment } of graphemes.segment(words)) {
    taken += wordsWidth(segment)
    if (taken > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

const narrow = new Set('iljtfrI.,:;\'"|!()[]- ')
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
