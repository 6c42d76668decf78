import { expect, test } from 'vitest'
import { problemOf } from '../problems.ts'
import { type Bench, openBench } from '../workspace.fixture.ts'
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
  expect(momentOf(db, '2')).toEqual({ seq: 2, hash, at: '2024-11-01T08:01:00.000Z', name: null })
  expect(momentOf(db, ' #2 ').seq).toBe(2)
  expect(momentOf(db, 'as BRIEFED on friday')).toMatchObject({ seq: 2, hash, name: 'As briefed on Friday' })
  expect(momentOf(db, '0')).toEqual({ seq: 0, hash: '0'.repeat(64), at: null, name: null })
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

function problemIn(work: () => unknown) {
  try {
    work()
  } catch (error) {
    return problemOf(error)
  }
  throw new Error('nothing was refused')
}
