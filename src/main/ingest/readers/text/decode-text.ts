import { importAdvice } from '../../../../contract/import-formats.ts'
import { type Answer, done, failed } from '../../../../domain/answer.ts'
import { canonicalText } from '../../../../domain/ingest/canonical-text.ts'
import { decodeValidUtf8, mendUtf8 } from './utf-8.ts'
import { decodeUtf16, detectUtf16 } from './utf-16.ts'
import { decodeWindows1252 } from './windows-1252.ts'

export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  /** Canonical text: LF line ends, no byte order mark; see `canonicalText`. */
  text: string
  encoding: TextEncodingName
  /** What a person should know about how it was read, each a sentence. */
  notes: string[]
}

/** The share of bytes that may be control characters in a text; measured over the whole file. */
const maxControlShare = 0.01

/**
 * UTF-16 has more of them: half of all bytes in most scripts, about a twentieth in Chinese. With fewer, pairs of
 * plain letters would pass for ideographs.
 */
const minUtf16ControlShare = 0.02

/** Of UTF-16's bytes about half are printable ASCII in most scripts. Nearly all: a byte-wise text with some NULs in it. */
const maxUtf16AsciiShare = 0.85

/**
 * Reads bytes as text. A byte order mark decides; else UTF-16 is told by its statistics, then valid UTF-8, then
 * UTF-8 with a few stray bytes, then Windows-1252, which takes any byte and is reported.
 * Fails with `file_not_text` or `text_empty`.
 */
export function decodeText(bytes: Uint8Array): Answer<DecodedText> {
  const read = decodeByMark(bytes) ?? decodeByStatistics(bytes)
  if (!read) {
    return failed(
      'file_not_text',
      `The file holds data that is no text, so nothing was imported. Import ${importAdvice}.`,
    )
  }
  const canonical = canonicalText(read.text)
  if (!canonical.ok) return canonical
  return done({
    text: canonical.value.text,
    encoding: read.encoding,
    notes: [...read.notes, ...canonical.value.notes],
  })
}

function decodeByMark(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = decodeValidUtf8(bytes)
    return text === undefined ? undefined : { text, encoding: 'utf-8-bom', notes: [] }
  }
  // FF FE 00 00 would be UTF-32, which nobody writes articles in.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0))
    return utf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be')
  return undefined
}

function decodeByStatistics(bytes: Uint8Array): DecodedText | undefined {
  const controlShare = countControls(bytes) / bytes.length
  if (controlShare > minUtf16ControlShare && countPrintable(bytes) / bytes.length < maxUtf16AsciiShare) {
    const encoding = detectUtf16(bytes)
    if (encoding) {
      const read = utf16(bytes, encoding)
      return {
        ...read,
        notes: ['Read as UTF-16, which the file does not say but its bytes show.', ...read.notes],
      }
    }
  }
  if (controlShare > maxControlShare) return undefined
  const text = decodeValidUtf8(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8', notes: [] }
  const mended = mendUtf8(bytes)
  if (mended)
    return { text: mended.text, encoding: 'utf-8', notes: mendNotes(mended.strayBytes, mended.cutOff) }
  return {
    text: decodeWindows1252(bytes),
    encoding: 'windows-1252',
    notes: [
      'Read as Windows-1252, because it is not UTF-8. If letters look wrong, save it as UTF-8 and import that.',
    ],
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const notes = bytes.length % 2 === 1 ? ['The file ends in the middle of a character; � stands for it.'] : []
  return { text: decodeUtf16(bytes, encoding), encoding, notes }
}

function mendNotes(strayBytes: number, cutOff: boolean): string[] {
  const notes: string[] = []
  if (strayBytes > 0) {
    const bytes = strayBytes === 1 ? 'One byte' : `${strayBytes} bytes`
    notes.push(`${bytes} in this UTF-8 file did not fit and were read as Windows-1252.`)
  }
  if (cutOff) notes.push('The file ends in the middle of a character; � stands for it.')
  return notes
}

/** Control characters other than tab, line feed, vertical tab, form feed, carriage return and escape. */
function countControls(bytes: Uint8Array): number {
  let controls = 0
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1
  return controls
}

function countPrintable(bytes: Uint8Array): number {
  let printable = 0
  for (const byte of bytes) if (byte >= 0x20 && byte < 0x7f) printable += 1
  return printable
}
