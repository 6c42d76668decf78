import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ImportKind, importFormats, maxFileBytes } from '../../contract/import-formats.ts'
import { importReaders, readDocument } from './formats.ts'

const words = 'Officials counted up to 8,000 soldiers.'
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

const endings = (Object.keys(importFormats) as ImportKind[]).flatMap((kind) =>
  importFormats[kind].endings.flatMap((ending) => [
    [ending, kind] as const,
    [ending.toUpperCase(), kind] as const,
  ]),
)

afterEach(() => vi.restoreAllMocks())

describe('every kind of the list', () => {
  it.each(endings)('given a file that ends with %s, is read as %s', (ending, kind) => {
    const read = vi.spyOn(importReaders[kind], 'read')
    expect(readDocument({ name: `a page${ending}`, bytes: utf8(words) })).toMatchObject({
      ok: true,
      value: { text: words, markup: kind === 'markdown' ? 'markdown' : 'plain' },
    })
    expect(read).toHaveBeenCalledOnce()
  })

  it('given bytes that tell their kind, is read as that whatever the name says', () => {
    vi.spyOn(importReaders.markdown, 'recognises').mockReturnValue(true)
    const read = readDocument({ name: 'page.txt', bytes: latin1('%PDF-1.7') })
    expect(read).toMatchObject({ ok: true, value: { markup: 'markdown' } })
  })

  it('given a name that says nothing, a file named by itself is read as text', () => {
    for (const name of ['notes', 'notes.log', 'md', 'pasted'])
      expect(readDocument({ name, bytes: utf8(words) })).toMatchObject({
        ok: true,
        value: { markup: 'plain' },
      })
  })
})

describe('files that are refused', () => {
  it.each([
    ['a PDF', latin1('%PDF-1.7\n1 0 obj'), 'a PDF document'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'a PNG image'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'a JPEG image'],
    ['a Word document', latin1('PK\x03\x04\x14\0\0\0\0\0word/document.xml'), 'a Word document'],
    [
      'an OpenDocument',
      latin1('PK\x03\x04\0\0mimetypeapplication/vnd.oasis.opendocument.text'),
      'an OpenDocument',
    ],
    ['a zip archive', latin1('PK\x03\x04\x14\0\0\0\0\0notes.txt'), 'a zip archive'],
    ['an old Word document', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), 'an old Office document'],
    ['Rich Text', latin1('{\\rtf1\\ansi Hello}'), 'a Rich Text document'],
    ['a database', latin1('SQLite format 3\0\x10\0'), 'a database'],
    ['a gzip archive', latin1('\x1f\x8b\x08\0\0\0'), 'a gzip archive'],
    [
      'unnamed data',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
      'data',
    ],
  ])('names %s', (_, bytes, told) => {
    expect(readDocument({ name: 'page.txt', bytes })).toMatchObject({
      ok: false,
      error: { code: 'file_not_text', message: expect.stringContaining(told) },
    })
  })

  it('refuses an empty file', () => {
    expect(readDocument({ name: 'a.txt', bytes: new Uint8Array() })).toMatchObject({
      error: { code: 'file_empty' },
    })
  })

  it('refuses one byte more than the limit with its size, and takes the limit', () => {
    const bytes = new Uint8Array(maxFileBytes + 1).fill(0x61)
    expect(readDocument({ name: 'a.txt', bytes })).toMatchObject({
      error: { code: 'file_too_large', message: expect.stringContaining('101 MB') },
    })
    expect(readDocument({ name: 'a.txt', bytes: bytes.subarray(1) }).ok).toBe(true)
  })
})
