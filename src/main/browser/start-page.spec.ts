import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leaveStartPage, removeLead, removeLeads } from './start-page.ts'
import { windowArguments } from './window.ts'

let folder: string
const address = 'http://127.0.0.1:4000/#start=secret'

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'claimtrail-window-')), 'window')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the page that leads a window to its start address', () => {
  it('keeps the address off the command line, which everybody here can read', async () => {
    const page = leaveStartPage(folder, address)
    expect(page).toMatch(/^file:\/\/\/.+\/start\.html\?[0-9a-f]{32}$/)
    expect(windowArguments(page, folder, false).join(' ')).not.toContain('secret')
    expect(await readFile(fileURLToPath(page.split('?')[0]!), 'utf8')).not.toContain('secret')
  })

  it('is for its owner only, with what lies beside it', async () => {
    leaveStartPage(folder, address)
    // Windows has no such modes: there the person's own folders are closed to others.
    const openToOthers = process.platform === 'win32' ? 0 : 0o077
    for (const path of [folder, ...(await readdir(folder)).map((name) => join(folder, name))])
      expect((await stat(path)).mode & openToOthers).toBe(0)
  })

  it('is the same page for every start, and the leads of two starts do not meet', async () => {
    const other = 'http://127.0.0.1:4000/#start=other'
    const [first, second] = [leaveStartPage(folder, address), leaveStartPage(folder, other)]
    expect(first.split('?')[0]).toBe(second.split('?')[0])
    removeLead(folder, address)
    const left = (await readdir(folder)).filter((name) => name.endsWith('.js'))
    expect(left).toHaveLength(1)
    expect(await readFile(join(folder, left[0]!), 'utf8')).toContain(other)
  })

  it('leaves no lead of a killed run, and touches nothing else', async () => {
    leaveStartPage(folder, address)
    await writeFile(join(folder, 'Preferences'), '{}')
    removeLeads(folder)
    expect((await readdir(folder)).sort()).toEqual(['Preferences', 'start.html'])
  })
})
