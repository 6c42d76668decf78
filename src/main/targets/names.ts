import { lstatSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import { refused } from './refusal.ts'

/** What lies beside a workspace under its name and belongs to it: unfolded work, its index, its lock, half a commit. */
const belonging = /-(?:wal|shm|lock|journal)$/i

/** The name that a workspace has; systems that do not tell cases apart take any case. */
export function isWorkspaceName(path: string): boolean {
  return /\.claimtrail$/i.test(path)
}

/**
 * The file that one of this name would belong to, were it a database: `troops.claimtrail` for
 * `troops.claimtrail-wal`. Null for other names.
 */
export function belongsTo(path: string): string | null {
  return belonging.test(path) ? path.replace(belonging, '') : null
}

/**
 * A name is taken by whatever stands there, also by a link that leads nowhere. A workspace also needs the names that
 * SQLite derives from its own: what lies there of another one would be read as its latest work.
 */
export function nameIsFree(path: string): Answer<null> {
  if (lstatSync(path, { throwIfNoEntry: false })) {
    return nameIsTaken()
  }
  const owner = belongsTo(path)
  if (owner !== null && (isWorkspaceName(owner) || statSync(owner, { throwIfNoEntry: false })?.isFile())) {
    return belongingTo(owner)
  }
  if (Buffer.byteLength(basename(path)) > longestName) {
    return refused(
      'name_too_long',
      `That name is too long: a workspace has files beside it whose names are longer by ${mostBeyond} signs.`,
      'choose a shorter one',
    )
  }
  for (const ending of ['-wal', '-journal']) {
    const found = lstatSync(path + ending, { throwIfNoEntry: false })
    if (found && found.size > 0) {
      return refused(
        'belongs_to_workspace',
        `Beside it lies ${basename(path)}${ending}, the latest work on a workspace of this name that is no longer in ${dirname(path)}.`,
        'choose another name',
      )
    }
  }
  return { ok: true, value: null }
}

export function nameIsTaken(): Answer<never> {
  return refused(
    'file_exists',
    'There is already a file of this name, and it was left as it is.',
    'choose another name, or open that file',
  )
}

export function belongingTo(owner: string): Answer<never> {
  return refused(
    'belongs_to_workspace',
    `That name belongs to the workspace ${basename(owner)}: what was done last in it may lie there.`,
  )
}

/** Bytes of a name on every file system in use, less what `-journal` takes. */
const mostBeyond = 8
const longestName = 255 - mostBeyond
