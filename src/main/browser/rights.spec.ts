import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeEngine } from '../engine/engine.ts'
import { unwatched } from '../engine/watch.ts'
import { temporaryFolder } from '../engine/workspace.fixture.ts'
import { writeFilesWhole } from '../export/write-file.ts'
import { exportAt } from '../targets/targets.fixture.ts'
import { privateFolder } from '../targets/temporary.ts'
import { KnownWorkspaces } from '../workspaces/known-workspaces.ts'
import { openMemory } from '../workspaces/settings.ts'
import { createDownloads } from './downloads.ts'
import { leaveNote } from './instance.ts'

let mask: number
beforeEach(() => {
  // Nothing is taken away from what is asked for: what stands in the code alone counts.
  mask = process.umask(0)
})
afterEach(() => void process.umask(mask))

it('given a system that lets everybody read, what the program makes is for its owner alone', async () => {
  const root = temporaryFolder()
  const dataDir = join(root, 'data')
  const memory = openMemory(dataDir)
  await memory.set({ profile: null })
  const known = new KnownWorkspaces(dataDir, memory)
  const path = await known.freePath('Work')
  const note = await leaveNote(dataDir, { origin: 'http://127.0.0.1:1', secret: 'secret' })
  const engine = makeEngine(() => {})
  await engine.create({ path }, unwatched)
  await engine.open({ path }, unwatched)
  await engine.backup({ path }, unwatched)
  await engine.backup({ path, target: join(dataDir, 'copy.claimtrail') }, unwatched)
  await engine.branch({ path, seq: 0, target: join(dataDir, 'branch.claimtrail'), moment: '' }, unwatched)
  const downloads = createDownloads(dataDir)
  const files = exportAt(downloads.target('claims.csv').path)
  await writeFilesWhole([
    { target: files.file, chunks: ['a'] },
    { target: files.manifest, chunks: ['{}'] },
  ])
  const page = privateFolder('page', dataDir)
  const rights = rightsIn(root)
  expect(Object.keys(rights)).toEqual(
    expect.arrayContaining([
      'data',
      'data/settings.json',
      'data/browser-shell.json',
      'data/workspaces',
      'data/workspaces/Work.claimtrail',
      'data/workspaces/Work.claimtrail-wal',
      'data/workspaces/Work.claimtrail-shm',
      'data/workspaces/Work.claimtrail-lock',
      'data/workspaces/Work backups',
      'data/copy.claimtrail',
      'data/branch.claimtrail',
    ]),
  )
  expect(Object.entries(rights).filter(([, right]) => right !== '600' && right !== '700 folder')).toEqual([])
  await engine.close(null, unwatched)
  downloads.close()
  page.end()
  await note.remove()
})

it('given a file that others may read, an export in its place lets them read on', async () => {
  const folder = join(temporaryFolder(), 'shared')
  mkdirSync(folder, { mode: 0o755 })
  writeFileSync(join(folder, 'claims.csv'), 'old', { mode: 0o664 })
  const { file } = exportAt(join(folder, 'claims.csv'))
  process.umask(0o077)
  await writeFilesWhole([{ target: file, chunks: ['new'] }])
  expect(rightsIn(folder)).toEqual({ 'claims.csv': '664' })
})

function rightsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }) as string[]
  return Object.fromEntries(
    names.map((name) => {
      const found = lstatSync(join(folder, name))
      return [name, (found.mode & 0o777).toString(8) + (found.isDirectory() ? ' folder' : '')]
    }),
  )
}
