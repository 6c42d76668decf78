import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { maxFileBytes } from '../../contract/import.ts'
import type { Answer } from '../../contract/wire.ts'
import { WrongUse } from './command.ts'

/**
 * The files named, and the .txt and .md files in the folders named with what lies below them, by name. Links to
 * folders are not followed: they may lead in a circle.
 */
export function filesOf(given: readonly string[]): string[] {
  return given.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) throw new WrongUse(`There is no file ${path}. Nothing was imported.`)
    if (found.isFile()) return [path]
    // A pipe or a device may never end.
    if (!found.isDirectory()) throw new WrongUse(`${path} is no file or folder. Nothing was imported.`)
    const inside = textFilesIn(path).sort()
    if (inside.length === 0)
      throw new WrongUse(`The folder ${path} has no .txt or .md files. Nothing was imported.`)
    return inside
  })
}

function textFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return textFilesIn(path)
    return entry.isFile() && /\.(?:txt|md)$/i.test(entry.name) ? [path] : []
  })
}

/** A file's bytes under its bare name, or why it is not read: one that is too large is not even opened. */
export function readTextFile(path: string): Answer<{ name: string; bytes: Uint8Array }> {
  try {
    const { size } = statSync(path)
    if (size > maxFileBytes) {
      const megabytes = Math.round(size / 1_000_000)
      return unread(
        'file_too_large',
        `It has ${megabytes} MB; files over 100 MB are not taken. Nothing of it was imported: split it into smaller files.`,
      )
    }
    return { ok: true, value: { name: basename(path), bytes: readFileSync(path) } }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return unread('file_unreadable', `It could not be read (${why}). Nothing of it was imported.`)
  }
}

function unread(code: string, message: string): Answer<never> {
  return { ok: false, error: { code, message } }
}
