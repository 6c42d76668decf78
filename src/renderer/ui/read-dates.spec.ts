import { describe, expect, it } from 'vitest'
import { readDates } from './read-dates.ts'

describe('a typed date', () => {
  it.each([
    ['31 Oct 2024', '2024-10-31', '2024-10-31'],
    ['October 31, 2024', '2024-10-31', '2024-10-31'],
    ['2024-10-31', '2024-10-31', '2024-10-31'],
    ['31.10.2024', '2024-10-31', '2024-10-31'],
    ['1st September 2024', '2024-09-01', '2024-09-01'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['30–31 Oct 2024', '2024-10-30', '2024-10-31'],
    ['30-31 Oct 2024', '2024-10-30', '2024-10-31'],
    ['30 Sep – 2 Oct 2024', '2024-09-30', '2024-10-02'],
    ['30 Dec 2023 to 2 Jan 2024', '2023-12-30', '2024-01-02'],
    ['2024-10-30 to 2024-10-31', '2024-10-30', '2024-10-31'],
  ])('“%s” is read as %s to %s', (text, from, to) => {
    expect(readDates(text)).toEqual({ ok: true, from, to })
  })

  it('that is empty means unknown', () => {
    expect(readDates('  ')).toEqual({ ok: true, from: null, to: null })
  })

  it.each(['30 February 2024', '10/11/2024', 'last Friday', '31 Oktober', '32 Oct 2024', '2024-13-01'])(
    '“%s” is not guessed at',
    (text) => {
      expect(readDates(text)).toMatchObject({ ok: false })
    },
  )

  it('whose end comes before its beginning is refused', () => {
    expect(readDates('2 Nov 2024 – 31 Oct 2024')).toEqual({
      ok: false,
      why: 'The first day is after the last one.',
    })
  })
})
