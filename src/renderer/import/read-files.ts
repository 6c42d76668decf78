import { maxFileBytes } from '../../contract/import.ts'
import type { Problem } from '../../contract/wire.ts'
import { fileSize } from '../format.ts'

export interface ReadFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}
export interface RefusedFile {
  name: string
  error: Problem
}

/** Files that were chosen, before any is read. */
export interface Chosen {
  files: File[]
  refused: RefusedFile[]
  /** Files of a folder that are no text by their ending. */
  skipped: number
}

/** Sorts out what will not be read: too large, or, in a folder, no text by its name. Nothing is read yet. */
export function sortOut(files: readonly File[], fromFolder: boolean): Chosen {
  const wanted = fromFolder ? files.filter(({ name }) => textName.test(name) && !name.startsWith('.')) : files
  const tooLarge = wanted.filter(({ size }) => size > maxFileBytes)
  return {
    files: wanted.filter(({ size }) => size <= maxFileBytes),
    refused: tooLarge.map(({ name, size }) => ({
      name,
      error: {
        code: 'file_too_large',
        message: `“${name}” is ${fileSize(size)} large; up to ${fileSize(maxFileBytes)} can be read. It was not read. Split it into smaller files.`,
      },
    })),
    skipped: files.length - wanted.length,
  }
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

/** The files of a drop, folders walked through. `fromFolder` when any folder is among them. */
export async function filesOf(items: DataTransferItemList): Promise<{ files: File[]; fromFolder: boolean }> {
  // The list is only valid until the first await, so everything is taken out at once. A file that another program
  // made for the drop has no entry in any file system.
  const taken = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const files = await Promise.all(taken.map(({ entry, file }) => (entry ? walk(entry) : file ? [file] : [])))
  return { files: files.flat(), fromFolder: taken.some(({ entry }) => entry?.isDirectory) }
}

const textName = /\.(?:txt|text|md|markdown|mdown)$/i

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const { file } = entry as FileSystemFileEntry
    return [await new Promise<File>((resolve, reject) => file.call(entry, resolve, reject))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[][] = []
  // A folder is told in portions of a hundred; an empty portion ends it.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return found.flat()
    for (const child of portion) found.push(await walk(child))
  }
}
