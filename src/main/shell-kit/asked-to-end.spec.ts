import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const program = fileURLToPath(new URL('./asked-to-end-child.fixture.ts', import.meta.url))
const follow = new URL('../../../scripts/lib/follow.mjs', import.meta.url).href
const launcher = `import { follow } from '${follow}'; follow(process.execPath, ['${program}'])`

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** The lines of a program that never ends by itself, run by itself or behind a launcher. */
async function start(args: string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value
  const pid = Number(await next())
  return { child, pid, next, ended: once(child, 'close') }
}

const behindLauncher = () => start(['--input-type=module', '--eval', launcher])

test('given a signal, the program is asked once with the usual exit code; a second one ends it at once', async () => {
  const { child, next, ended } = await start([program])
  child.kill('SIGTERM')
  expect(await next()).toBe('asked 143')
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
})

test('given signals to its launcher, the program is asked, then ends at once, and the exit code is its own', async () => {
  const { child, next, ended } = await behindLauncher()
  child.kill('SIGHUP')
  expect(await next()).toBe('asked 129')
  child.kill('SIGHUP')
  expect(await ended).toEqual([129, null])
})

test('given a launcher that is killed outright, the program is asked to end', async () => {
  const { child, pid, next, ended } = await behindLauncher()
  child.kill('SIGKILL')
  expect(await next()).toBe('asked 143')
  // Its streams are closed when it has gone too.
  process.kill(pid, 'SIGTERM')
  await ended
})
