import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import { ownMark } from './owner.ts'

/** Something that must not outlast the work it is for. */
export interface Temporary {
  path: string
  /** Removes it, with what SQLite may have laid beside it. Once it has taken its own name there is nothing to remove. */
  end(): void
}

/**
 * A name for a file to be filled beside its target, on the same disk. It is noted before it is made: however this
 * process ends, this one or a later start of the program removes the file.
 */
export function temporaryIn(folder: string): Temporary {
  const name = `${ownMark()}-${randomBytes(4).toString('hex')}`
  const path = join(folder, `.claimtrail-${name}.part`)
  const note = leaveNote(name, path)
  return outstanding(path, () => {
    for (const ending of ['', ...companions]) rmSync(path + ending, { force: true })
    if (note) rmSync(note, { force: true })
  })
}

/** What lies in the clear: a page to be printed, a browser's work on it, exports to be fetched, a copy to be looked at. */
export const folderKinds = ['page', 'print', 'exports', 'view'] as const
export type FolderKind = (typeof folderKinds)[number]

/** A folder for its owner alone, where what a workspace holds lies in the clear for as long as `end` is not called. */
export function privateFolder(kind: FolderKind, parent = tmpdir()): Temporary {
  const path = mkdtempSync(join(parent, `claimtrail-${kind}-${ownMark()}-`))
  // The system makes it so; a mask of rights that forbids its owner would not let it be used.
  chmodSync(path, 0o700)
  // A browser that printed may still be writing its last.
  return outstanding(path, () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }))
}

/** What is laid beside a database while it is filled. */
export const companions = ['-journal', '-wal', '-shm', '-lock'] as const

const folderOfNotes = 'claimtrail: folder of notes of what is unfinished'

/**
 * From now on what is begun is noted in the data folder, in this thread and in those started after it. Without it
 * (in specs) nothing is noted.
 */
export function noteUnfinishedIn(dataDir: string): void {
  setEnvironmentData(folderOfNotes, notesIn(dataDir))
}

/** Where notes of unfinished files lie: one a file, named as the file is, holding its path. */
export function notesIn(dataDir: string): string {
  return join(dataDir, 'unfinished')
}

function leaveNote(name: string, path: string): string | null {
  const folder = getEnvironmentData(folderOfNotes)
  if (typeof folder !== 'string') return null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const note = join(folder, name)
    writeFileSync(note, path, { mode: 0o600, flag: 'wx' })
    return note
  } catch {
    // A data folder that cannot be written must not stop an export: what is beside it sweeps it too.
    return null
  }
}

const unfinished = new Map<string, () => void>()
let isWatching = false

function outstanding(path: string, remove: () => void): Temporary {
  if (!isWatching) watchTheEnd()
  unfinished.set(path, remove)
  return {
    path,
    end() {
      unfinished.delete(path)
      remove()
    },
  }
}

/** Whoever ends the process while something is unfinished: it is removed first, where the system leaves time for it. */
function watchTheEnd(): void {
  isWatching = true
  process.on('exit', removeAll)
  if (!isMainThread) return
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const ending = () => {
      // A shell that ends in order ends its work first, and that removes it.
      if (process.listenerCount(signal) > 1) return
      removeAll()
      process.removeListener(signal, ending)
      process.kill(process.pid, signal)
    }
    process.on(signal, ending)
  }
}

function removeAll(): void {
  for (const remove of unfinished.values()) remove()
  unfinished.clear()
}
