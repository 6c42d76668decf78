import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/*
 * Whoever could write past the one place that decides what may be written to: an import of a call that makes, fills,
 * renames or replaces files. A new name on this list is a decision to be argued for.
 */
const allowed: Record<string, readonly string[]> = {
  'targets/place.ts': ['linkSync', 'openSync', 'renameSync'],
  'targets/make-whole.ts': ['chmodSync', 'openSync'],
  'targets/own-file.ts': ['mkdirSync', 'renameSync', 'writeFileSync'],
  'targets/temporary.ts': ['chmodSync', 'mkdirSync', 'mkdtempSync', 'writeFileSync'],
  // Reads the first bytes of what somebody pointed at.
  'targets/content.ts': ['openSync'],
  'export/write-file.ts': ['open'],
  'export/write-stream.ts': ['open', 'openSync'],
  // A folder for each export in the shell's private one.
  'browser/downloads.ts': ['mkdirSync'],
  // Into the folder that the page was lent, and into a file that was begun as a new one.
  'shell-kit/print-page.ts': ['copyFile'],
  'workspaces/workspaces.ts': ['copyFile'],
  // The workspace's own file and what lies beside it under its name: its header, its lock, work left by a killed run.
  'engine/file/regular-file.ts': ['openSync'],
  'engine/file/left-behind.ts': ['copyFileSync', 'openSync', 'renameSync'],
  'engine/file/lock.ts': ['openSync'],
  'engine/file/recover.ts': ['copyFileSync'],
  'engine/file/open-file.ts': ['truncateSync'],
  'engine/file/private-copy.ts': ['chmodSync', 'copyFileSync'],
  // A damaged file of settings, put aside.
  'workspaces/settings.ts': ['rename'],
}

const writing =
  /^(?:writeFile|appendFile|createWriteStream|open|rename|link|symlink|copyFile|cp|mkdir|mkdtemp|truncate|ftruncate|chmod|writev?)(?:Sync)?$/

it('given every source file of the program, only those that were decided on can write to a path', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const unknown: string[] = []
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    if (!/\.m?ts$|\.mjs$/.test(name) || /\.(?:spec|fixture)\./.test(name)) continue
    const path = name.replaceAll('\\', '/')
    for (const call of writersIn(readFileSync(`${folder}${name}`, 'utf8'))) {
      if (!allowed[path]?.includes(call)) unknown.push(`${path}: ${call}`)
    }
  }
  expect(unknown).toEqual([])
})

it('finds such an import however it is written', () => {
  expect(writersIn(`import { readFile,\n writeFile as put } from 'node:fs/promises'`)).toEqual(['writeFile'])
  expect(writersIn(`import * as fs from 'node:fs'`)).toEqual(['*'])
  expect(writersIn(`import fs from 'fs'`)).toEqual(['*'])
  expect(writersIn(`const { rm } = await import('node:fs')`)).toEqual(['*'])
  expect(writersIn(`import type { Stats } from 'node:fs'`)).toEqual([])
})

function writersIn(text: string): string[] {
  const named = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '(?:node:)?fs(?:\/promises)?'/g)]
  const all = [...text.matchAll(/['"](?:node:)?fs(?:\/promises)?['"]/g)]
  const names = named.flatMap(([, list]) => list!.split(',').map((one) => one.trim().split(' as ')[0]!))
  // Whatever is brought in whole could be used for anything.
  return [...new Set(names.filter((name) => writing.test(name)))]
    .sort()
    .concat(all.length > named.length ? ['*'] : [])
}
