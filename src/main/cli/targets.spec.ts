import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { text as textFrom } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeEngine } from '../engine/engine.ts'
import { unwatched } from '../engine/watch.ts'
import { stateOf } from '../targets/folder-state.fixture.ts'
import { session, terminal } from './cli.fixture.ts'

/*
 * Every way to write, against everything that may already be there. What must not be replaced is compared with what
 * it was: same file, same bytes, and nothing new beside it.
 */
let at: ReturnType<typeof terminal>
let files: string
let workspace: string
let elsewhere: ReturnType<typeof makeEngine>
let socket: Server
beforeEach(async () => {
  at = terminal()
  files = at.path('files')
  mkdirSync(files)
  workspace = at.path('files/work.claimtrail')
  await at.run(['new', workspace])
  await at.run(['apply', workspace], session)
  await at.run(['new', at.path('files/other.claimtrail')])
  await at.run(['new', at.path('files/plain')])
  elsewhere = makeEngine(() => {})
  socket = createServer().listen(at.path('files/socket'))
  await once(socket, 'listening')
})
afterEach(async () => {
  await elsewhere.close(null, unwatched)
  socket.close()
  at.remove()
})

const table = ['export', 'WORK', '--table', 'claims', '-o']
const exports: Record<string, string[]> = {
  'a table': table,
  'a brief as Markdown': ['export', 'WORK', '--brief', 'Daily', '-o'],
  'a brief as HTML': ['export', 'WORK', '--brief', 'Daily', '--format', 'html', '-o'],
  'a brief as PDF': ['export', 'WORK', '--brief', 'Daily', '--format', 'pdf', '-o'],
  'a replay': ['export', 'WORK', '--replay', '-o'],
  'changes as Markdown': ['changes', 'WORK', '--from', '2', '-o'],
  'changes as CSV': ['changes', 'WORK', '--from', '2', '--format', 'csv', '-o'],
}
const makers: Record<string, string[]> = {
  'a backup': ['backup', 'WORK'],
  'a branch': ['branch', 'WORK', '--at', '2', '--out'],
  'a new workspace': ['new'],
}

/** What no export goes to, and what it is told as; every kind of it is in targets/target.spec.ts. */
const forbidden = [
  ['work.claimtrail', 'is_a_workspace'],
  ['other.claimtrail', 'is_a_workspace'],
  ['other.claimtrail-shm', 'belongs_to_workspace'],
  ['m.csv', 'is_a_workspace'],
  ['socket', 'is_a_socket'],
] as const

describe.each(Object.entries(exports))('%s', (_, command) => {
  it('given a workspace, what belongs to one, or what is no place for a file, writes nothing and says why', async () => {
    await openElsewhere()
    symlinkSync(workspace, at.path('files/m.csv.manifest.json'))
    const before = stateOf(files)
    for (const [name, code] of forbidden) {
      const { exit, told, out } = await at.run(given(command, join(files, name)))
      expect({ name, exit, out, told }).toEqual({
        name,
        exit: 2,
        out: '',
        told: expect.stringContaining(`[${code}]`),
      })
      expect(told).toContain('Nothing was written')
    }
    expect(stateOf(files)).toEqual(before)
  })
})

describe.each(Object.entries(makers))('%s', (_, command) => {
  it('never replaces anything, and takes no name that belongs to a workspace', async () => {
    await openElsewhere()
    makePipe('pipe')
    const before = stateOf(files)
    for (const [name, code] of [
      ['work.claimtrail', 'file_exists'],
      ['other.claimtrail-wal', 'file_exists'],
      ['pipe', 'file_exists'],
      ['other.claimtrail-journal', 'belongs_to_workspace'],
      ['missing/x', 'folder_missing'],
    ] as const) {
      const { exit, told } = await at.run(given(command, join(files, name)))
      expect({ name, exit, told }).toEqual({ name, exit: 2, told: expect.stringContaining(`[${code}]`) })
    }
    expect(await at.run(given(command, '-'))).toMatchObject({ exit: 2, out: '' })
    expect(stateOf(files)).toEqual(before)
  })
})

describe('an export', () => {
  it('follows a link to a file, and one to a name that is not there yet', async () => {
    symlinkSync('real.csv', at.path('files/link.csv'))
    for (let time = 0; time < 2; time += 1) {
      expect(await at.run(given(table, at.path('files/link.csv')))).toMatchObject({ exit: 0 })
      expect(readFileSync(at.path('files/real.csv'), 'utf8')).toContain('claim_id')
      expect(readFileSync(at.path('files/link.csv.manifest.json'), 'utf8')).toContain('link.csv')
      expect((await at.run(['verify-export', at.path('files/link.csv'), workspace])).exit).toBe(0)
    }
  })

  it('given a pipe that is read, sends exactly its bytes and leaves the pipe', async () => {
    makePipe('pipe')
    for (const [name, command] of Object.entries(exports)) {
      if (name === 'a replay' || name.endsWith('PDF')) continue
      const { out } = await at.run(given(command.slice(0, -1)))
      const reader = spawn('cat', [at.path('files/pipe')])
      const [{ exit, told }, read] = await Promise.all([
        at.run(given(command, at.path('files/pipe'))),
        textFrom(reader.stdout),
      ])
      expect([name, exit, read]).toEqual([name, 0, out])
      expect(told).toContain('no manifest')
    }
    expect(statSync(at.path('files/pipe')).isFIFO()).toBe(true)
  })

  it('given “-” or a name of standard output, prints what it prints without', async () => {
    const { out } = await at.run(given(table.slice(0, -1)))
    for (const name of ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']) {
      expect(await at.run(given(table, name))).toMatchObject({ exit: 0, out })
    }
  })

  it.each([
    ['a pipe by the name of standard output', '-o /dev/stdout | cat'],
    ['a substitute for a file', '-o >(cat >&3) | cat'],
  ])('given by a shell %s, sends its bytes there', async (_, line) => {
    const { out } = await at.run(given(table.slice(0, -1)))
    const { printed } = await byShell(`exec 3>&1; "$@" export "$WORK" --table claims ${line}; wait`)
    expect(printed).toBe(out)
  })

  it('appended by a shell to a workspace, is refused', async () => {
    const before = stateOf(files)
    expect(await byShell('"$@" log "$WORK" >> "$WORK"')).toMatchObject({
      exit: 2,
      told: expect.stringContaining('[is_a_workspace]'),
    })
    expect(stateOf(files)).toEqual(before)
  })
})

it('given a PDF whose printing is killed, the page in the clear is gone after the next command', async () => {
  const system = at.path('system')
  mkdirSync(system)
  // A browser that never comes to an end, and tells when it was given the page.
  const browser = at.path('browser')
  const script = `#!/bin/sh\nls -d "$TMPDIR"/*/page.html > "${at.path('begun')}.new"\nmv "${at.path('begun')}.new" "${at.path('begun')}"\nsleep 600 & echo $! > "${at.path('sleeps')}"; wait\n`
  writeFileSync(browser, script, { mode: 0o755 })
  const program = fileURLToPath(new URL('./child.fixture.mjs', import.meta.url))
  const env = {
    ...process.env,
    TMPDIR: system,
    CLAIMTRAIL_CHROMIUM: browser,
    CLAIMTRAIL_DATA_DIR: at.path('data'),
  }
  const command = given(exports['a brief as PDF']!, at.path('files/brief.pdf'))
  const run = spawn(process.execPath, [program, ...command], { env, stdio: 'ignore' })
  await expect.poll(() => existsSync(at.path('sleeps')), { timeout: 15_000 }).toBe(true)
  expect(readFileSync(at.path('begun'), 'utf8').trim().split('\n')).toHaveLength(2)
  run.kill('SIGKILL')
  await once(run, 'exit')
  process.kill(Number(readFileSync(at.path('sleeps'), 'utf8')))
  const next = spawn(process.execPath, [program, '--version'], { env, stdio: 'ignore' })
  await once(next, 'exit')
  expect(readdirSync(system)).toEqual([])
})

/** Runs a line of bash in which "$@" is the command line as a process of its own. */
async function byShell(line: string): Promise<{ exit: number; printed: string; told: string }> {
  const program = fileURLToPath(new URL('./child.fixture.mjs', import.meta.url))
  const shell = spawn('bash', ['-c', line, 'bash', process.execPath, program], {
    env: { ...process.env, WORK: workspace, CLAIMTRAIL_DATA_DIR: at.path('data') },
  })
  const [printed, told, [exit]] = await Promise.all([
    textFrom(shell.stdout),
    textFrom(shell.stderr),
    once(shell, 'close'),
  ])
  return { exit, printed, told }
}

function given(command: readonly string[], ...more: string[]): string[] {
  return [...command.map((word) => (word === 'WORK' ? workspace : word)), ...more]
}

/** As by another window: with everything that lies beside an open workspace. */
async function openElsewhere(): Promise<void> {
  await elsewhere.open({ path: at.path('files/other.claimtrail') }, unwatched)
  for (const ending of ['', '-wal', '-shm', '-lock']) statSync(at.path(`files/other.claimtrail${ending}`))
}

function makePipe(name: string): void {
  execFileSync('mkfifo', [at.path(`files/${name}`)])
}
