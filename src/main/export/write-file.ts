import { randomBytes } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Answer, Problem } from '../../contract/wire.ts'

/** A file to be written. The chunks are asked for when the file before is filled. */
export interface FileToWrite {
  path: string
  chunks: Iterable<string | Uint8Array>
}

/** Writes one file whole or not at all; see `writeFilesWhole`. Answers the bytes written. */
export async function writeFileWhole(
  path: string,
  chunks: FileToWrite['chunks'],
  isCancelled: () => boolean = () => false,
): Promise<Answer<{ bytes: number }>> {
  const written = await writeFilesWhole([{ path, chunks }], isCancelled)
  return written.ok ? { ok: true, value: { bytes: written.value[0]! } } : written
}

/**
 * Writes files whole or not at all: the chunks go to temporary files in the same folders, which take their names
 * only when everything is on the disk. On failure or cancel the temporary files are removed and files of those names
 * stay as they were. The next chunk is made while the last one is written and waits for it, so memory stays flat.
 *
 * Answers the bytes of each file, or a problem (`cancelled`, `disk_full`, `no_access`, `folder_missing`, …).
 * An exception from `chunks` passes through, after cleaning up.
 */
export async function writeFilesWhole(
  files: readonly FileToWrite[],
  isCancelled: () => boolean = () => false,
): Promise<Answer<number[]>> {
  const begun: Temporary[] = []
  try {
    const bytes: number[] = []
    for (const { path, chunks } of files) {
      const temporary = await asWriting(() => begin(path))
      begun.push(temporary)
      const filled = await fill(temporary.file, chunks, isCancelled)
      if (filled === null) return { ok: false, error: cancelled }
      bytes.push(filled)
      await asWriting(() => temporary.file.sync())
      await temporary.file.close()
    }
    for (const temporary of begun) {
      await asWriting(() => rename(temporary.path, temporary.target))
      temporary.placed = true
      await syncFolder(dirname(temporary.target))
    }
    return { ok: true, value: bytes }
  } catch (error) {
    if (error instanceof WritingFailed) return { ok: false, error: writingProblem(error.cause) }
    throw error
  } finally {
    for (const { file, path, placed } of begun) {
      if (placed) continue
      await file.close()
      await rm(path, { force: true })
    }
  }
}

interface Temporary {
  file: FileHandle
  path: string
  target: string
  /** Whether it has taken its name. */
  placed: boolean
}

async function begin(wanted: string): Promise<Temporary> {
  const target = await followLink(wanted)
  const path = join(dirname(target), `.claimtrail-${randomBytes(6).toString('hex')}.part`)
  return { file: await open(path, 'wx', await modeOf(target)), path, target, placed: false }
}

/** What an error of the file system means for somebody who exports. */
export function writingProblem(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const kept = 'No file was written, and one of that name is as it was.'
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return { code: 'disk_full', message: `The disk is full. ${kept} Free some space and export again.` }
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return {
      code: 'no_access',
      message: `The system does not allow writing there. ${kept} Choose another folder.`,
    }
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { code: 'folder_missing', message: `There is no such folder. ${kept} Choose another place.` }
  }
  if (code === 'EISDIR') {
    return { code: 'is_a_folder', message: `A folder has that name. ${kept} Choose another name.` }
  }
  if (code === 'EBUSY' || code === 'ETXTBSY') {
    return {
      code: 'file_in_use',
      message: `Another program has that file open. ${kept} Close it there, or choose another name.`,
    }
  }
  const what = error instanceof Error ? error.message : String(error)
  return { code: 'write_failed', message: `The file could not be written (${what}). ${kept} Try again.` }
}

const cancelled: Problem = {
  code: 'cancelled',
  message: 'The export was cancelled. No file was written, and one of that name is as it was.',
}

/** Tells an error of the file system from one of the export itself. */
class WritingFailed extends Error {}

async function asWriting<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw new WritingFailed('writing failed', { cause: error })
  }
}

/** The bytes written; null when it was cancelled in between. */
async function fill(
  file: FileHandle,
  chunks: FileToWrite['chunks'],
  isCancelled: () => boolean,
): Promise<number | null> {
  let bytes = 0
  let writing: Promise<void> | undefined
  try {
    for (const chunk of chunks) {
      if (isCancelled()) return null
      const piece = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
      await writing
      writing = asWriting(() => file.writeFile(piece))
      bytes += piece.length
    }
  } finally {
    await writing
  }
  return isCancelled() ? null : bytes
}

/** A link keeps its place; what it points to is replaced. A folder cannot be. */
async function followLink(path: string): Promise<string> {
  const target = await realpath(path).catch((error: unknown) => {
    if (isMissing(error)) return path
    throw error
  })
  const found = await stat(target).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  return target
}

async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777
  } catch (error) {
    if (isMissing(error)) return 0o666
    throw error
  }
}

/** Makes the new name itself durable. Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
