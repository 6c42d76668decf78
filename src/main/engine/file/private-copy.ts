import { constants, copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { privateFolder } from '../../targets/temporary.ts'
import { openForReading, openForWriting, type WriteDb } from '../log/database.ts'
import type { Head } from '../log/log.ts'
import { EngineProblem } from '../problems.ts'
import { walBytes, workIn } from './left-behind.ts'
import { isLocked } from './lock.ts'

/**
 * A copy, in a folder for its owner alone, of a workspace that nobody has open, with what was committed to its
 * write-ahead log. Whoever only looks at a file looks at this: neither the file nor its folder is touched, what is on a
 * medium that allows no writing can be read like anything else, and the copy may even be brought up to date.
 *
 * A write-ahead log of another file or another history is left out. `since`: where the file alone ends, when work from
 * such a log was copied along. `end` removes the copy.
 * Null where somebody has come to write it meanwhile: then it is to be read beside them.
 */
export function privateCopy(path: string): { path: string; since: Head | null; end(): void } | null {
  const folder = privateFolder('view')
  try {
    const copy = join(folder.path, 'workspace.claimtrail')
    for (let tries = 0; tries < copiesTried; tries += 1) {
      const before = stateOf(path)
      copyFileSync(path, copy, constants.COPYFILE_FICLONE)
      const work = walBytes(path) > 0 ? workIn(path, `${path}-wal`) : null
      if (work?.belongs) copyFileSync(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE)
      if (isLocked(path)) {
        folder.end()
        return null
      }
      if (stateOf(path) === before)
        return { path: copy, since: work?.belongs ? work.since : null, end: () => folder.end() }
      for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
    }
    throw new EngineProblem(
      'busy',
      'Another program is writing to this file. Nothing was changed; try again in a moment.',
    )
  } catch (error) {
    folder.end()
    throw error
  }
}

/** A connection to the copy that removes it when it is closed. */
export function openCopy(copy: { path: string; end(): void }, mode: 'read' | 'write'): WriteDb {
  try {
    const db = mode === 'read' ? openForReading(copy.path) : openForWriting(copy.path)
    const close = db.close.bind(db)
    db.close = () => {
      close()
      copy.end()
      return db
    }
    return db
  } catch (error) {
    copy.end()
    throw error
  }
}

const copiesTried = 3

/** What changes when somebody writes to the file or its write-ahead log. */
function stateOf(path: string): string {
  return ['', '-wal']
    .map((ending) => {
      const found = statSync(path + ending, { bigint: true, throwIfNoEntry: false })
      return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : 'none'
    })
    .join(', ')
}
