import { lstatSync } from 'node:fs'
import { basename } from 'node:path'
import type { Problem } from '../../../contract/wire.ts'
import { readOnlyProblem } from '../problems.ts'

/**
 * Why SQLite cannot work beside a file: where its write-ahead log or the index of that would lie, there is something
 * that it has not made, or the library would take the name for another one. Null where nothing stands in the way.
 */
export function strangeBeside(path: string): Problem | null {
  // better-sqlite3 leaves out what is blank at the ends of a name.
  if (path.trim() !== path)
    return readOnlyProblem('its name ends with a blank. Give it another name to make changes')
  for (const ending of ['-wal', '-shm']) {
    const kind = kindOf(path + ending)
    if (kind === null) continue
    const name = `“${basename(path)}${ending}” beside it`
    return readOnlyProblem(`${name} is ${kind}. Move it away to make changes`)
  }
  return null
}

function kindOf(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found || found.isFile()) return null
  if (found.isDirectory()) return 'a folder'
  return found.isSymbolicLink() ? 'a link' : 'no ordinary file'
}
