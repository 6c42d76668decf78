import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let index = 0; index < marked.length; index += 1) {
    view.setUint16(index * 2, marked.charCodeAt(index), order === 'le')
  }
  return new Uint8Array(view.buffer)
}

function read(bytes: Uint8Array) {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Error(decoded.error.code)
  return decoded.value
}

const samples = {
  English: 'Seoul’s ministry said “up to 8,000” men had left — or so it believed. 👩‍👩‍👧\n',
  Russian: 'Министерство сообщило, что границу пересекли восемь тысяч человек.\n',
  Arabic: 'قالت الوزارة إن ثمانية آلاف رجل عبروا الحدود.\n',
  Chinese: '国防部表示，大约八千名士兵已经越过边境。没有人证实这一数字。\n',
  Korean: '국방부는 약 팔천 명의 병력이 국경을 넘었다고 밝혔다. 확인되지 않았다.\n',
  Japanese: '防衛省によると、約八千人の兵士が国境を越えたという。確認はされていない。\n',
  Thai: 'กระทรวงกลาโหมกล่าวว่าทหารแปดพันนายได้ข้ามพรมแดนแล้ว\n',
}

describe('encodings', () => {
  it.each(Object.entries(samples))(
    'reads %s in UTF-8 and UTF-16, with and without byte order mark',
    (_, text) => {
      expect(read(utf8(text))).toEqual({ text, encoding: 'utf-8', notes: [] })
      expect(read(utf8(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8-bom', notes: [] })
      expect(read(utf16(text, 'le', true))).toEqual({ text, encoding: 'utf-16le', notes: [] })
      expect(read(utf16(text, 'be', true))).toEqual({ text, encoding: 'utf-16be', notes: [] })
      for (const order of ['le', 'be'] as const) {
        const decoded = read(utf16(text, order, false))
        expect(decoded).toMatchObject({ text, encoding: `utf-16${order}` })
        expect(decoded.notes.join()).toContain('UTF-16')
      }
    },
  )

  it('does not take plain text with a few NULs in it for UTF-16', () => {
    expect(decodeText(latin1('nul in \0 the middle of a text\n'))).toMatchObject({
      ok: false,
      error: { code: 'file_not_text' },
    })
  })

  it('falls back to Windows-1252 and says so', () => {
    const decoded = read(latin1('The \x93caf\xe9\x94 cost \x80 40 \x96 P\xe5l paid.'))
    expect(decoded).toMatchObject({ text: 'The “café” cost € 40 – Pål paid.', encoding: 'windows-1252' })
    expect(decoded.notes).toEqual([expect.stringContaining('Windows-1252')])
  })

  it('keeps UTF-8 when one stray byte got into it, and drops no byte', () => {
    const bytes = new Uint8Array([...utf8('“a”'.repeat(30)), 0xe9, ...utf8(' and “b”')])
    const decoded = read(bytes)
    expect(decoded).toMatchObject({ text: `${'“a”'.repeat(30)}é and “b”`, encoding: 'utf-8' })
    expect(decoded.notes.join()).toContain('One byte')
  })

  it('reads a file that was cut off inside its last character', () => {
    const decoded = read(utf8('Seoul said “yes”').subarray(0, -1))
    expect(decoded).toMatchObject({ text: 'Seoul said “yes\ufffd', encoding: 'utf-8' })
    expect(decoded.notes.join()).toContain('ends in the middle')
    const halved = read(utf16('Seoul said', 'le', true).subarray(0, -1))
    expect(halved.text).toBe('Seoul sai\ufffd')
    expect(halved.notes.join()).toContain('ends in the middle')
  })

  it('never fails on any bytes but with a code and a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes)
        if (decoded.ok) {
          expect(decoded.value.text.isWellFormed()).toBe(true)
          expect(decoded.value.text).not.toMatch(/[\0\r]/)
        } else {
          expect(decoded.error.message).toMatch(/^[A-Z].*\.$/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives back any text that was written as UTF-8 with CR LF, but for the line ends', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, (parts) => {
        const words = parts.map((part) => `w${part.replace(/[\p{Cc}\u2028\u2029]/gu, '')}`)
        expect(read(utf8(words.join('\r\n'))).text).toBe(words.join('\n'))
      }),
      { numRuns: 200 },
    )
  })
})

describe('bytes that are no text', () => {
  it('are refused', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256)
    expect(decodeText(noise)).toMatchObject({ ok: false, error: { code: 'file_not_text' } })
  })

  it('refuses a text without words', () => {
    for (const blank of ['', '\ufeff', ' \r\n\t\u00a0\u200b', '\n']) {
      expect(decodeText(utf8(blank))).toMatchObject({ error: { code: 'text_empty' } })
    }
  })

  it('keeps a text with one stray NUL, and shows where it was', () => {
    const decoded = read(utf8(`${'words '.repeat(50)}\0end`))
    expect(decoded.text).toBe(`${'words '.repeat(50)}\ufffdend`)
    expect(decoded.notes.join()).toContain('NUL')
  })
})
