import { describe, expect, it } from 'vitest'
import { readMetaLine } from './meta-lines.ts'
import { readOpening } from './opening.ts'

describe('readMetaLine', () => {
  it.each([
    ['By Jane Roe', { author: 'Jane Roe' }],
    [
      'By Jane Roe, Noé van der Poel and José Álvarez-Díaz',
      { author: 'Jane Roe, Noé van der Poel and José Álvarez-Díaz' },
    ],
    ['By JANE ROE, Tidewater', { author: 'JANE ROE' }],
    ['Author: Salma al-Badrawi', { author: 'Salma al-Badrawi' }],
    [
      'By Jane Roe | Harbour Wire | 1 November 2024',
      { author: 'Jane Roe', publisher: 'Harbour Wire', date: '2024-11-01' },
    ],
    ['By Harbour Wire staff', { publisher: 'Harbour Wire' }],
    ['By the Monitor’s defence reporters', {}],
    ['Harbour Wire · 1 November 2024 · 4 min read', { publisher: 'Harbour Wire', date: '2024-11-01' }],
    ['Published 12 November 2024, 07:15', { date: '2024-11-12' }],
    ['Tuesday, 5 November 2024 (Seoul)', { date: '2024-11-05' }],
    ['5 January 2024, 18:40 Kyiv time', { date: '2024-01-05' }],
    ['WASHINGTON, 28 October 2024', { date: '2024-10-28', place: 'WASHINGTON' }],
    ['From our news services, Tuesday 29 October 2024', { date: '2024-10-29' }],
    ['Last updated: 2024-11-01T09:30:00Z', { date: '2024-11-01', updated: true }],
    ['https://tidewater.example/a?b=c', { url: 'https://tidewater.example/a?b=c' }],
    ['Source: <https://tidewater.example/a>', { url: 'https://tidewater.example/a' }],
    ['Source: Harbour Wire', { publisher: 'Harbour Wire' }],
  ])('reads %s', (line, expected) => {
    expect(readMetaLine(line)).toEqual(
      Object.hasOwn(expected, 'date') ? { updated: false, ...expected } : expected,
    )
  })

  it.each([
    'By Friday evening',
    'By far the largest',
    'By train to the coast',
    'November 2024',
    'Two counts, one week: what 1 November 2024 changed',
    'The trains of 1 November 2024',
    'Trains at the coast',
    'Trains at the coast | Harbour Wire',
    'See https://tidewater.example/a for more',
    'Source: a person who knows the ministry well and does not want to be named.',
  ])('leaves %s alone', (line) => {
    expect(readMetaLine(line)).toBeUndefined()
  })
})

describe('readOpening', () => {
  it.each([
    ['BRUSSELS — In light of it', { place: 'BRUSSELS', agency: null, date: null }],
    [
      'SEOUL, Oct. 31, 2024 (Eastern Desk) – The',
      { place: 'SEOUL', agency: 'Eastern Desk', date: '2024-10-31' },
    ],
    ['KYIV, Ukraine (AP) -- A day', { place: 'KYIV, Ukraine', agency: 'AP', date: null }],
    ['KYIV, Nov 1 (AP) - A day', { place: 'KYIV', agency: 'AP', date: null }],
    ['UNITED NATIONS — “No,” he said', { place: 'UNITED NATIONS', agency: null, date: null }],
    ['KYIV, Friday — A day', { place: 'KYIV', agency: null, date: null }],
    ['KYIV, Friday. A day after', { place: 'KYIV', agency: null, date: null }],
    ['SEOUL. Of the soldiers', { place: 'SEOUL', agency: null, date: null }],
  ])('reads %s', (paragraph, expected) => {
    const opening = readOpening(paragraph)
    expect(opening).toMatchObject(expected)
    expect(paragraph.slice(opening!.length)).toMatch(/^(?:In|The|A|“No|Of)/)
  })

  it.each([
    'NATO — which has no figure — said so',
    'The trains — In all — came',
    'U.S. Army units came',
    'Kyiv. A day after',
  ])('leaves %s alone', (paragraph) => {
    expect(readOpening(paragraph)).toBeUndefined()
  })
})
