import { type Day, type Days, monthOf, oneDay, partsOf } from './days.ts'

const monthNames =
  'january february march april may june july august september october november december'.split(' ')

/** The season named last that has begun; of a year where one is told. */
export function seasonDays(
  name: string,
  which: string | undefined,
  year: string | undefined,
  base: Day | undefined,
): Days | undefined {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[name.toLowerCase()]!
  const of = (each: number): Days => ({ from: monthOf(each, first).from, to: monthOf(each, first + 2).to })
  if (year !== undefined) return of(Number(year))
  if (base === undefined) return undefined
  const own = partsOf(base).year
  const begun = [own, own - 1, own - 2].map(of).filter(({ from }) => from <= base)
  if (which?.toLowerCase() === 'next')
    return of(begun[0] === undefined ? own : partsOf(begun[0].from).year + 1)
  if (which?.toLowerCase() === 'last') return begun.find(({ to }) => to < base)
  return begun[0]
}

/** A month, or the part of it that "early", "mid", "late", "start of" and "end of" name. */
export function monthDays(
  name: string,
  part: string | undefined,
  last: string | undefined,
  base: Day | undefined,
  future: boolean,
): Days | undefined {
  const month = monthNames.findIndex((each) => each.startsWith(name.slice(0, 3).toLowerCase())) + 1
  let year = /^\d+$/.test(last ?? '') ? Number(last) : undefined
  if (year === undefined) {
    if (base === undefined) return undefined
    const now = partsOf(base)
    if (/last year/i.test(last ?? '')) year = now.year - 1
    else if (/this year/i.test(last ?? '')) year = now.year
    else if (future) year = month > now.month ? now.year : now.year + 1
    else year = month > now.month ? now.year - 1 : now.year
  }
  const whole = monthOf(year, month)
  if (/early/i.test(part ?? '')) return { from: whole.from, to: whole.from + 9 }
  if (/mid/i.test(part ?? '')) return { from: whole.from + 10, to: whole.from + 19 }
  if (/late/i.test(part ?? '')) return { from: whole.from + 20, to: whole.to }
  if (/end of/i.test(part ?? '')) return oneDay(whole.to)
  if (/(?:start|beginning) of/i.test(part ?? '')) return oneDay(whole.from)
  return whole
}
