import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeEngine } from '../engine/engine.ts'
import { createWorkspace } from '../engine/file/create.ts'
import { unwatched } from '../engine/watch.ts'
import { decideExport } from '../export/export-place.ts'
import { stateOf } from './folder-state.fixture.ts'
import { newFile } from './new-file.ts'
import { fresh } from './targets.fixture.ts'

/*
 * What may already be there, and what becomes of it: the same file with the same bytes, and nothing new beside it.
 * That every writer asks here is a matter of types, and of cli/targets.spec.ts.
 */
let files: string
let elsewhere: ReturnType<typeof makeEngine>
let socket: Server
beforeEach(async () => {
  files = mkdtempSync(join(tmpdir(), 'claimtrail-'))
  for (const name of ['work.claimtrail', 'other.claimtrail', 'plain']) createWorkspace(fresh(inside(name)))
  elsewhere = makeEngine(() => {})
  socket = createServer().listen(inside('socket'))
  await once(socket, 'listening')
})
afterEach(async () => {
  await elsewhere.close(null, unwatched)
  socket.close()
  rmSync(files, { recursive: true, force: true })
})

/** What no export goes to: name, how it comes to be there, what it is told as. */
const forbidden: [name: string, make: () => void | Promise<void>, code: string][] = [
  ['work.claimtrail', nothing, 'is_a_workspace'],
  ['other.claimtrail', nothing, 'is_a_workspace'],
  ['plain', nothing, 'is_a_workspace'],
  ['other.claimtrail', openElsewhere, 'is_a_workspace'],
  ['other.claimtrail-wal', openElsewhere, 'belongs_to_workspace'],
  ['other.claimtrail-shm', openElsewhere, 'belongs_to_workspace'],
  ['other.claimtrail-lock', openElsewhere, 'belongs_to_workspace'],
  ['other.claimtrail-journal', nothing, 'belongs_to_workspace'],
  ['plain-wal', nothing, 'belongs_to_workspace'],
  ['gone.claimtrail-wal', nothing, 'belongs_to_workspace'],
  ['wal.csv', () => orphanLog('wal.csv'), 'belongs_to_workspace'],
  ['link.csv', () => symlinkSync('work.claimtrail', inside('link.csv')), 'is_a_workspace'],
  ['link-wal', () => symlinkSync('work.claimtrail', inside('link')), 'belongs_to_workspace'],
  ['hard.csv', () => linkSync(inside('work.claimtrail'), inside('hard.csv')), 'is_a_workspace'],
  ['loop.csv', () => symlinkSync('loop.csv', inside('loop.csv')), 'link_loop'],
  ['new.claimtrail', nothing, 'name_of_a_workspace'],
  ['database.csv', foreignDatabase, 'is_a_database'],
  ['', nothing, 'is_a_folder'],
  ['socket', nothing, 'is_a_socket'],
  ['work.claimtrail/x.csv', nothing, 'folder_missing'],
  ['missing/x.csv', nothing, 'folder_missing'],
  ['m.csv', () => symlinkSync('work.claimtrail', inside('m.csv.manifest.json')), 'is_a_workspace'],
  ['n.csv', () => symlinkSync('n.csv', inside('n.csv.manifest.json')), 'its_own_manifest'],
  ['p.csv', () => makePipe('p.csv.manifest.json'), 'not_a_file'],
]

describe('an export', () => {
  it.each(forbidden)('never goes to %s', async (name, make, code) => {
    await make()
    const before = stateOf(files)
    const place = decideExport(join(files, name))
    expect(place).toMatchObject({ ok: false, error: { code } })
    expect(!place.ok && place.error.message).toContain('Nothing was written')
    expect(stateOf(files)).toEqual(before)
  })

  it('leaves the program’s own files alone, and takes names beside them', () => {
    mkdirSync(inside('window'))
    for (const name of ['settings.json', 'browser-shell.json', 'window/x.csv']) {
      expect(decideExport(inside(name), files)).toMatchObject({ ok: false, error: { code: 'own_file' } })
    }
    expect(decideExport(inside('claims.csv'), files).ok).toBe(true)
    expect(decideExport(inside('claims.csv'), inside('not/made/yet')).ok).toBe(true)
  })

  it('keeps the rights of the file that it replaces; a new one is for its owner alone', () => {
    writeFileSync(inside('old.csv'), 'old', { mode: 0o640 })
    expect(decideExport(inside('old.csv'))).toMatchObject({ value: { file: { mode: 0o640 } } })
    expect(decideExport(inside('new.csv'))).toMatchObject({ value: { file: { mode: 0o600 } } })
  })

  it('may go to a pipe, which is a stream, and to standard output by any of its names', () => {
    makePipe('pipe')
    symlinkSync('pipe', inside('to-pipe'))
    symlinkSync('/dev/stdout', inside('to-output'))
    for (const name of ['pipe', 'to-pipe']) {
      const path = inside('pipe')
      expect(decideExport(inside(name))).toMatchObject({ value: { kind: 'stream', path, isPipe: true } })
    }
    for (const name of ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', inside('to-output')]) {
      expect(decideExport(name)).toEqual({ ok: true, value: { kind: 'standard output' } })
    }
  })

  it('that looks at an open workspace lets go of none of its locks', async () => {
    await openElsewhere()
    const { ino } = statSync(inside('other.claimtrail'))
    const held = () => locksOn(ino)
    const before = held()
    if (process.platform === 'linux') expect(before).not.toEqual([])
    expect(decideExport(inside('other.claimtrail')).ok).toBe(false)
    linkSync(inside('other.claimtrail-shm'), inside('index.csv'))
    const shared = locksOn(statSync(inside('index.csv')).ino)
    expect(decideExport(inside('index.csv')).ok).toBe(false)
    expect(held()).toEqual(before)
    expect(locksOn(statSync(inside('index.csv')).ino)).toEqual(shared)
  })
})

describe('a new workspace, a backup or a branch', () => {
  it.each(['work.claimtrail', 'plain', 'pipe', 'dangling', 'loop', 'link', 'text', 'socket', 'folder', ''])(
    'never replaces what is there: %s',
    (name) => {
      makePipe('pipe')
      mkdirSync(inside('folder'))
      symlinkSync('nowhere', inside('dangling'))
      symlinkSync('loop', inside('loop'))
      symlinkSync('work.claimtrail', inside('link'))
      writeFileSync(inside('text'), 'mine')
      const before = stateOf(files)
      expect(newFile(join(files, name))).toMatchObject({ ok: false, error: { code: 'file_exists' } })
      expect(stateOf(files)).toEqual(before)
    },
  )

  it.each([
    ['plain-wal', 'belongs_to_workspace'],
    ['work.claimtrail-journal', 'belongs_to_workspace'],
    ['gone.claimtrail-lock', 'belongs_to_workspace'],
    // Beside which the latest work of a workspace lies that is not there any more.
    ['moved', 'belongs_to_workspace'],
    ['missing/x', 'folder_missing'],
    ['plain/x', 'folder_missing'],
    ['x'.repeat(250), 'name_too_long'],
  ])('is not made under a name that will not do: %s', (name, code) => {
    writeFileSync(inside('moved-wal'), 'work that is nowhere else')
    expect(newFile(join(files, name))).toMatchObject({ ok: false, error: { code } })
  })
})

function inside(name: string): string {
  return join(files, name)
}

/** Which parts of a file this process has locks on, as Linux tells it; elsewhere nothing. */
function locksOn(ino: number): string[] {
  if (process.platform !== 'linux') return []
  return readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .filter((line) => line.includes(`:${ino} `))
    .map((line) => line.replace(/^\d+: /, ''))
    .sort()
}

function nothing(): void {}

/** As by another window: with everything that lies beside an open workspace. */
async function openElsewhere(): Promise<void> {
  await elsewhere.open({ path: inside('other.claimtrail') }, unwatched)
  for (const ending of ['', '-wal', '-shm', '-lock']) statSync(inside(`other.claimtrail${ending}`))
}

function makePipe(name: string): void {
  execFileSync('mkfifo', [inside(`${name}`)])
}

function foreignDatabase(): void {
  writeFileSync(inside('database.csv'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))
}

/** The latest work on a workspace that was moved away, under another name. */
function orphanLog(name: string): void {
  writeFileSync(inside(name), Buffer.concat([Buffer.from('377f0682', 'hex'), Buffer.alloc(28)]))
}
