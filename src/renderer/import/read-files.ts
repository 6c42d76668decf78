import { leftOutOfFolder, tooLarge } from '../../contract/import-formats.ts'
import type { Problem } from '../../contract/wire.ts'
import { wordList } from '../../domain/plain-values/word-list.ts'

export interface ReadFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}
export interface RefusedFile {
  name: string
  error: Problem
}

/** A file that was chosen, dropped or pasted: by itself, or with a folder. */
export interface FoundFile {
  file: File
  /** Where it lies in the folder that was chosen, parted by slashes; null for a file by itself. */
  below: string | null
}

/** Files that were chosen, before any is read. */
export interface Chosen {
  files: File[]
  refused: RefusedFile[]
  /** Files of folders that are hidden or of a kind that cannot be imported, by their paths in the folder. */
  leftOut: string[]
}

/** Files that were named one by one: each is read, whatever its name. */
export function byThemselves(files: Iterable<File>): FoundFile[] {
  return Array.from(files, (file) => ({ file, below: null }))
}

/** The files of a folder that was chosen: of its own path only what lies below the folder counts. */
export function inFolder(files: Iterable<File>): FoundFile[] {
  return Array.from(files, (file) => ({ file, below: file.webkitRelativePath.replace(/^[^/]*\//, '') }))
}

/** Sorts out what will not be read: too large, or left out of a folder. Nothing is read yet. */
export function sortOut(found: readonly FoundFile[]): Chosen {
  const chosen: Chosen = { files: [], refused: [], leftOut: [] }
  for (const { file, below } of found) {
    const large = tooLarge(file.size)
    if (below !== null && leftOutOfFolder(below)) chosen.leftOut.push(below)
    else if (large) chosen.refused.push({ name: file.name, error: large })
    else chosen.files.push(file)
  }
  return chosen
}

/** The first of some names, and how many more there are, for a sentence. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3)
  const more = names.length - shown.length
  return wordList(more > 0 ? [...shown, `${more} more`] : shown)
}

/** Reads a file that the system may have moved or locked meanwhile; then it says so. */
export async function readFile(file: File): Promise<ReadFile | RefusedFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `“${file.name}” could not be read (${why}). Nothing of it was imported; check that it is still there and choose it again.`
    return { name: file.name, error: { code: 'file_unreadable', message } }
  }
}

/** The files of a drop, folders walked through. */
export async function filesOf(items: DataTransferItemList): Promise<FoundFile[]> {
  // The list is only valid until the first await, so everything is taken out at once. A file that another program
  // made for the drop has no entry in any file system.
  const taken = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(
    taken.map(({ entry, file }) => (entry ? walk(entry, null) : byThemselves(file ? [file] : []))),
  )
  return found.flat()
}

/** @param below the path of the entry's folder in the one dropped, empty for that one itself; null above it */
async function walk(entry: FileSystemEntry, below: string | null): Promise<FoundFile[]> {
  if (entry.isFile) {
    const { file } = entry as FileSystemFileEntry
    const got = await new Promise<File>((resolve, reject) => file.call(entry, resolve, reject))
    return [{ file: got, below: below === null ? null : `${below}${entry.name}` }]
  }
  const inside = below === null ? '' : `${below}${entry.name}/`
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FoundFile[][] = []
  // A folder is told in portions of a hundred; an empty portion ends it.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return found.flat()
    for (const child of portion) found.push(await walk(child, inside))
  }
}
