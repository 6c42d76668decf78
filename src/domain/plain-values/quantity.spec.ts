import { describe, expect, it } from 'vitest'
import { readQuantity } from './quantity.ts'

type Row = [
  words: string,
  qualifier: string,
  low: number | null,
  high: number | null,
  unit?: string,
  thing?: string,
]

const rows: Row[] = [
  ['up to 8,000', 'up to', null, 8000],
  ['as many as 12,000', 'up to', null, 12_000],
  ['no more than 40', 'up to', null, 40],
  ['at most two hundred men', 'up to', null, 200, 'men', 'men'],
  ['fewer than 100', 'up to', null, 100],
  ['at least 500 dead', 'at least', 500, null, 'dead', 'dead'],
  ['no fewer than 37', 'at least', 37, null],
  ['10,000 or more', 'at least', 10_000, null],
  ['8,000+ soldiers', 'at least', 8000, null, 'soldiers', 'soldiers'],
  ['more than 10,000 North Korean soldiers', 'more than', 10_000, null, 'soldiers', 'North Korean soldiers'],
  ['over 500 interceptor missiles for Patriot', 'more than', 500, null, 'missiles', 'interceptor missiles'],
  ['in excess of 3.5 million', 'more than', 3_500_000, null],
  ['about 10,000', 'about', 10_000, 10_000],
  ['around 50 European leaders', 'about', 50, 50, 'leaders', 'European leaders'],
  ['roughly 18% of the territory', 'about', 18, 18, 'percent'],
  ['some 50,000 soldiers', 'about', 50_000, 50_000, 'soldiers', 'soldiers'],
  ['an estimated 10,000 troops', 'about', 10_000, 10_000, 'troops', 'troops'],
  ['nearly 30 drones', 'about', 30, 30, 'drones', 'drones'],
  ['approximately 1,200 casualties', 'about', 1200, 1200, 'casualties', 'casualties'],
  ['a hundred or so recruits', 'about', 100, 100, 'recruits', 'recruits'],
  ['8,000', 'exactly', 8000, 8000],
  ['exactly 69 lists', 'exactly', 69, 69, 'lists', 'lists'],
  ['the 8,000', 'exactly', 8000, 8000],
  ['11,000 to 12,000 North Korean troops', 'exactly', 11_000, 12_000, 'troops', 'North Korean troops'],
  ['11,000–12,000', 'exactly', 11_000, 12_000],
  ['between 10,000 and 12,000', 'exactly', 10_000, 12_000],
  ['from 10,000 to 12,000', 'exactly', 10_000, 12_000],
  ['about 10,000 to 12,000', 'about', 10_000, 12_000],
  ['between about 10 and 12 million', 'about', 10_000_000, 12_000_000],
  ['an estimated 3-4 billion', 'about', 3_000_000_000, 4_000_000_000],
  ['$10 to $12 billion', 'exactly', 10_000_000_000, 12_000_000_000, 'US dollars'],
  ['10,000-strong', 'exactly', 10_000, 10_000],
  ['a 50,000-strong strike force', 'exactly', 50_000, 50_000],
  ['$425 million', 'exactly', 425_000_000, 425_000_000, 'US dollars'],
  ['an additional $425 million in military aid', 'exactly', 425_000_000, 425_000_000, 'US dollars'],
  ['more than $60 billion', 'more than', 60_000_000_000, null, 'US dollars'],
  ['around €118 billion ($126 billion)', 'about', 118_000_000_000, 118_000_000_000, 'euros'],
  ['2.2bn', 'exactly', 2_200_000_000, 2_200_000_000],
  ['10k', 'exactly', 10_000, 10_000],
  ['around 900 kilometers (550 miles)', 'about', 900, 900, 'km', 'kilometers'],
  ['an 800-kilometer reach', 'exactly', 800, 800, 'km', 'km'],
  ['a dozen', 'exactly', 12, 12],
  ['two dozen launchers', 'exactly', 24, 24, 'launchers', 'launchers'],
  ['two thousand', 'exactly', 2000, 2000],
  ['twenty-one of them', 'exactly', 21, 21],
  ['half a million shells', 'exactly', 500_000, 500_000, 'shells', 'shells'],
  ['two and a half thousand', 'exactly', 2500, 2500],
  ['three hundred and fifty tons', 'exactly', 350, 350, 'tons', 'tons'],
  ['two million five hundred thousand', 'exactly', 2_500_000, 2_500_000],
  ['six casualties', 'exactly', 6, 6, 'casualties', 'casualties'],
  ['1,200 casualties in one day', 'exactly', 1200, 1200, 'casualties', 'casualties'],
  ['up to about 8,000', 'up to', null, 8000],
  ['50,000 North Korean troops', 'exactly', 50_000, 50_000, 'troops', 'North Korean troops'],
  ['50,000 U.S. soldiers', 'exactly', 50_000, 50_000, 'soldiers', 'U.S. soldiers'],
  ['up to 8,000 of them now stationed in Kursk', 'up to', null, 8000],
  ['Reports that up to 8,000 troops could soon join', 'up to', null, 8000, 'troops', 'troops'],
  ['about 10,000 soldiers on 31 October 2024', 'about', 10_000, 10_000, 'soldiers', 'soldiers'],
  ['10\u00a0000 men', 'exactly', 10_000, 10_000, 'men', 'men'],
  ['Deliver 500 Air Defense Missiles', 'exactly', 500, 500, 'missiles', 'Air Defense Missiles'],
  ['(8,000)', 'exactly', 8000, 8000],
]

describe('readQuantity', () => {
  it.each(rows)('reads %s', (words, qualifier, low, high, unit, thing) => {
    const read = readQuantity(words)
    expect(read).toMatchObject({ qualifier, low, high })
    expect(read?.unit).toBe(unit)
    if (thing) expect(read?.thing).toBe(thing)
  })

  it.each([
    ['no number', 'a considerable number'],
    ['vague words', 'several hundred soldiers'],
    ['dozens', 'dozens of launchers'],
    ['hundreds', 'hundreds of thousands'],
    ['two quantities', '3,000 at first, then 10,000'],
    ['a part of a whole', '21 of 29 drones'],
    ['two things', '48 drones and two missiles'],
    ['a range backwards', '12,000 to 10,000'],
    ['an open and a closed bound', 'up to 10,000 to 12,000'],
    ['a stop that may stand between thousands', '8.000 soldiers'],
    ['a decimal comma', '3,5 million'],
    ['a year', '2024'],
    ['a date', 'on 31 October 2024'],
    ['a weapon', 'F-16 jets and the RS-26'],
    ['an ordinal', 'the 69th list, its third'],
    ['a denial', 'not 8,000'],
    ['two bounds that disagree', 'up to 8,000 or more'],
    ['two currencies', '$10 to €12 billion'],
    ['an alternative', '1,500 or 3,000'],
    ['the word one', 'one of them, said one analyst'],
    ['nothing', ''],
  ])('is not sure of %s', (_, words) => {
    expect(readQuantity(words)).toBeNull()
  })
})
