import { type Answer, done, failed } from '../answer.ts'

export interface CanonicalText {
  text: string
  /** What was changed on the way, each a sentence for the import preview. Empty when nothing was. */
  notes: string[]
}

/**
 * The form in which an article's text is kept for good, from text that was decoded or pasted.
 *
 * Line ends become LF: CR LF, lone CR, NEL (U+0085), LINE SEPARATOR (U+2028) and PARAGRAPH SEPARATOR (U+2029). Form
 * feed and vertical tab stay. A byte order mark at the start goes. NUL and lone surrogates, which databases and files
 * cannot hold, become U+FFFD. Nothing else changes: no Unicode normalisation, no trimming, so that every offset is one
 * in the text that the analyst sees. Applying it twice gives the same as once.
 *
 * Fails with `text_empty` when there is nothing but white space.
 */
export function canonicalText(raw: string): Answer<CanonicalText> {
  const notes: string[] = []
  let text = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  if (/[\r\u0085\u2028\u2029]/.test(text)) {
    text = text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    notes.push('Line ends of other systems were written as plain line feeds.')
  }
  if (text.includes('\0')) {
    notes.push(
      `${count(text.split('\0').length - 1, 'NUL character')} replaced by �, because files and databases cannot keep it.`,
    )
    text = text.replaceAll('\0', '\ufffd')
  }
  if (!text.isWellFormed()) {
    const halves = text.match(/\p{Surrogate}/gu)?.length ?? 0
    notes.push(`${count(halves, 'broken character')} replaced by �: half of a pair.`)
    text = text.toWellFormed()
  }
  if (!/[^\s\ufffd\u200b-\u200f\u2060]/u.test(text)) {
    return failed(
      'text_empty',
      'There are no words in it, so nothing was imported. Choose or paste an article with text.',
    )
  }
  return done({ text, notes })
}

function count(number: number, thing: string): string {
  return number === 1 ? `One ${thing} was` : `${number} ${thing}s were`
}
