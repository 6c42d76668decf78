import { describe, expect, it } from 'vitest'
import { readDate } from './date.ts'

/** A Friday. */
const relativeTo = '2024-11-01'

describe('readDate', () => {
  it.each([
    ['31 October 2024', '2024-10-31'],
    ['Nov. 1, 2024', '2024-11-01'],
    ['November 1, 2024', '2024-11-01'],
    ['on November 20 2023.', '2023-11-20'],
    ['the 3rd of March 2024', '2024-03-03'],
    ['Sept. 2nd, 2024', '2024-09-02'],
    ['Friday, Nov. 1, 2024 at 14:05 GMT', '2024-11-01'],
    ['Fri, 1 Nov 2024 14:05 GMT', '2024-11-01'],
    ['2024-11-01T09:30:00Z', '2024-11-01'],
    ['Published 2024/11/01', '2024-11-01'],
    ['31.10.2024', '2024-10-31'],
    ['1.2.2024', '2024-02-01'],
    ['10/31/2024', '2024-10-31'],
    ['31/10/2024', '2024-10-31'],
    ['5/5/2024', '2024-05-05'],
    ['29 February 2024', '2024-02-29'],
    ['1 November 2024 (updated 1 Nov. 2024)', '2024-11-01'],
  ])('reads %s', (words, date) => {
    expect(readDate(words)).toEqual({ date, precisionDays: 1 })
  })

  it.each([
    ['October 2024', '2024-10-01', 31],
    ['in February 2023', '2023-02-01', 28],
    ['2024', '2024-01-01', 366],
    ['in 2022 alone', '2022-01-01', 365],
  ])('reads %s with its length', (words, date, precisionDays) => {
    expect(readDate(words)).toEqual({ date, precisionDays })
  })

  it.each([
    ['on December 30', '2024-12-30'],
    ['30 October', '2024-10-30'],
    ['Oct. 7', '2024-10-07'],
    ['on Monday', '2024-10-28'],
    ['Friday', '2024-11-01'],
    ['last Friday', '2024-10-25'],
    ['next Friday', '2024-11-08'],
    ['next Monday', '2024-11-04'],
    ['last Sunday', '2024-10-27'],
    ['yesterday', '2024-10-31'],
    ['said today', '2024-11-01'],
    ['on Thursday, 31 October', '2024-10-31'],
  ])('reads %s from the day it was published', (words, date) => {
    expect(readDate(words, { relativeTo })).toEqual({ date, precisionDays: 1 })
    expect(readDate(words)).toBeNull()
  })

  it('takes the year in which a day without one is nearest', () => {
    expect(readDate('on December 30', { relativeTo: '2024-01-05' })).toMatchObject({ date: '2023-12-30' })
    expect(readDate('January 3', { relativeTo: '2023-12-30' })).toMatchObject({ date: '2024-01-03' })
  })

  it.each([
    ['no date', 'up to 8,000 troops'],
    ['a day that does not exist', '30 February 2024'],
    ['day and month that could be exchanged', '1/2/2024'],
    ['two dates', 'between 1 November 2024 and 3 November 2024'],
    ['a range of days', 'Oct. 7-9'],
    ['a weekday that does not fit', 'Monday, Nov. 1, 2024'],
    ['two weekdays', 'from Monday to Friday'],
    ['a weekday on either side', 'this Monday'],
    ['a weekday that may be yesterday or last week', 'last Thursday'],
    ['a number that looks like a year', '2,024 men and 20241 shells'],
    ['a verb', 'they may 5% more'],
    ['a copyright year', '© 2024 Harbour Wire'],
    ['a figure after March', 'the march 12,000 men made'],
  ])('is not sure of %s', (_, words) => {
    expect(readDate(words, { relativeTo })).toBeNull()
  })

  it('does not take an impossible day of publication for one', () => {
    expect(readDate('Monday', { relativeTo: '2024-02-31' })).toBeNull()
    expect(readDate('Monday', { relativeTo: null })).toBeNull()
  })
})
