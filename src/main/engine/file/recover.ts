import { constants, copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NewFile } from '../../targets/new-file.ts'
import { privateFolder } from '../../targets/temporary.ts'
import { readHead } from '../log/log.ts'
import { EngineProblem } from '../problems.ts'
import { unwatched, type Watch } from '../watch.ts'
import { backupTo } from './backup.ts'
import { workIn } from './left-behind.ts'
import { isLocked } from './lock.ts'
import { withReader } from './open.ts'
import { workspaceFile } from './regular-file.ts'

/**
 * Joins a workspace to the latest work on it that was left under another name, a write-ahead log (`…-wal`) beside which
 * its file no longer lies, in a new file. Both stay as they are. Throws an EngineProblem where that work is another
 * file's or another history's.
 */
export function recover(
  main: string,
  wal: string,
  target: NewFile,
  watch: Watch = unwatched,
): { seq: number; before: number; bytes: number } {
  const path = workspaceFile(main)
  const found = statSync(wal, { throwIfNoEntry: false })
  if (!found?.isFile() || found.size === 0) {
    throw new EngineProblem(
      'file_missing',
      'There is no latest work in that file. Nothing was changed; name the file that ends with “-wal”.',
    )
  }
  if (isLocked(path)) {
    throw new EngineProblem(
      'opened_elsewhere',
      'This workspace is open in another window or program. Close it there, then recover. Nothing was changed.',
    )
  }
  if (!workIn(path, wal).belongs) {
    throw new EngineProblem(
      'other_work',
      'That work does not belong to this file: it is of another workspace or another history. Nothing was changed; try it with the other copies that you have.',
    )
  }
  const folder = privateFolder('view')
  try {
    const joined = join(folder.path, 'workspace.claimtrail')
    const before = withReader(path, readHead).seq
    copyFileSync(path, joined, constants.COPYFILE_FICLONE)
    copyFileSync(wal, `${joined}-wal`, constants.COPYFILE_FICLONE)
    return withReader(joined, (db) => ({
      seq: readHead(db).seq,
      before,
      bytes: backupTo(db, target, watch).bytes,
    }))
  } finally {
    folder.end()
  }
}
