import { chmodSync, closeSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import { nameIsTaken } from './names.ts'
import type { NewFile } from './new-file.ts'
import { placeNew, syncFile } from './place.ts'
import { temporaryIn } from './temporary.ts'

/** A file that is being made under another name. */
export interface Making {
  /** An empty file, for its owner alone. */
  path: string
  /** Gives it its name once it is on the disk; refused when something has come under that name meanwhile. */
  finish(): Answer<null>
  /** Removes what has not got its name. To be called in any case. */
  end(): void
}

/** Begins a file that is there whole or not at all, and never in place of another. */
export function beginWhole(target: NewFile): Making {
  const temporary = temporaryIn(dirname(target.path))
  try {
    closeSync(openSync(temporary.path, 'wx', 0o600))
  } catch (error) {
    temporary.end()
    throw error
  }
  return {
    path: temporary.path,
    finish() {
      // What a copy brought along of its original's rights is not taken over.
      chmodSync(temporary.path, 0o600)
      syncFile(temporary.path)
      return placeNew(temporary.path, target.path) ? { ok: true, value: null } : nameIsTaken()
    },
    end: () => temporary.end(),
  }
}
