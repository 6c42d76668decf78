import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KnownWorkspaces } from './known-workspaces.ts'
import { openMemory } from './settings.ts'

let folder: string
let known: KnownWorkspaces
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimtrail-known-'))
  known = new KnownWorkspaces(folder, openMemory(folder))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the workspaces that a screen may name', () => {
  it('lists recent ones first, then the others of the own folder, each once', async () => {
    mkdirSync(join(folder, 'workspaces'))
    for (const name of ['a', 'b']) writeFileSync(join(folder, 'workspaces', `${name}.claimtrail`), '')
    await known.remember(join(folder, 'workspaces', 'b.claimtrail'))
    await known.remember('/elsewhere/gone.claimtrail')
    const list = await known.list()
    expect(list.map(({ name, present }) => [name, present])).toEqual([
      ['gone', false],
      ['b', true],
      ['a', true],
    ])
  })

  it('gives keys that are no paths and turns only its own keys into paths', async () => {
    await known.remember('/elsewhere/x.claimtrail')
    const [entry] = await known.list()
    expect(entry!.key).not.toContain('/')
    expect(await known.pathOf(entry!.key)).toBe('/elsewhere/x.claimtrail')
    expect(await known.pathOf('/etc/passwd')).toBeNull()
    expect(await known.pathOf('../x')).toBeNull()
  })

  it.each(['../../etc/x', '..', 'a/b\\c:d*?"<>|', '\u0000\u0007', '   ', 'x'.repeat(500), '🛰️ \ud83d'])(
    'makes a free path in its own folder of the name %j',
    async (name) => {
      const path = await known.freePath(name)
      expect(dirname(path)).toBe(join(folder, 'workspaces'))
      expect(basename(path)).toMatch(/^[^.\s/\\][^/\\]*\.claimtrail$/)
    },
  )

  it('numbers a name that is taken', async () => {
    const first = await known.freePath('Troops')
    writeFileSync(first, '')
    expect(basename(await known.freePath('Troops'))).toBe('Troops 2.claimtrail')
  })
})
