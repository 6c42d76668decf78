import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemOf } from '../problems.ts'
import { type Bench, instant, openBench } from '../workspace.fixture.ts'
import { momentIn, momentOf } from './moment-of.ts'

/** Ann and Ben join at 08:00 and 08:01 of 1 November 2024 (UTC); then two tags, and the second event has a name. */
function workspace(): Bench {
  const bench = openBench()
  bench.must('tag.create', { id: 't1', name: 'one', colour: 'blue' })
  bench.must('tag.create', { id: 't2', name: 'two', colour: 'blue' })
  bench.must('moment.name', { id: 'm1', name: 'As briefed on Friday', seq: 2 })
  return bench
}

test('an event is found by its number, a moment by its name, whatever the capitals', () => {
  const { db } = workspace()
  const hash = (db.prepare('SELECT hash FROM log WHERE seq = 2').pluck().get() as Buffer).toString('hex')
  expect(momentOf(db, '2')).toEqual({ seq: 2, hash, at: '2024-11-01T08:01:00.000Z', name: null, note: null })
  expect(momentOf(db, ' #2 ').seq).toBe(2)
  expect(momentOf(db, 'as BRIEFED on friday')).toMatchObject({ seq: 2, hash, name: 'As briefed on Friday' })
  expect(momentOf(db, '0')).toEqual({ seq: 0, hash: '0'.repeat(64), at: null, name: null, note: null })
})

test.each([
  ['2024-10-31', 0],
  ['2024-11-01T07:59', 0],
  ['2024-11-01T08:00', 1],
  ['2024-11-01 08:01', 2],
  ['2024-11-01T08:01:59.999Z', 2],
  ['2024-11-01T08:02', 3],
  ['2024-11-01T17:01+09:00', 2],
  ['2024-11-01T07:32:00-00:30', 3],
  ['2024-11-01', 5],
  ['2030-01-01T00:00Z', 5],
])('the time %s means event %i, the last by its end', (word, seq) => {
  expect(momentOf(workspace().db, word).seq).toBe(seq)
})

test('a name that looks like a time is found by its name', () => {
  const bench = workspace()
  bench.must('moment.name', { id: 'm2', name: '2024-11-01', seq: 1 })
  expect(momentOf(bench.db, '2024-11-01')).toMatchObject({ seq: 1, name: '2024-11-01' })
})

test.each([
  '6',
  '999999999999999',
  '9999999999999999',
  '-1',
  '1.5',
  '2024-02-30',
  '2024-11-01T24:30',
  'Friday',
  '',
])('“%s” is refused with what there is', (word) => {
  const problem = problemIn(() => momentOf(workspace().db, word))
  expect(problem.code).toBe('no_such_moment')
  expect(problem.message).toMatch(/0 to 5/)
})

test('a refusal names the moments there are, or says that there is none', () => {
  expect(problemIn(() => momentOf(workspace().db, 'x')).message).toContain('“As briefed on Friday” (event 2)')
  expect(problemIn(() => momentOf(openBench().db, 'x')).message).toContain('No moment has been named yet')
})

test('a workspace file is asked by its path', () => {
  const bench = workspace()
  bench.close()
  expect(momentIn(bench.path, '3').seq).toBe(3)
  expect(problemIn(() => momentIn(`${bench.path}x`, '3')).code).toBe('file_missing')
})

/** A log whose events say these minutes of 1 November 2024, one tag each. */
function timed(minutes: readonly number[]): Bench {
  const bench = openBench()
  const envelopes = minutes.map((minute, index) => ({
    commandId: `timed-${index}`,
    type: 'tag.create',
    args: { id: `t${index}`, name: `tag ${index}`, colour: 'blue' },
    by: 'ann',
    at: instant(minute),
  }))
  for (const results of bench.writer.executeMany(envelopes)) expect(results.every(({ ok }) => ok)).toBe(true)
  return bench
}

test('given one event whose time lies before those in front of it, a time between them brings in no later work', () => {
  const bench = timed([10, 20, 30, 15, 40, 50])
  const moment = momentOf(bench.db, '2024-11-01T08:25')
  expect(moment.seq).toBe(4)
  expect(moment.note).toContain(
    'event 6 says 2024-11-01 08:15:00 UTC, event 5 before it 2024-11-01 08:30:00 UTC',
  )
  expect(moment.note).toContain('1 later event says an earlier time and is not shown')
  expect(momentOf(bench.db, '2024-11-01T08:30').seq).toBe(6)
})

test('given an event from a clock far ahead, a time before it takes nothing from after it, and says so', () => {
  const moment = momentOf(timed([10, 900, 20, 30]).db, '2024-11-01T08:35')
  expect(moment.seq).toBe(3)
  expect(moment.note).toContain('2 later events say an earlier time and are not shown')
})

test('given times that only go on, there is nothing to tell; nor for a number or a name', () => {
  expect(momentOf(timed([10, 10, 20]).db, '2024-11-01').note).toBeNull()
  const { db } = timed([20, 10])
  expect(momentOf(db, '3').note).toBeNull()
  expect(momentOf(db, '2024-11-01').note).not.toBeNull()
})

test('given any times, a time means a beginning without a later event, the longest one, and a later time never less', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 59 }), { maxLength: 12 }), (minutes) => {
      const { db } = timed(minutes)
      const times = [0, 1, ...minutes].map(instant)
      const found = Array.from({ length: 60 }, (_, minute) => {
        const until = instant(minute)
        const { seq, note } = momentOf(db, until)
        expect(times.slice(0, seq).every((at) => at <= until)).toBe(true)
        expect(times[seq] === undefined || times[seq] > until).toBe(true)
        const isMonotone = times.every((at, index) => index === 0 || at >= times[index - 1]!)
        expect(note === null).toBe(isMonotone)
        if (isMonotone) expect(seq).toBe(times.filter((at) => at <= until).length)
        return seq
      })
      expect(found).toEqual([...found].sort((a, b) => a - b))
    }),
    { numRuns: 25 },
  )
})

function problemIn(work: () => unknown) {
  try {
    work()
  } catch (error) {
    return problemOf(error)
  }
  throw new Error('nothing was refused')
}
