import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { dayBegins, dayEnds, dayOf } from './local-day.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('the days of the analyst', () => {
  it.each([
    ['Asia/Seoul', '2024-10-31T15:00:00.000Z', '2024-11-01T14:59:59.999Z'],
    ['UTC', '2024-11-01T00:00:00.000Z', '2024-11-01T23:59:59.999Z'],
    ['America/New_York', '2024-11-01T04:00:00.000Z', '2024-11-02T03:59:59.999Z'],
  ])('in %s, the first of November has these ends', (place, begins, ends) => {
    process.env.TZ = place
    expect([dayBegins('2024-11-01'), dayEnds('2024-11-01')]).toEqual([begins, ends])
  })

  it('has 25 hours when the clock is put back', () => {
    process.env.TZ = 'Europe/Berlin'
    const [begins, ends] = [dayBegins('2024-10-27')!, dayEnds('2024-10-27')!]
    expect(Date.parse(ends) + 1 - Date.parse(begins)).toBe(25 * 3_600_000)
  })

  it('gives every day back from both its ends', () => {
    const days = fc.date({ min: new Date('1971-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('Asia/Seoul', 'America/New_York', 'UTC'), (at, place) => {
        process.env.TZ = place
        const day = at.toISOString().slice(0, 10)
        expect([dayOf(dayBegins(day)), dayOf(dayEnds(day))]).toEqual([day, day])
      }),
    )
  })

  it('keeps to the years of a log', () => {
    process.env.TZ = 'Asia/Seoul'
    expect(dayBegins('0044-03-15')).toBe('1970-01-01T00:00:00.000Z')
    process.env.TZ = 'America/New_York'
    expect(dayEnds('9999-12-31')).toBe('9999-12-31T23:59:59.999Z')
  })

  it('leaves an open end open', () => {
    expect([dayBegins(null), dayEnds(null), dayOf(null)]).toEqual([null, null, null])
  })
})
