import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { type NewFile, newFile } from '../../targets/new-file.ts'
import { headAt } from '../branch/parent.ts'
import type { Head } from '../log/log.ts'
import { EngineProblem, problemOf } from '../problems.ts'
import { verify } from '../verify/verify.ts'
import { backupTo } from './backup.ts'
import { foldBack } from './fold-back.ts'
import { makeWhole } from './make-whole.ts'
import { type Opened, withReader } from './open.ts'
import type { FileChange } from './open-file.ts'

/** What became of a workspace's file: it lies elsewhere, another lies in its place, it is deleted, or written over. */
export type Loss = 'moved' | 'replaced' | 'gone' | 'overwritten'

export interface Secured {
  loss: Loss
  /** The file that now holds everything that was saved; null where nothing but the open connection does. */
  home: string | null
  /** Whether `home` was made for this. */
  aside: boolean
}

/** How long folding back may wait for readers. */
const patienceMs = 2000

/**
 * Brings everything that an open workspace holds into one complete file, now that its own is no longer the file of its
 * name: into the moved file itself where that can be found, else into a new one beside its old name. Never writes into
 * a file that another program has written over, nor for a workspace that is open only to read.
 */
export function secure({ db, file, readOnly }: Opened, head: Head, change: FileChange): Secured {
  const place = change === 'overwritten' ? null : file.place()
  const loss = change === 'away' ? (place === null ? 'gone' : 'moved') : change
  if (readOnly) return { loss, home: place, aside: false }
  if (place !== null && attempt(() => foldBack(db, file, patienceMs)))
    return { loss, home: place, aside: false }
  const fill = (target: NewFile) =>
    change === 'overwritten' ? copyProven(db, target, head) : backupTo(db, target)
  const home = saveAside(file.path, fill)
  // What stood in the way of folding back may have left some of it in the log only: the copy has all.
  return { loss, home, aside: home !== null }
}

/** Part of what lies under the connection is another program's: a copy counts only if all of it proves right. */
function copyProven(db: Opened['db'], target: NewFile, head: Head): void {
  makeWhole(target, (path) => {
    db.prepare('VACUUM INTO ?').run(path)
    withReader(path, (copy) => {
      const isWhole = verify(copy).ok && headAt(copy, head.seq)?.hash.equals(head.hash)
      if (!isWhole) throw new EngineProblem('damaged', 'a copy of what is left does not prove right.')
    })
  })
}

/** In the first folder that takes it: the workspace's own, those around it, the person's own. */
function saveAside(path: string, fill: (target: NewFile) => unknown): string | null {
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const name = `${basename(path, extname(path))} kept ${moment}`
  for (const folder of [...foldersAround(path), homedir()]) {
    if (!existsSync(folder)) continue
    const target = freeIn(folder, name)
    if (target && attempt(() => Boolean(fill(target) ?? true))) return target.path
  }
  return null
}

function* foldersAround(path: string): Generator<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    yield folder
    if (folder === dirname(folder)) return
  }
}

function freeIn(folder: string, name: string): NewFile | null {
  for (let number = 1; number < 100; number += 1) {
    const target = newFile(join(folder, `${name}${number === 1 ? '' : ` ${number}`}.claimtrail`))
    if (target.ok) return target.value
    if (target.error.code !== 'file_exists') return null
  }
  return null
}

/** One way of several: where it fails the next one is gone, and the reason is for who looks for it. */
function attempt(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    console.error(`The work could not be kept this way: ${problemOf(error).message}`)
    return false
  }
}
