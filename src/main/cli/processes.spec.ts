import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joining, line, terminal } from './cli.fixture.ts'

/** The built command line as processes of its own, started by its launcher as a person or a supervisor does. */
const launcher = fileURLToPath(new URL('../../../bin/claimtrail', import.meta.url))

let at: ReturnType<typeof terminal>
let workspace: string
let children: ChildProcess[]
beforeEach(async () => {
  at = terminal()
  workspace = at.path('work.claimtrail')
  children = []
  await at.run(['new', workspace])
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  at.remove()
})

function start(args: string[], output: 'pipe' | number = 'pipe') {
  const child = spawn(process.execPath, [launcher, ...args], { stdio: ['pipe', output, 'pipe'] })
  children.push(child)
  const { stdin, stdout, stderr } = child
  // What the program does not read any more comes back as a broken pipe.
  stdin!.on('error', () => {})
  // Closed streams mean: the program behind the launcher has gone too.
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  return { child, stdin: stdin!, stdout: stdout!, told: text(stderr!), ended }
}

const topic = (id: string) => line(id, 'topic.open', { id, question: `${id}?` })

/** An `apply` that has answered its first command and waits for more. */
async function applying() {
  const running = start(['apply', workspace])
  running.stdin.write(joining)
  const [first] = await once(running.stdout, 'data')
  expect(String(first)).toContain('"ok":true')
  return running
}

const eventsIn = async () => (await at.run(['log', workspace])).lines.length

/** Standard output that takes nothing: a descriptor that is open for reading only. */
const takesNothing = () => openSync(launcher, 'r')

describe('standard output that nobody reads any more', () => {
  it('ends apply with a failure that says how many were applied', async () => {
    const { stdin, stdout, told, ended } = await applying()
    stdout.destroy()
    stdin.write(topic('q1') + topic('q2'))
    expect((await ended).code).toBe(1)
    expect(await told).toMatch(
      /^3 done, 0 rejected, of 3 read\. The rest of the input was not applied\. Head 3:/,
    )
    expect(await told).toContain('The reader of standard output has gone')
    expect(await eventsIn()).toBe(3)
  })

  it.each([
    ['log', ['log', 'WORKSPACE']],
    ['log --json', ['log', 'WORKSPACE', '--json']],
    ['export', ['export', 'WORKSPACE', '--table', 'claims']],
    ['export --replay', ['export', 'WORKSPACE', '--replay']],
    ['changes', ['changes', 'WORKSPACE', '--from', '0']],
    ['verify --json', ['verify', 'WORKSPACE', '--json']],
    ['commands', ['commands']],
    ['help', ['--help']],
  ])('ends %s with one sentence', async (_, words) => {
    await at.run(['apply', workspace], joining + topic('q1'))
    const args = words.map((word) => (word === 'WORKSPACE' ? workspace : word))
    const { told, ended } = start(args, takesNothing())
    expect((await ended).code).toBe(1)
    expect(await told).toMatch(/^Standard output could not be written: .*\[output_failed\]\n$/)
  })
})

describe('a signal', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('%s to the launcher ends apply, which waits for input, in order', async (signal, code) => {
    const { child, told, ended } = await applying()
    child.kill(signal)
    expect(await ended).toEqual({ code, signal: null })
    expect(await told).toMatch(/^1 done, 0 rejected, of 1 read\. The rest of the input was not applied\./)
  })
})

it('given a launcher that is killed outright, the program ends and lets go of the workspace', async () => {
  const { child, told, ended } = await applying()
  child.kill('SIGKILL')
  expect((await ended).signal).toBe('SIGKILL')
  expect(await told).toMatch(/^1 done,/)
  expect((await at.run(['apply', workspace], topic('q1'))).exit).toBe(0)
})
