import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { briefing, claiming, importing, joining, terminal } from './cli.fixture.ts'

let shell: ReturnType<typeof terminal>
beforeEach(() => {
  shell = terminal()
  mkdirSync(shell.path('data'))
})
afterEach(() => shell.remove())

/** A workspace at event 2, a copy of it, and three more commands. */
async function twice() {
  const [path, older] = [shell.path('w.claimtrail'), shell.path('older.claimtrail')]
  await shell.run(['new', path])
  const first = await shell.run(['apply', path], joining + importing)
  copyFileSync(path, older)
  const then = await shell.run(['apply', path], claiming + briefing)
  return { path, older, first: headOf(first.told), head: headOf(then.told) }
}

const headOf = (told: string) => /Head (\d+:[0-9a-f]{64})/.exec(told)?.[1] ?? ''

test('given an older copy put in place of the file, writers refuse it with both heads until it is accepted', async () => {
  const { path, older, first, head } = await twice()
  copyFileSync(older, path)
  for (const argv of [
    ['apply', path],
    ['rebuild', path],
  ]) {
    const refused = await shell.run(argv, briefing)
    expect([argv[0], refused.exit, refused.told]).toEqual([argv[0], 1, expect.anything()])
    expect(refused.out).toBe('')
    for (const kept of [head, first]) expect(refused.told).toContain(kept.slice(0, 14))
    expect(refused.told).toContain('--accept-head')
  }
  expect((await shell.run(['log', path])).told).toContain(first)
  expect((await shell.run(['apply', path, '--accept-head'], briefing)).exit).toBe(0)
  expect((await shell.run(['apply', path], claiming)).exit).toBe(0)
})

test('given the same, the check finds it by what is remembered, and by a head that was given', async () => {
  const { path, older, first, head } = await twice()
  expect((await shell.run(['verify', path])).told).toContain(
    'The log contains the head that is remembered here',
  )
  expect((await shell.run(['verify', older, '--head', first.slice(0, 14)])).told).toContain(
    'first 12 of 64 digits',
  )
  const given = await shell.run(['verify', older, '--head', head])
  expect([given.exit, given.out]).toEqual([1, expect.stringContaining('[head_missing]')])
  copyFileSync(older, path)
  const remembered = await shell.run(['verify', path])
  expect([remembered.exit, remembered.out]).toEqual([1, expect.stringContaining('[head_missing]')])
  expect(remembered.told).toContain('Not checked:')
  for (const words of ['x', '5', '5:abc', `5:${'g'.repeat(12)}`]) {
    expect((await shell.run(['verify', path, '--head', words])).exit).toBe(2)
  }
})

test('given a file that the program itself makes under a known name, it is not held against the old one', async () => {
  const { path } = await twice()
  rmSync(path)
  await shell.run(['new', path])
  expect((await shell.run(['apply', path], joining)).exit).toBe(0)
})

test('given no data folder, nothing is remembered and scripts go on', async () => {
  rmSync(shell.path('data'), { recursive: true })
  const { path, older } = await twice()
  copyFileSync(older, path)
  expect((await shell.run(['apply', path], claiming)).exit).toBe(0)
})
