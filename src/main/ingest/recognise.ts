import { importFormats } from '../../contract/import-formats.ts'

/** A kind of file that cannot be imported: what to call it, and what a person can do instead. */
export interface ForeignFile {
  kind: string
  advice: string
}

interface Signature extends ForeignFile {
  /** The file's bytes at `offset`, as Latin-1 characters. */
  magic: string
  offset?: number
}

const { text } = importFormats
const copyText = `Open it, copy the text and paste it here, or save it as ${text.name} (${text.endings[0]}) and import that.`
const noText = 'It has no text to import.'
const unpack = 'Unpack it first and import the text files in it.'

const signatures: Signature[] = [
  { kind: 'a PDF document', magic: '%PDF-', advice: copyText },
  { kind: 'a Rich Text document', magic: '{\\rtf', advice: copyText },
  {
    kind: 'an old Office document (such as .doc or .xls)',
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    advice: copyText,
  },
  { kind: 'a PNG image', magic: '\x89PNG\r\n\x1a\n', advice: noText },
  { kind: 'a JPEG image', magic: '\xff\xd8\xff', advice: noText },
  { kind: 'a GIF image', magic: 'GIF8', advice: noText },
  { kind: 'a WebP image', magic: 'WEBP', offset: 8, advice: noText },
  { kind: 'a TIFF image', magic: 'II*\0', advice: noText },
  { kind: 'a TIFF image', magic: 'MM\0*', advice: noText },
  { kind: 'a sound file', magic: 'ID3', advice: noText },
  { kind: 'a sound file', magic: 'OggS', advice: noText },
  { kind: 'a film or sound file', magic: 'ftyp', offset: 4, advice: noText },
  { kind: 'a film file', magic: '\x1aE\xdf\xa3', advice: noText },
  { kind: 'a gzip archive', magic: '\x1f\x8b', advice: unpack },
  { kind: 'a 7-Zip archive', magic: "7z\xbc\xaf'\x1c", advice: unpack },
  { kind: 'a RAR archive', magic: 'Rar!\x1a\x07', advice: unpack },
  { kind: 'an XZ archive', magic: '\xfd7zXZ\0', advice: unpack },
  { kind: 'a Zstandard archive', magic: '\x28\xb5\x2f\xfd', advice: unpack },
  { kind: 'a tar archive', magic: 'ustar', offset: 257, advice: unpack },
  {
    kind: 'a database (SQLite)',
    magic: 'SQLite format 3\0',
    advice: 'If it is a workspace, use Open instead of Import.',
  },
  { kind: 'a program', magic: '\x7fELF', advice: noText },
  { kind: 'a binary property list', magic: 'bplist00', advice: noText },
]

/** Names inside a zip archive that tell an Office document or an e-book from a plain archive. */
const zipContents: [string, string][] = [
  ['word/', 'a Word document (.docx)'],
  ['xl/', 'an Excel workbook (.xlsx)'],
  ['ppt/', 'a PowerPoint presentation (.pptx)'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file (such as .odt)'],
  ['mimetypeapplication/epub', 'an e-book (.epub)'],
]

/** What the first bytes say a file is, when that is a kind that has no reader. */
export function recogniseForeign(bytes: Uint8Array): ForeignFile | undefined {
  const known = signatures.find(
    ({ magic, offset = 0 }) => latin1(bytes, offset, offset + magic.length) === magic,
  )
  if (known) return { kind: known.kind, advice: known.advice }
  if (latin1(bytes, 0, 4) !== 'PK\x03\x04') return undefined
  const names = latin1(bytes, 0, 8192)
  const document = zipContents.find(([name]) => names.includes(name))
  return document ? { kind: document[1], advice: copyText } : { kind: 'a zip archive', advice: unpack }
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)))
}
