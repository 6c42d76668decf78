import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import { nameIsFree } from './names.ts'
import { placeProblem, refused } from './refusal.ts'

declare const decided: unique symbol

/** Where a new workspace, a backup or a branch may be made: nothing is there. Only `newFile` makes one. */
export interface NewFile {
  readonly [decided]: 'new'
  /** Absolute, as it was asked for. */
  readonly path: string
}

/**
 * Decides whether a new workspace file may be made under a path. It never replaces anything: neither a file nor a
 * folder, a pipe, or a link, wherever that leads; and it takes no name that belongs to a workspace.
 */
export function newFile(wanted: string): Answer<NewFile> {
  try {
    const path = resolve(wanted)
    const folder = realpathSync(dirname(path))
    if (!statSync(folder).isDirectory()) {
      return refused('folder_missing', 'There is no such folder.', 'choose another place')
    }
    const free = nameIsFree(join(folder, basename(path)))
    return free.ok ? { ok: true, value: { path } as NewFile } : free
  } catch (error) {
    return { ok: false, error: placeProblem(error) }
  }
}
