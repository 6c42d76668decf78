import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importAdvice, importEndings } from '../../contract/import-formats.ts'
import { wordList } from '../../domain/plain-values/word-list.ts'
import { terminal } from './cli.fixture.ts'

let at: ReturnType<typeof terminal>
let workspace: string
beforeEach(async () => {
  at = terminal()
  workspace = at.path('work.claimtrail')
  await at.run(['new', workspace])
})
afterEach(() => at.remove())

describe('the import of a folder', () => {
  it('given every ending of the list, in lower and upper case, takes each', async () => {
    const names = importEndings.flatMap((ending, index) => [
      `lower${index}${ending}`,
      `upper${index}${ending.toUpperCase()}`,
    ])
    put(...names)
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([0, names.toSorted()])
    expect(told).not.toContain('Left out')
  })

  it('given files of other kinds, leaves them out and says so by name, and succeeds', async () => {
    put('a.txt', 'b.markdown', 'c.text', 'D.MD', 'e.xyz', 'deep/f.old', 'txt', 'g.txt.bak')
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([0, ['D.MD', 'a.txt', 'b.markdown', 'c.text']])
    expect(leftOut(told)).toEqual([
      'Left out of the import: 4',
      `  not ${wordList(importEndings, 'or')} (4):`,
      `    ${at.path('in/deep/f.old')}`,
      `    ${at.path('in/e.xyz')}`,
      `    ${at.path('in/g.txt.bak')}`,
      `    ${at.path('in/txt')}`,
    ])
  })

  it('given hidden files and folders, leaves them out and names them', async () => {
    put('a.txt', '.draft.txt', '.git/deep/b.txt', 'sub/.old/c.md')
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([0, ['a.txt']])
    expect(leftOut(told)).toEqual([
      'Left out of the import: 3',
      '  hidden (3):',
      `    ${at.path('in/.draft.txt')}`,
      `    ${at.path('in/.git')}`,
      `    ${at.path('in/sub/.old')}`,
    ])
  })

  it.each([
    ['a file outside', 'outside/secret.txt', 'out.txt'],
    ['a folder outside', 'outside', 'out'],
  ])('given a link to %s, is not left through it, tells it and exits 1', async (_, to, link) => {
    put('a.txt', '../outside/secret.txt')
    symlinkSync(at.path(to), at.path(`in/${link}`))
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([1, ['a.txt']])
    expect(leftOut(told)).toEqual([
      'Left out of the import: 1',
      '  links that lead out of the folder (1):',
      `    ${at.path(`in/${link}`)}`,
    ])
  })

  it('given a link to a link out of the folder, is not left through it', async () => {
    put('a.txt', '../outside/secret.txt')
    symlinkSync(at.path('outside'), at.path('in/.way'))
    symlinkSync('.way/secret.txt', at.path('in/b.txt'))
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([1, ['a.txt']])
    expect(told).toContain('links that lead out of the folder (1)')
  })

  it('given links that stay in the folder, takes a hidden file under its name and no file twice', async () => {
    put('a.txt', '.store/1')
    symlinkSync('.store/1', at.path('in/b.txt'))
    symlinkSync('a.txt', at.path('in/c.txt'))
    symlinkSync('.', at.path('in/round'))
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([0, ['a.txt', 'b.txt']])
    expect(leftOut(told)).toEqual([
      'Left out of the import: 3',
      '  hidden (1):',
      `    ${at.path('in/.store')}`,
      '  links to folders of the import (1):',
      `    ${at.path('in/round')}`,
      '  links to files that are imported themselves (1):',
      `    ${at.path('in/c.txt')}`,
    ])
  })

  it('given a link to nothing and a pipe, tells both, exits 1 and does not wait', async () => {
    put('a.txt')
    symlinkSync('gone.txt', at.path('in/b.txt'))
    symlinkSync('c.txt', at.path('in/c.txt'))
    execFileSync('mkfifo', [at.path('in/d.txt')])
    const { exit, taken, told } = await importFolder()
    expect([exit, taken]).toEqual([1, ['a.txt']])
    expect(told).toContain('links that lead nowhere (2)')
    expect(told).toContain('no files, but pipes or devices (1)')
  })

  it('given a folder that is named through a link, takes it as any other', async () => {
    put('a.txt')
    symlinkSync(at.path('in'), at.path('link'))
    const { exit, taken } = await importFolder('link')
    expect([exit, taken]).toEqual([0, ['a.txt']])
  })

  it('given nothing that can be imported, says what there was and what could be, and imports nothing', async () => {
    put('e.xyz')
    const { exit, told } = await importFolder()
    expect(exit).toBe(2)
    expect(told).toContain(importAdvice)
    expect(told).toContain(at.path('in/e.xyz'))
  })

  it('given a file of any name by itself, reads it as text', async () => {
    put('notes.log')
    const { exit, taken } = await importFolder('in/notes.log')
    expect([exit, taken]).toEqual([0, ['notes.log']])
  })
})

/** Makes files in the folder, each with words of its own. */
function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(at.path(`in/${name}`)), { recursive: true })
    writeFileSync(at.path(`in/${name}`), `Report ${name}\n\nOfficials counted them in ${name} on Friday.\n`)
  }
}

async function importFolder(name = 'in') {
  const ran = await at.run(['import', workspace, at.path(name), '--by', 'Desk'])
  const taken = ran.lines.map((line) => line.split('\t').at(-1))
  return { ...ran, taken }
}

/** The block that tells what was left out. */
function leftOut(told: string): string[] {
  const lines = told.split('\n')
  return lines.slice(lines.findIndex((line) => line.startsWith('Left out'))).filter((line) => line !== '')
}
