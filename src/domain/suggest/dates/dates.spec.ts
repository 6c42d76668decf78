import { describe, expect, it } from 'vitest'
import { datesIn, isoDays } from './dates.ts'

/** A Wednesday. */
const published = '2024-11-13'

describe('datesIn', () => {
  it.each([
    ['It fell on 4 March 2024.', '2024-03-04'],
    ['It fell on November 1, 2024.', '2024-11-01'],
    ['It fell today.', '2024-11-13'],
    ['It fell yesterday morning.', '2024-11-12'],
    ['It fell on Sunday.', '2024-11-10'],
    ['It fell on Wednesday.', '2024-11-13'],
    ['It fell last Wednesday.', '2024-11-06'],
    ['It will open on Sunday.', '2024-11-17'],
    ['It fell last week.', '2024-11-04..2024-11-10'],
    ['It falls this week.', '2024-11-11..2024-11-17'],
    ['It fell last month.', '2024-10-01..2024-10-31'],
    ['It fell at the weekend.', '2024-11-09..2024-11-10'],
    ['It fell overnight.', '2024-11-12..2024-11-13'],
    ['It fell overnight into Friday.', '2024-11-07..2024-11-08'],
    ['It fell in March.', '2024-03-01..2024-03-31'],
    ['It fell in December.', '2023-12-01..2023-12-31'],
    ['It fell in March 2023.', '2023-03-01..2023-03-31'],
    ['It fell in 2023.', '2023-01-01..2023-12-31'],
    ['It fell in early March.', '2024-03-01..2024-03-10'],
    ['It fell in mid-March.', '2024-03-11..2024-03-20'],
    ['It fell in late March.', '2024-03-21..2024-03-31'],
    ['It fell at the end of March.', '2024-03-31'],
    ['It fell on 20 November.', '2023-11-20'],
    ['It is to open on 20 November.', '2024-11-20'],
    ['It has fallen since March.', '2024-03-01..2024-11-13'],
    ['It must be done by the end of August.', '2024-08-31'],
    ['It fell three days ago.', '2024-11-10'],
    ['It fell in the past 24 hours.', '2024-11-12..2024-11-13'],
    ['It fell in the last ten days.', '2024-11-03..2024-11-13'],
    ['It fell so far this year.', '2024-01-01..2024-11-13'],
    ['It fell last summer.', '2024-06-01..2024-08-31'],
    ['It fell on 11 and 12 October.', '2024-10-11..2024-10-12'],
    ['It has fallen since the fighting began on 28 March.', '2024-03-28..2024-11-13'],
    ['It fell in the same month last year.', '2023-11-01..2023-11-30'],
    ['In December 1,100 boats were lost.', '2023-12-01..2023-12-31'],
  ])('reads %s', (sentence, days) => {
    expect(tell(sentence)).toEqual([days])
  })

  it.each([
    'It may fall, and it will march.',
    'It fell recently, as it had for years.',
    'It was one percent more than in 2020.',
    'The 2,024 men came at 10.40.',
  ])('finds none in %s', (sentence) => {
    expect(tell(sentence)).toEqual([])
  })

  it('counts “two days earlier” from the day named last', () => {
    const named = { from: Date.UTC(2024, 9, 21) / 86_400_000, to: Date.UTC(2024, 9, 21) / 86_400_000 }
    expect(
      datesIn('It fell two days earlier.', { published, named }).map((date) => isoDays(date).from),
    ).toEqual(['2024-10-19'])
  })

  it('knows what counts from the article and what does not', () => {
    const relative = (sentence: string) =>
      datesIn(sentence, { published, named: null }).map((date) => date.relative)
    expect(relative('It fell on Sunday.')).toEqual([true])
    expect(relative('It fell on 4 March 2024.')).toEqual([false])
  })

  function tell(sentence: string): string[] {
    return datesIn(sentence, { published, named: null }).map((date) => {
      const { from, to } = isoDays(date)
      return from === to ? from : `${from}..${to}`
    })
  }
})
