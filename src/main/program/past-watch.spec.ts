import { afterEach, expect, test, vi } from 'vitest'
import type { Push } from '../../contract/wire.ts'
import type { Control } from '../engine/watch.ts'
import { createJobs } from '../jobs.ts'
import { openPastWatch } from './past-watch.ts'

afterEach(() => vi.restoreAllMocks())

test('given a short look into the past, then nothing is told', async () => {
  const { watch, told } = begin()
  await watch(async ({ progress }) => progress(1, 2))
  expect(told).toEqual([])
})

test('given two questions that wait long, then they are one job, which ends with the last of them', async () => {
  const { watch, told, clock } = begin()
  const [first, second] = [question(watch), question(watch)]
  clock(600)
  first.control.progress(10, 100)
  second.control.progress(20, 100)
  expect(told.map(({ title, ended }) => [title, ended])).toEqual([['Reading the history', false]])
  first.answer('one')
  await first.done
  expect(told.some(({ ended }) => ended)).toBe(false)
  second.answer('two')
  expect(await second.done).toBe('two')
  await vi.waitFor(() => expect(told.filter(({ ended }) => ended)).toHaveLength(1))
})

test('given a long look, when it is cancelled, then every question is told to stop, and a later one is not', async () => {
  const { watch, jobs, told, clock } = begin()
  const [first, second] = [question(watch), question(watch)]
  clock(600)
  first.control.progress(10, 100)
  jobs.cancel(told[0]!.job)
  expect([first.control.signal.aborted, second.control.signal.aborted]).toEqual([true, true])
  first.answer('cancelled')
  second.answer('cancelled')
  await Promise.all([first.done, second.done])
  expect(question(watch).control.signal.aborted).toBe(false)
})

function begin() {
  let now = 1000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const told: Extract<Push, { kind: 'progress' }>[] = []
  const jobs = createJobs((push) => {
    if (push.kind === 'progress') told.push(push)
  })
  const clock = (ms: number) => {
    now += ms
  }
  return { watch: openPastWatch(jobs), jobs, told, clock }
}

function question(watch: ReturnType<typeof openPastWatch>) {
  let answer: (value: string) => void = () => {}
  let control: Control | undefined
  const done = watch((given) => {
    control = given
    return new Promise<string>((resolve) => {
      answer = resolve
    })
  })
  if (!control) throw new Error('the question was not asked at once')
  return { control, answer, done }
}
