import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../contract/wire.ts'
import type { Program } from '../program/shell.ts'
import { type RunningShell, runBrowserShell } from './shell.ts'

let dataDir: string
let said: string[]
let events: string[]
let running: RunningShell[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'claimtrail-shell-'))
  said = []
  events = []
  running = []
})

afterEach(async () => {
  for (const shell of running) await shell.end()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(openPath?: string): Promise<RunningShell | null> {
  const program: Program = {
    request: async () => ({ ok: true, value: null }),
    subscribe: () => () => {},
    openPath: async (path): Promise<Answer<unknown>> => {
      events.push(`opened ${path}`)
      if (path !== '/bad.claimtrail') return { ok: true, value: null }
      return { ok: false, error: { code: 'not_a_workspace', message: 'This file is no workspace.' } }
    },
    close: async () => {
      events.push('closed')
    },
  }
  const shell = await runBrowserShell({
    arguments: { keep: true, noWindow: true, ...(openPath && { openPath }) },
    dataDir,
    pages: dataDir,
    startProgram: async (_lent, path) => {
      events.push(`started with ${path ?? 'nothing'}`)
      return program
    },
    say: (line) => said.push(line),
  })
  if (shell) running.push(shell)
  return shell
}

const addresses = () => said.filter((line) => line.startsWith('http://127.0.0.1:'))

function useAddress(address: string): Promise<Response> {
  const { origin, hash } = new URL(address)
  const headers = { origin, authorization: `Bearer ${hash.replace('#start=', '')}` }
  return fetch(`${origin}/session`, { method: 'POST', headers })
}

describe('the browser shell', () => {
  it('prints an address that opens the program', async () => {
    await start('/a.claimtrail')
    expect(events).toEqual(['started with /a.claimtrail'])
    expect((await useAddress(addresses()[0]!)).status).toBe(200)
  })

  it('leaves its note to its owner only, and takes it away at the end', async () => {
    const shell = await start()
    const note = join(dataDir, 'browser-shell.json')
    if (process.platform !== 'win32') expect((await stat(note)).mode & 0o077).toBe(0)
    await shell?.end()
    await expect(readFile(note)).rejects.toThrow('ENOENT')
  })

  it('closes the program once, however often it is ended', async () => {
    const shell = await start()
    await Promise.all([shell?.end(), shell?.end(), shell?.ended])
    expect(events.filter((event) => event === 'closed')).toEqual(['closed'])
  })
})

describe('a second start on the same data', () => {
  it('starts no second program: the first one opens the file and another window', async () => {
    await start()
    const second = await start('/b.claimtrail')
    expect(second).toBeNull()
    expect(events).toEqual(['started with nothing', 'opened /b.claimtrail'])
    expect(addresses()).toHaveLength(2)
    expect(new URL(addresses()[0]!).port).toBe(new URL(addresses()[1]!).port)
    expect((await useAddress(addresses()[1]!)).status).toBe(200)
  })

  it('says why where the first one cannot open the file', async () => {
    await start()
    await start('/bad.claimtrail')
    expect(said.at(-1)).toBe('This file is no workspace.')
  })

  it.each([
    ['a shell that was killed', JSON.stringify({ origin: 'http://127.0.0.1:9', secret: 's' })],
    ['a crash in mid-write', '{"origin":'],
    ['somebody else', JSON.stringify({ origin: 'http://evil.example', secret: 's' })],
  ])('is not held up by a note from %s', async (_whom, note) => {
    await writeFile(join(dataDir, 'browser-shell.json'), note)
    expect(await start()).not.toBeNull()
    expect(events).toEqual(['started with nothing'])
  })
})
