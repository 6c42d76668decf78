import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMemory, patchSettings } from './settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimtrail-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what the program remembers between starts', () => {
  it('starts with the defaults and no profile', () => {
    const { settings, profile, recent } = openMemory(folder).get()
    expect(settings).toEqual({ theme: 'system', zoom: 100, layout: {} })
    expect(profile).toBeNull()
    expect(recent).toEqual([])
  })

  it('is read again after a restart', async () => {
    await openMemory(folder).set({ profile: { id: 'a1', name: 'Ada', initials: 'A', colour: 'blue' } })
    expect(openMemory(folder).get().profile?.name).toBe('Ada')
  })

  it('keeps every one of several changes made at once', async () => {
    const memory = openMemory(folder)
    const recent = [{ path: '/w.claimtrail', openedAt: '2024-11-01T00:00:00.000Z' }]
    await Promise.all([
      memory.set({ recent }),
      memory.set({ settings: patchSettings(memory.get().settings, { zoom: 150 }) }),
    ])
    const again = openMemory(folder).get()
    expect(again.recent).toEqual(recent)
    expect(again.settings.zoom).toBe(150)
  })

  it('puts a damaged file aside, whole, before it writes a new one', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"settings": {"zoom": "huge')
    const memory = openMemory(folder)
    expect(memory.get().settings.zoom).toBe(100)
    await memory.set({ profile: null })
    expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe('{"settings": {"zoom": "huge')
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')).settings.zoom).toBe(100)
  })

  it('merges layouts key by key', () => {
    const settings = { theme: 'system' as const, zoom: 100, layout: { a: 1, b: 2 } }
    expect(patchSettings(settings, { layout: { b: 3 } }).layout).toEqual({ a: 1, b: 3 })
  })
})
