import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { terminal } from './cli.fixture.ts'

let at: ReturnType<typeof terminal>
let work: string
let what: string
beforeEach(async () => {
  at = terminal()
  work = at.path('work.claimtrail')
  what = at.path('what if.claimtrail')
  await at.run(['new', work])
  await at.run(['apply', work], session)
})
afterEach(() => at.remove())

const line = (commandId: string, type: string, args: unknown, by = 'desk') =>
  `${JSON.stringify({ commandId, type, args, at: '2024-11-25T08:00:00.000Z', by })}\n`
const session =
  line('c1', 'analyst.join', { id: 'desk', name: 'Desk', initials: 'D', colour: 'blue' }) +
  line('c2', 'annotation.nothing', {}) +
  line('c3', 'tag.create', { id: 't1', name: 'force size', colour: 'blue' }) +
  line('c4', 'moment.name', { id: 'm1', name: 'As briefed', seq: 2 }) +
  line('c5', 'tag.create', { id: 't2', name: 'weapons', colour: 'green' })

it('given a moment’s name, branches there and verifies clean with the original’s hash', async () => {
  const made = await at.run(['branch', work, '--at', 'as briefed', '--out', what])
  expect(made).toMatchObject({ exit: 0 })
  expect(made.told).toContain('a branch of work at event 2')
  const { lines } = await at.run(['log', what, '--json'])
  const original = await at.run(['log', work, '--json'])
  expect(lines).toEqual(original.lines.slice(0, 2))
  expect(await at.run(['verify', what])).toMatchObject({ exit: 0 })
})

it('given a taken name, no moment or a number past the head, makes nothing and says why', async () => {
  expect(await at.run(['branch', work, '--out', what])).toMatchObject({ exit: 2 })
  expect(await at.run(['branch', work, '--at', '2'])).toMatchObject({ exit: 2 })
  expect((await at.run(['branch', work, '--at', '99', '--out', what])).told).toContain('no event 99')
  expect((await at.run(['branch', work, '--at', 'Friday', '--out', what])).told).toContain('“As briefed”')
  expect(existsSync(what)).toBe(false)
  expect(await at.run(['branch', work, '--at', '2', '--out', work])).toMatchObject({ exit: 2 })
})
