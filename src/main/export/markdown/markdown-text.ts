import type { PhrasingContent, Text } from 'mdast'
import type { Unsafe } from 'mdast-util-to-markdown'

/**
 * What the Markdown library must escape beyond its own list. A line break inside a text becomes a character
 * reference, which every reader turns back into the same character and none takes for the end of a line or a table
 * row. A dollar sign that some readers would take for mathematics is escaped; “$425 million” stays as it is.
 */
export const unsafeInText: Unsafe[] = [
  { character: '\n', inConstruct: 'phrasing' },
  { character: '\r', inConstruct: 'phrasing' },
  { character: '$', after: '[^\\s\\d]', inConstruct: 'phrasing' },
  { character: '$', before: '[^\\s(“"]', inConstruct: 'phrasing' },
]

/** Words of the program's own, or a single line of a person's. */
export function plain(value: string): Text {
  return { type: 'text', value: value.replaceAll('\0', '\ufffd') }
}

/** A name or phrase that stands among other words: one that runs from right to left must not turn them around. */
export function name(value: string): Text {
  return plain(isolated(value))
}

/** An article's words, character for character, in quotation marks where they do not bring their own. */
export function exact(quote: string): Text {
  return plain(quoted.test(quote) ? isolated(quote) : `“${isolated(quote)}”`)
}

const quoted = /^["“„«「『].+["”“»」』]$/su

/** A person's text with its line breaks. */
export function lines(value: string): PhrasingContent[] {
  return value
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, index): PhrasingContent[] =>
      index > 0 ? [{ type: 'break' }, plain(isolated(line))] : [plain(isolated(line))],
    )
}

/**
 * Puts text with right-to-left letters or direction marks between a first-strong isolate and its end (U+2068,
 * U+2069), as Unicode Standard Annex 9 advises for inserted text. Other text stays bare.
 */
function isolated(value: string): string {
  return turning.test(value) ? `\u2068${value}\u2069` : value
}

const turning =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
