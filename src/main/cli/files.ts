import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { maxFileBytes } from '../../contract/import.ts'
import { Stopped, WrongUse } from './command.ts'

/** The files named, and the .txt and .md files in the folders named with what lies below them, by name. */
export function filesOf(given: readonly string[]): string[] {
  return given.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) throw new WrongUse(`There is no file ${path}. Nothing was imported.`)
    if (!found.isDirectory()) return [path]
    const inside = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:txt|md)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    if (inside.length === 0)
      throw new WrongUse(`The folder ${path} has no .txt or .md files. Nothing was imported.`)
    return inside
  })
}

/** A file's bytes under its bare name. One that is too large is not read: its first bytes are enough to refuse it. */
export function readTextFile(path: string): { name: string; bytes: Uint8Array } {
  try {
    const { size } = statSync(path)
    if (size > maxFileBytes) {
      throw new Stopped({
        code: 'file_too_large',
        message: `${path} has ${Math.round(size / 1_000_000)} MB; files over 100 MB are not taken. Nothing was imported: split it into smaller files.`,
      })
    }
    return { name: basename(path), bytes: readFileSync(path) }
  } catch (error) {
    if (error instanceof Stopped) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Stopped({
      code: 'file_unreadable',
      message: `${path} could not be read (${why}). Nothing was imported.`,
    })
  }
}
