import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../new-id.ts'
import { clockBehind } from './clock.ts'
import { type Bench, openBench, reopen } from './workspace.fixture.ts'

afterEach(() => {
  vi.useRealTimers()
})

function clockSays(time: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
}

/** A command without a time of its own: the engine's clock counts. */
function byTheClock(bench: Bench, id: string) {
  const args = { id, name: `tag ${id}`, colour: 'blue' }
  return bench.writer.execute({ commandId: `clock-${id}`, type: 'tag.create', args, by: 'ann' })
}

test.each([
  ['1966-05-01T12:00:00.000Z', '1966'],
  ['+010000-01-01T00:00:00.000Z', '10000'],
])(
  'given a clock that says %s, which no command could carry, nothing is written and the clock is named',
  (time, year) => {
    const bench = openBench()
    const before = bench.writer.head()
    clockSays(time)
    expect(byTheClock(bench, 't1')).toMatchObject({
      ok: false,
      error: {
        code: 'clock_wrong',
        message: expect.stringContaining(`the year ${year}. Nothing was changed`),
      },
    })
    expect(bench.writer.head()).toEqual(before)
    expect(bench.run('tag.create', { id: 't1', name: 'given its time', colour: 'blue' }).ok).toBe(true)
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  },
)

test('given a clock more than a day behind the last event, the work is done and the clock told once a session', () => {
  const bench = openBench()
  clockSays('2024-10-30T08:00:00.000Z')
  expect(byTheClock(bench, 't1')).toMatchObject({
    ok: true,
    value: { warning: expect.stringContaining('clock says 2024-10-30 08:00 UTC') },
  })
  clockSays('2024-10-20T08:00:00.000Z')
  const second = byTheClock(bench, 't2')
  expect(second.ok && second.value.warning).toBeUndefined()
  bench.close()
  clockSays('2024-10-10T08:00:00.000Z')
  expect(byTheClock(reopen(bench.path), 't3')).toMatchObject({ value: { warning: expect.any(String) } })
})

test('given a clock within a day of the last event, or a time in the command, nothing is told', () => {
  expect(clockBehind('2024-11-01T08:00:00.000Z', '2024-11-02T08:00:00.000Z')).toBeNull()
  expect(clockBehind('2024-11-01T08:00:00.000Z', '2024-11-02T08:00:00.001Z')).not.toBeNull()
  const bench = openBench()
  const done = bench.must('tag.create', { id: 't1', name: 'one', colour: 'blue' })
  expect(done.warning).toBeUndefined()
})
