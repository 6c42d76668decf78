import {
  type BigIntStats,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { EngineProblem } from '../problems.ts'

/**
 * What became of the file behind a name: the name is free now (`away`: moved, renamed or deleted), it names another
 * file (`replaced`), or another program wrote into the very file (`overwritten`).
 */
export type FileChange = 'away' | 'replaced' | 'overwritten'

/** The file that a connection has open, whatever it is called by now. */
export interface OpenFile {
  /** The name under which it was opened. */
  path: string
  /** How much lies in its write-ahead log only, in bytes; to be asked while the name still names it. */
  unfolded(): number
  /** What has happened to it, or null while the name still names it and nobody else wrote into it. Takes microseconds. */
  change(): FileChange | null
  /**
   * To be called once it is open, and after each write of this program's own to the file itself, so that it is not taken
   * for another's.
   */
  noteOwnWrite(): void
  /** Whether the file is as long as this program's last write to it left it. */
  hasOwnLength(): boolean
  /** Under which name the file lies now; null where it is deleted, or cannot be found. */
  place(): string | null
  /**
   * Sees to it that the files beside it are applied to no other: its write-ahead log is emptied and, where nobody can be
   * using it, removed together with its index. Only once all of it has been saved elsewhere.
   */
  clearBeside(): void
}

/**
 * Opens a connection to a file and makes sure that it is the one which the name names. `watchContent`: nobody but
 * this connection may write into the file itself. Never opens the file by itself: closing any descriptor of it would
 * let go of the locks that SQLite holds in this process.
 *
 * @throws EngineProblem `file_replaced` when the file changed hands just then
 */
export function openNamed<Db extends { close(): unknown }>(
  path: string,
  open: () => Db,
  { watchContent }: { watchContent: boolean },
): { db: Db; file: OpenFile } {
  const before = look(path)
  const db = open()
  const now = look(path)
  // Where the descriptors can be seen they are the proof: a layered file system may give the file a new number on writing.
  const isSame =
    now !== null && (descriptors(now)?.some(({ stats }) => stats.nlink > 0n) ?? same(before, now))
  if (isSame) return { db, file: openFile(path, now, watchContent) }
  db.close()
  throw new EngineProblem(
    'file_replaced',
    'Another file was put in the place of this workspace while it was being opened. Nothing was changed; open it again.',
  )
}

/** A file that is looked at in a copy: no descriptor of its own is open. */
export function namedFile(path: string): OpenFile {
  const now = look(path)
  if (now) return openFile(path, now, false)
  throw new EngineProblem(
    'file_missing',
    'The file was taken away while it was being opened. Nothing was changed; choose where it is now.',
  )
}

function openFile(path: string, opened: BigIntStats, watchContent: boolean): OpenFile {
  let { size, mtimeNs } = opened
  const name = realpathSync(path)
  /** SQLite makes the files beside it when it first reads, and keeps them open. */
  let companions: BigIntStats[] = []
  const isCompanion = (file: string) => companions.some((companion) => same(companion, look(file)))
  return {
    path,
    unfolded: () => Number(look(`${name}-wal`)?.size ?? 0),
    change() {
      const now = look(path)
      if (now === null) return 'away'
      if (!same(opened, now)) return 'replaced'
      return watchContent && (now.size !== size || now.mtimeNs !== mtimeNs) ? 'overwritten' : null
    },
    noteOwnWrite() {
      const now = look(path)
      if (now === null || !same(opened, now)) return
      ;({ size, mtimeNs } = now)
      companions = [`${name}-wal`, `${name}-shm`].map(look).filter((stats) => stats !== null)
    },
    hasOwnLength: () => look(path)?.size === size,
    place: () => findPlace(opened, name),
    clearBeside() {
      for (const place of new Set([name, findPlace(opened, name) ?? name])) {
        const wal = `${place}-wal`
        if (isCompanion(wal)) truncateSync(wal)
        const now = look(place)
        // Beside another file of that name they may be in use already; an empty log is then all that is safe, and enough.
        if (now !== null && !same(opened, now)) continue
        for (const file of [wal, `${place}-shm`]) if (isCompanion(file)) rmSync(file, { force: true })
      }
    },
  }
}

function look(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null
  } catch (error) {
    // A folder on the way that can no longer be entered, or is none any more: the file is not there for us.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Device and inode, or what the system has in their place; some network file systems have nothing and give zeros. */
function same(one: BigIntStats | null, other: BigIntStats | null): boolean {
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino
}

function findPlace(opened: BigIntStats, name: string): string | null {
  const open = descriptors(opened)
  for (const { link } of open ?? []) if (same(opened, look(link))) return link
  if (open?.some(({ stats }) => stats.nlink === 0n)) return null
  return searchAround(opened, name)
}

/** This process's open descriptors of a file, where the system shows them (Linux); null where it does not. */
function descriptors(file: BigIntStats): { link: string; stats: BigIntStats }[] | null {
  const folder = '/proc/self/fd'
  if (process.platform !== 'linux' || look(folder) === null) return null
  return readdirSync(folder).flatMap((number) => {
    const stats = look(join(folder, number))
    if (stats === null || !same(file, stats)) return []
    try {
      return [{ link: readlinkSync(join(folder, number)), stats }]
    } catch (error) {
      // Another thread has closed it meanwhile.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  })
}

/** Entries that a search looks at: a folder of thousands must not make anybody wait. */
const mostSearched = 5000

/** The file in its old folder, in folders beside it, and in those within it: renamed, or put in order. */
function searchAround(file: BigIntStats, name: string): string | null {
  const home = dirname(name)
  let left = mostSearched
  for (const folder of [home, ...foldersIn(home), ...foldersIn(dirname(home))]) {
    for (const entry of entriesOf(folder)) {
      if (left <= 0) return null
      left -= 1
      const path = join(folder, entry.name)
      if (entry.isFile() && same(file, look(path))) return path
    }
  }
  return null
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // Gone, or not ours to read: the file is not found there.
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}
