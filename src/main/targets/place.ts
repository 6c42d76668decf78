import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type FileTarget, identityOf } from './target.ts'

/**
 * Gives a finished file its name, if nothing has that name: false when something has. A link fails where a rename
 * would replace. Its temporary name stays; whoever made it removes it.
 */
export function placeNew(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path)
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false })) return false
    if (!withoutLinks.has(codeOf(error))) throw error
    if (!reserve(path)) return false
    takeReserved(temporary, path)
  }
  syncFolder(dirname(path))
  return true
}

/**
 * Gives a finished file the name that was decided, in place of the very file that was there then: false when another
 * one, or one at all, has come there since.
 */
export function placeOver(temporary: string, { path, replaces }: FileTarget): boolean {
  if (replaces === null) return placeNew(temporary, path)
  if (identityOf(path) !== replaces) return false
  renameSync(temporary, path)
  syncFolder(dirname(path))
  return true
}

/** Makes a finished file outlast a power cut. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a name outlast a power cut. Windows has no such call for folders and does not need it. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** What systems answer that know no links of this kind: FAT, some disks of a network. */
const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EINVAL',
])

/** Without links an empty file takes the name first, which only one can make, and is replaced by the finished one. */
function reserve(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function takeReserved(temporary: string, path: string): void {
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
