import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileTimeLimitMs, prepareImport } from './prepare.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const body =
  'The ministry said on Thursday that up to 8,000 soldiers had been moved to the border, and that it expected more. Two diplomats said that the estimate rested on satellite pictures taken in October, which show trains at a station that had long been out of use, and on nothing else.'
const page = `Trains seen at the coast\r\nBy Jane Roe\r\n1 November 2024\r\n${body}\r\nMost Popular\r\n`
const category = ['Trains at the coast', 'Ships in the harbour now', 'A treaty nobody reads']
  .map((headline) => `War in the East\n${headline}\n${body} ${headline}.\n`)
  .join('')

async function prepare(files: { name: string; bytes: Uint8Array }[]) {
  const progress: [number, number][] = []
  const outcome = await prepareImport(files, {
    progress: (done, total) => progress.push([done, total]),
    isCancelled: () => false,
  })
  if (!outcome.ok) throw new Error(outcome.error.code)
  return { prepared: outcome.value, progress }
}

afterEach(() => vi.restoreAllMocks())

describe('prepareImport', () => {
  it('gives a proposal or a problem for each file, in order, and counts its progress in bytes', async () => {
    const files = [
      { name: 'a.txt', bytes: bytes(page) },
      { name: 'b.pdf', bytes: bytes('%PDF-1.4') },
      { name: 'c.txt', bytes: bytes(category) },
    ]
    const { prepared, progress } = await prepare(files)
    expect(prepared.map((file) => [file.name, file.ok])).toEqual([
      ['a.txt', true],
      ['b.pdf', false],
      ['c.txt', true],
    ])
    expect(prepared[1]).toMatchObject({ error: { code: 'file_not_text', details: { name: 'b.pdf' } } })
    const total = files.reduce((sum, file) => sum + file.bytes.length, 0)
    expect(progress.at(-1)).toEqual([total, total])
    expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).toSorted((a, b) => a - b))
  })

  it('makes one plain line of a name with line breaks, which file systems allow', async () => {
    const { prepared } = await prepare([{ name: 'na\nme\t.txt', bytes: bytes(page) }])
    expect(prepared[0]).toMatchObject({ ok: true, name: 'na me .txt' })
  })

  it('fills in what the text says, with reasons and furniture', async () => {
    const { prepared } = await prepare([{ name: 'a.txt', bytes: bytes(page) }])
    const [file] = prepared
    if (!file?.ok) throw new Error('not read')
    expect(file).toMatchObject({
      encoding: 'utf-8',
      notes: [expect.stringContaining('Line ends')],
      parts: [],
    })
    const text = page.replaceAll('\r\n', '\n')
    expect(file.whole).toMatchObject({
      text,
      title: 'Trains seen at the coast',
      author: 'Jane Roe',
      publisher: '',
      publishedDate: '2024-11-01',
      part: null,
      reasons: { title: 'first line', author: 'byline', publishedDate: 'date line' },
    })
    expect(file.whole.furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['Most Popular'])
    expect(file.whole.signature).toHaveLength(128)
  })

  it('offers both the whole and its parts, whose texts make the whole and whose furniture counts from their start', async () => {
    const { prepared } = await prepare([{ name: 'c.txt', bytes: bytes(category) }])
    const [file] = prepared
    if (!file?.ok) throw new Error('not read')
    expect(file.whole.text).toBe(category)
    expect(file.parts.map(({ text }) => text).join('')).toBe(category)
    expect(file.parts.map(({ part, parts, title }) => [part, parts, title])).toEqual([
      [1, 3, 'Trains at the coast'],
      [2, 3, 'Ships in the harbour now'],
      [3, 3, 'A treaty nobody reads'],
    ])
    for (const { text, furniture, reasons } of file.parts) {
      expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['War in the East'])
      expect(reasons.part).toContain('stands before each of 3 headlines')
    }
  })

  it('stops between files and within one when it is cancelled, and keeps nothing', async () => {
    for (const allowed of [0, 1, 2, 4, 6]) {
      let asked = 0
      const outcome = await prepareImport(
        [
          { name: 'a.txt', bytes: bytes(page) },
          { name: 'c.txt', bytes: bytes(category) },
        ],
        { progress: () => undefined, isCancelled: () => asked++ >= allowed },
      )
      expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    }
  })

  it('gives up a file that takes too long and goes on with the next', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    let asked = 0
    const outcome = await prepareImport(
      [
        { name: 'slow.txt', bytes: bytes(page) },
        { name: 'c.txt', bytes: bytes(category) },
      ],
      {
        progress: () => undefined,
        isCancelled: () => {
          asked += 1
          if (asked === 2) now += fileTimeLimitMs + 1
          return false
        },
      },
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { ok: false, name: 'slow.txt', error: { code: 'file_too_slow' } },
        { ok: true, name: 'c.txt' },
      ],
    })
  })

  it('takes no files', async () => {
    expect((await prepare([])).prepared).toEqual([])
  })
})
