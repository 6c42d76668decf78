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

it('given work on both sides, tells it, and takes back what was chosen', async () => {
  await at.run(['branch', work, '--at', '2', '--out', what])
  const there =
    line('w1', 'tag.change', { id: 't1', set: { name: 'troops' } }) +
    line('w2', 'tag.create', { id: 't9', name: 'ships', colour: 'sky' })
  await at.run(['apply', what], there)
  await at.run(['apply', work], line('c6', 'tag.change', { id: 't1', set: { name: 'strength' } }))
  const told = await at.run(['branch-changes', what, work])
  expect(told.lines.map((one) => one.split('\t').slice(0, 5))).toEqual([
    ['branch', 'w1', '3', 'Desk', 'rename the tag “force size” to “troops”'],
    ['branch', 'w2', '4', 'Desk', 'create the tag “ships”'],
    ['original', 'c4', '3', 'Desk', 'name the moment “As briefed” (event 2)'],
    ['original', 'c5', '4', 'Desk', 'create the tag “weapons”'],
    ['original', 'c6', '5', 'Desk', 'rename the tag “force size” to “strength”'],
  ])
  expect(told.lines[0]).toContain('changed in the original too')

  const ask = ['take-back', what, work, '--commands', 'standing', '--by', 'Desk']
  const tried = await at.run([...ask, '--dry-run'])
  expect(tried).toMatchObject({ exit: 1 })
  expect(tried.told).toContain('1 would be taken back, 1 not. Nothing was changed.')
  const stranger = [...ask.slice(0, -1), 'A New Colleague', '--dry-run']
  expect((await at.run(stranger)).told).toContain('1 would be taken back')
  expect((await at.run(['log', work])).lines).toHaveLength(5)
  const taken = await at.run(ask)
  expect(taken.out).toContain('conflict\tw1')
  expect(taken.out).toContain('original (event 5, Desk): name: force size -> strength')
  expect(taken.out).toContain('branch: name: force size -> troops')
  expect(taken.out).toContain('taken\tw2')
  const chosen = ['take-back', what, work, '--commands', 'w1', '--anyway', 'w1', '--by', 'Desk']
  expect(await at.run(chosen)).toMatchObject({ exit: 0 })
  expect((await at.run(chosen)).told).toContain('has been taken back already')
  expect(await at.run(['verify', work])).toMatchObject({ exit: 0 })
})

it('given files that do not belong together, or nothing to take, says so', async () => {
  await at.run(['branch', work, '--at', '2', '--out', what])
  expect((await at.run(['branch-changes', work, what])).told).toContain('no branch')
  await at.run(['new', at.path('other.claimtrail')])
  expect((await at.run(['branch-changes', what, at.path('other.claimtrail')])).told).toContain(
    'log ends at event 0',
  )
  expect((await at.run(['branch-changes', what, at.path('gone.claimtrail')])).exit).toBe(2)
  expect((await at.run(['take-back', what, work])).exit).toBe(2)
  expect((await at.run(['take-back', what, work, '--commands', 'nothing', '--by', 'Desk'])).told).toContain(
    'no command nothing',
  )
})
