import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { type LeftOut, leftOutOfFolder } from '../../contract/import-formats.ts'
import { within } from '../targets/within.ts'

/** Why something in a folder does not come in with it. */
export type WhyLeftOut =
  | LeftOut
  | 'link out of the folder'
  | 'link to a folder'
  | 'link to a file of the import'
  | 'link to nothing'
  | 'no file'
  | 'not readable'

export interface FolderFiles {
  /** Paths to read, by name. */
  files: string[]
  /** Everything else, by name. What lies in a folder that is left out is not listed. */
  leftOut: { path: string; why: WhyLeftOut }[]
}

/**
 * The files of a folder, and of the folders in it, that an import takes, and what it leaves out. The folder is not left
 * through a link: a link counts as the file that it leads to where that lies in the folder and is not imported itself.
 */
export function filesInFolder(folder: string): FolderFiles {
  const found: FolderFiles = { files: [], leftOut: [] }
  const links: string[] = []
  walk(folder, '', found, links)
  const taken = new Set(found.files.map((path) => realpathSync(path)))
  for (const below of links.sort()) {
    const link = linkIn(folder, below, taken)
    if (link.why) found.leftOut.push({ path: join(folder, below), why: link.why })
    else {
      taken.add(link.real)
      found.files.push(join(folder, below))
    }
  }
  found.files.sort()
  found.leftOut.sort((one, other) => (one.path < other.path ? -1 : 1))
  return found
}

function walk(folder: string, below: string, found: FolderFiles, links: string[]): void {
  for (const entry of entriesOf(join(folder, below), found)) {
    const inside = join(below, entry.name)
    const why = leftOutOfFolder(entry.name)
    const leaveOut = (reason: WhyLeftOut) => found.leftOut.push({ path: join(folder, inside), why: reason })
    if (why === 'hidden') leaveOut(why)
    else if (entry.isDirectory()) walk(folder, inside, found, links)
    else if (entry.isSymbolicLink()) links.push(inside)
    else if (why) leaveOut(why)
    else if (entry.isFile()) found.files.push(join(folder, inside))
    else leaveOut('no file')
  }
}

function entriesOf(folder: string, { leftOut }: FolderFiles) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (!isFileError(error)) throw error
    leftOut.push({ path: folder, why: 'not readable' })
    return []
  }
}

function linkIn(
  folder: string,
  below: string,
  taken: ReadonlySet<string>,
): { real: string; why?: undefined } | { why: WhyLeftOut } {
  let leads: Stats
  let real: string | null
  try {
    leads = statSync(join(folder, below))
    real = within(folder, below)
  } catch (error) {
    if (!isFileError(error)) throw error
    return { why: leftOutOfFolder(below) ?? 'link to nothing' }
  }
  if (leads.isDirectory()) {
    const isInside = real !== null || realpathSync(join(folder, below)) === realpathSync(folder)
    return { why: isInside ? 'link to a folder' : 'link out of the folder' }
  }
  const other = leftOutOfFolder(below)
  if (other) return { why: other }
  if (real === null) return { why: 'link out of the folder' }
  if (!leads.isFile()) return { why: 'no file' }
  return taken.has(real) ? { why: 'link to a file of the import' } : { real }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}
