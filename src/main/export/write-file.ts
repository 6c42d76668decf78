import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Answer, Problem } from '../../contract/wire.ts'
import { placeOver } from '../targets/place.ts'
import { type FileTarget, identityOf } from '../targets/target.ts'
import { type Temporary, temporaryIn } from '../targets/temporary.ts'

/** A file to be written. The chunks are asked for when the file before is filled. */
export interface FileToWrite {
  target: FileTarget
  chunks: Iterable<string | Uint8Array>
}

/**
 * Writes files whole or not at all: the chunks go to temporary files in the same folders, which take their names
 * only when everything is on the disk. On failure or cancel the temporary files are removed and files of those names
 * stay as they were; a name under which another file has come meanwhile is left to it. The next chunk is made while the
 * last one is written and waits for it, so memory stays flat.
 *
 * Answers the bytes of each file, or a problem (`cancelled`, `disk_full`, `no_access`, `folder_missing`, …).
 * An exception from `chunks` passes through, after cleaning up.
 */
export async function writeFilesWhole(
  files: readonly FileToWrite[],
  isCancelled: () => boolean = () => false,
): Promise<Answer<number[]>> {
  const begun: Begun[] = []
  try {
    const bytes: number[] = []
    for (const { target, chunks } of files) {
      const { file } = await asWriting(() => begin(target, begun))
      const filled = await fill(file, chunks, isCancelled)
      if (filled === null) return { ok: false, error: cancelled }
      bytes.push(filled)
      await asWriting(() => file.sync())
    }
    // Asked of all before the first takes its name: both or neither.
    const asDecided = ({ target }: Begun) => identityOf(target.path) === target.replaces
    if (!begun.every(asDecided)) return { ok: false, error: otherMeanwhile }
    for (const { file, temporary, target } of begun) {
      await file.close()
      const placed = await asWriting(async () => placeOver(temporary.path, target))
      if (!placed) return { ok: false, error: otherMeanwhile }
    }
    return { ok: true, value: bytes }
  } catch (error) {
    if (error instanceof WritingFailed) return { ok: false, error: writingProblem(error.cause) }
    throw error
  } finally {
    for (const { file, temporary } of begun) {
      await file.close()
      temporary.end()
    }
  }
}

interface Begun {
  file: FileHandle
  temporary: Temporary
  target: FileTarget
}

async function begin(target: FileTarget, begun: Begun[]): Promise<Begun> {
  const temporary = temporaryIn(dirname(target.path))
  try {
    const file = await open(temporary.path, 'wx', 0o600)
    const one = { file, temporary, target }
    begun.push(one)
    await file.chmod(target.mode)
    return one
  } catch (error) {
    if (begun.at(-1)?.temporary !== temporary) temporary.end()
    throw error
  }
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

const otherMeanwhile: Problem = {
  code: 'other_meanwhile',
  message:
    'Another file has come under that name while this one was made. It was left as it is, and nothing was written; export again.',
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
