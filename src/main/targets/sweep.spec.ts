import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../engine/workspace.fixture.ts'
import { ownerOf, ownMark } from './owner.ts'
import { sweepAtStart, sweepFolder } from './sweep.ts'
import { notesIn } from './temporary.ts'

let dataDir: string
let folder: string
let system: string
beforeEach(() => {
  const root = temporaryFolder()
  ;[dataDir, folder, system] = [join(root, 'data'), join(root, 'exports'), join(root, 'system')]
  for (const made of [folder, system]) mkdirSync(made)
  vi.stubEnv('TMPDIR', system)
})

// Other files of specs run in the same process: they must not find a folder of this one's.
afterEach(() => vi.unstubAllEnvs())

describe('what a killed run left', () => {
  it('stays while that run lives, and is removed at the next start once it does not', async () => {
    const run = await beginWork()
    sweepAtStart(dataDir)
    sweepFolder(folder)
    expect(readdirSync(folder)).toHaveLength(4)
    expect(readdirSync(system)).toHaveLength(2)
    writeFileSync(join(folder, 'claims.csv'), 'mine')
    await end(run, 'SIGKILL')
    expect(readdirSync(folder)).toHaveLength(5)
    sweepAtStart(dataDir)
    expect([readdirSync(folder), readdirSync(system), readdirSync(notesIn(dataDir))]).toEqual([
      ['claims.csv'],
      [],
      [],
    ])
  })

  it('is removed without a note too, where something is opened or written beside it', async () => {
    const run = await beginWork()
    await end(run, 'SIGKILL')
    sweepFolder(folder)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s is removed before it ends', async (signal) => {
    const run = await beginWork()
    expect(await end(run, signal)).toBe(signal)
    expect([readdirSync(folder), readdirSync(system), readdirSync(notesIn(dataDir))]).toEqual([[], [], []])
  })

  it('by leaving at once is removed before it ends', async () => {
    const run = await beginWork()
    run.send('leave')
    await once(run, 'exit')
    expect([readdirSync(folder), readdirSync(system)]).toEqual([[], []])
  })
})

describe('sweeping', () => {
  it('removes half-made workspaces and backups of earlier versions, and nothing that is anybody else’s', async () => {
    const gone = await beginWork()
    await end(gone, 'SIGKILL')
    sweepFolder(folder)
    const left = [
      `a.claimtrail.new-${gone.pid}`,
      `a.claimtrail.new-${gone.pid}-journal`,
      `a.claimtrail.part-${gone.pid}`,
      `.claimtrail-${markOf(gone)}-00000000.part-lock`,
    ]
    const kept = [
      `a.claimtrail.new-${process.pid}`,
      `notes.part-${gone.pid}`,
      'a.claimtrail',
      'a.claimtrail-wal',
      `.claimtrail-${ownMark()}-00000000.part`,
      '.claimtrail-0123456789ab.part',
      '.claimtrail-ffffff-1-1-00000000.part',
    ]
    for (const name of [...left, ...kept]) writeFileSync(join(folder, name), 'x')
    sweepFolder(folder)
    expect(readdirSync(folder).sort()).toEqual([...kept].sort())
    // Of another machine, or of a version that left no mark: once nobody has touched it for more than a day.
    const before = new Date(Date.now() - 90_000_000)
    for (const name of kept) utimesSync(join(folder, name), before, before)
    sweepFolder(folder)
    expect(readdirSync(folder).sort()).toEqual(kept.slice(0, 5).sort())
  })

  it('given notes that somebody else wrote, removes no file that they name', async () => {
    const gone = await beginWork()
    await end(gone, 'SIGKILL')
    sweepAtStart(dataDir)
    const mark = markOf(gone)
    const [path, linked] = [join(folder, 'mine.csv'), join(folder, `.claimtrail-${mark}-00000001.part`)]
    writeFileSync(path, 'mine')
    symlinkSync(path, linked)
    writeFileSync(join(notesIn(dataDir), `${mark}-00000000`), path)
    writeFileSync(join(notesIn(dataDir), `${mark}-00000001`), linked)
    sweepAtStart(dataDir)
    expect(existsSync(path)).toBe(true)
  })

  it('tells a process from one that got its number later', () => {
    expect(ownerOf(ownMark())).toBe('alive')
    const [machine, pid, began] = ownMark().split('-')
    if (process.platform === 'linux') expect(ownerOf(`${machine}-${pid}-${began}0`)).toBe('gone')
    expect(ownerOf(`ffffff-${pid}-${began}`)).toBe('unknown')
  })
})

/** The mark of a run on this machine whose begin nobody knows any more. */
function markOf(run: ChildProcess): string {
  return ownMark().replace(`-${process.pid}-`, `-${run.pid}-`)
}

/** A run that has begun two files and two folders. */
async function beginWork(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./leave.fixture.ts', import.meta.url))
  const run = spawn(process.execPath, [script, dataDir, folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  onTestFinished(() => void run.kill('SIGKILL'))
  await once(run.stdout!, 'data')
  return run
}

/** By which signal it ended. */
async function end(run: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  run.kill(signal)
  const [, by] = await once(run, 'exit')
  return by
}
