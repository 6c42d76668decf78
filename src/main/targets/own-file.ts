import { mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { temporaryIn } from './temporary.ts'

/** Makes a folder of the program's own, with those above it, for their owner alone. One that is there stays as it is. */
export function makeOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
}

/**
 * Writes a small file of the program's own (settings, notes), whole or not at all, for its owner alone. One of that
 * name is replaced; a link to one keeps its place.
 */
export function writeOwnFile(path: string, text: string): void {
  makeOwnFolder(dirname(path))
  const target = leadsTo(path)
  const temporary = temporaryIn(dirname(target))
  try {
    writeFileSync(temporary.path, text, { mode: 0o600, flag: 'wx' })
    renameSync(temporary.path, target)
  } finally {
    temporary.end()
  }
}

function leadsTo(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path
    throw error
  }
}
