import { rmSync } from 'node:fs'
import { nameIsTaken } from '../targets/names.ts'
import { newFile } from '../targets/new-file.ts'
import { placeNew } from '../targets/place.ts'
import { headAt } from './branch/parent.ts'
import { backupTo } from './file/backup.ts'
import { type Opened, openWorkspace, withReader } from './file/open.ts'
import { EngineProblem, must } from './problems.ts'
import type { GoingOn, Halted } from './protocol.ts'
import type { Watch } from './watch.ts'

/**
 * Opens for writing what was kept of a halted workspace: where it lies, moved back to its old name, or a copy of it
 * under `path`. Nothing is ever replaced. `kept` is the connection to it so far, and stays as it is.
 *
 * @throws EngineProblem where the name is taken, or where the file no longer holds what was kept
 */
export function goOn(
  kept: Opened,
  halted: Halted,
  { how, path }: { how: GoingOn; path?: string },
  watch: Watch,
): Opened {
  const place = placeOf(kept, halted, how, path)
  const opened = openWorkspace(place, { watch })
  const same = headAt(opened.db, halted.seq)?.hash.toString('hex') === halted.hash
  if (same) return opened
  opened.close()
  throw new EngineProblem(
    'other_history',
    `${place} does not hold what was saved in this workspace up to event ${halted.seq}. Nothing was changed; choose the file that was kept, or save what is shown under a new name.`,
  )
}

function placeOf(kept: Opened, { home, path: old }: Halted, how: GoingOn, path?: string): string {
  if (how === 'copy') {
    if (path === undefined) throw new Error('a copy needs a name')
    const target = must(newFile(path))
    if (home === null) backupTo(kept.db, target)
    else withReader(home, (db) => backupTo(db, target))
    return target.path
  }
  if (home === null) {
    throw new EngineProblem(
      'nothing_kept',
      'There is no complete file of this workspace yet. Save it under a new name; everything is still there.',
    )
  }
  return how === 'there' ? home : moveBack(home, old)
}

/** By a second name and the end of the first: never over another file, and never gone in between. */
function moveBack(home: string, old: string): string {
  const { path } = must(newFile(old))
  if (!placeNew(home, path)) must(nameIsTaken())
  rmSync(home, { force: true })
  return path
}
