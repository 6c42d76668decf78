import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../../../contract/wire.ts'
import type { KnownHead } from '../../../domain/head.ts'
import { openForReading, openForWriting, type WriteDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { answer, damaged, EngineProblem, problemOf, readOnlyProblem } from '../problems.ts'
import { refuseTablesAhead, tablesAhead } from '../tables/ahead.ts'
import { rebuild } from '../tables/rebuild.ts'
import { applicationId, projectionSchema, projectionShape } from '../tables/schema.ts'
import { checkSchema, quickCheck } from '../tables/tail.ts'
import { unwatched, type Watch } from '../watch.ts'
import { backupBeside, listBackups } from './backup.ts'
import { headProblems, refuseOtherChain } from './known-head.ts'
import { takeLock } from './lock.ts'
import { currentVersion, type Migration, migrate, migrations, versionOf } from './migrations.ts'
import { type OpenFile, openNamed } from './open-file.ts'

export interface Opened {
  path: string
  db: WriteDb
  /** The file that is open, whatever becomes of its name. */
  file: OpenFile
  /** Why nothing can be changed; null when everything can. */
  readOnly: Problem | null
  close(): void
}

export interface OpenOptions {
  watch?: Watch
  steps?: readonly Migration[]
  /** Makes tables that are ahead of the log anew, after a backup: they are the only trace of what is gone from it. */
  acceptShorterLog?: boolean
  /** The head that was last seen under this name; the file is held against it before anything is written. */
  known?: KnownHead | null
}

/**
 * Opens a workspace for writing, or, where that cannot be, for reading with the reason: another process has it
 * open, the folder does not allow writing, the file is damaged (also where its tables are ahead of its log), or it does
 * not go on from the head that is known of it. Throws an EngineProblem, and leaves the file as it is, for a file that
 * is no workspace, one of a newer version, or one that cannot be read at all.
 */
export function openWorkspace(
  file: string,
  { watch = unwatched, steps = migrations, acceptShorterLog = false, known = null }: OpenOptions = {},
): Opened {
  const path = resolve(file)
  checkHeader(path)
  const lock = tryLock(path)
  if ('problem' in lock) return openToRead(path, lock.problem, known)
  try {
    return openToWrite(path, lock.release, { watch, steps, acceptShorterLog, known })
  } catch (error) {
    lock.release()
    const problem = withBackup(problemOf(error), path)
    if (readable.includes(problem.code)) return openToRead(path, problem, known)
    throw EngineProblem.of(problem)
  }
}

/** Problems of a file that can still be looked at. */
const readable = ['damaged', 'read_only', 'no_access', 'unknown_event', ...headProblems]

/**
 * Opens a workspace that the engine has open already, for a job's worker: it can only read, and sees the
 * workspace as of its transaction's begin.
 */
export function openReader(file: string): WriteDb {
  const db = connectReader(resolve(file))
  try {
    refuseNewerDb(db, currentVersion)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function connectReader(path: string): WriteDb {
  checkHeader(path)
  try {
    return openForReading(path)
  } catch (error) {
    // In a folder that allows no writing SQLite cannot make the files that readers share; without a writer none are needed.
    const noPlace = ['read_only', 'file_missing', 'no_access'].includes(problemOf(error).code)
    if (!noPlace || walBytes(path) > 0) throw error
    return openForReading(`${pathToFileURL(path)}?immutable=1`)
  }
}

/** Runs work that reads the whole workspace, a check or a copy, on a connection of its own. */
export function withReader<T>(file: string, work: (db: WriteDb) => T): T {
  const db = openReader(file)
  try {
    // A check needs tables of its own and a copy writes another file; this file itself stays open read-only.
    db.pragma('query_only = OFF')
    return work(db)
  } finally {
    db.close()
  }
}

function openToWrite(
  path: string,
  release: () => void,
  { watch, steps, acceptShorterLog, known }: Required<OpenOptions>,
): Opened {
  const newest = steps[steps.length - 1]!.to
  lookFirst(path, newest, known)
  const { db, file } = openNamed(path, () => openForWriting(path), { watchContent: true })
  try {
    if (versionOf(db) < newest) {
      if (!acceptShorterLog) refuseTablesAhead(db)
      backupBeside(db, path)
      migrate(db, steps)
    }
    const wrong = newest === currentVersion ? quickCheck(db) : null
    if (wrong) throw EngineProblem.of(damaged(wrong))
    if (acceptShorterLog && tablesAhead(db)) {
      backupBeside(db, path)
      rebuild(db, watch, { acceptShorterLog })
    } else {
      bringProjectionsUp(db, watch)
    }
    file.noteOwnWrite()
    return {
      path,
      db,
      file,
      readOnly: null,
      close() {
        db.close()
        release()
      },
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a workspace that can only be read, for `reason`. */
export function openToRead(path: string, because: Problem, known: KnownHead | null = null): Opened {
  let reason = because
  let db: WriteDb
  let file: OpenFile
  try {
    ;({ db, file } = openNamed(path, () => connectReader(path), { watchContent: false }))
  } catch (error) {
    // The first reason is the cause; that reading fails too is its consequence.
    const problem = reason.code === 'opened_elsewhere' ? withBackup(problemOf(error), path) : reason
    throw EngineProblem.of(problem)
  }
  try {
    refuseNewerDb(db, currentVersion)
    // That it is not the file that was meant matters more than why it cannot be written.
    reason = withBackup(otherChain(db, known) ?? reason, path)
    if (versionOf(db) < currentVersion || shapeOf(db) !== projectionShape)
      throw EngineProblem.of(needsUpdate(reason))
    return { path, db, file, readOnly: reason, close: () => db.close() }
  } catch (error) {
    db.close()
    const problem = withBackup(problemOf(error), path)
    throw EngineProblem.of(problem)
  }
}

/**
 * Makes the projections anew when another version of the program made them, when they are behind the log, or when one
 * of their tables or indexes is gone or altered: the log and the texts, checked before, hold everything. Throws where
 * they are ahead of the log.
 */
function bringProjectionsUp(db: WriteDb, watch: Watch): void {
  refuseTablesAhead(db)
  if (shapeOf(db) === projectionShape && checkSchema(db, projectionSchema) === null) {
    const applied = db.prepare('SELECT applied_seq FROM fold_state').pluck().get()
    if (applied === readHead(db).seq) return
  }
  rebuild(db, watch)
}

/** By which program's tables the projections were made; null when there are none. */
function shapeOf(db: WriteDb): string | null {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fold_state'").get()
  if (!there) return null
  return (db.prepare('SELECT shape FROM fold_state').pluck().get() as string | undefined) ?? null
}

/** Reads the first 100 bytes only: a file that is no workspace is not touched by SQLite at all. */
function checkHeader(path: string): void {
  const header = Buffer.alloc(100)
  if (!statSync(path, { throwIfNoEntry: false })) throw notThere()
  if (statSync(path).isDirectory()) throw notAWorkspace('it is a folder')
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, header, 0, 100, 0)
    if (length === 0) throw notAWorkspace('it is empty')
    if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
      throw notAWorkspace('it is another kind of file')
    }
    if (header.readUInt32BE(68) !== applicationId) throw notAWorkspace('another program made it')
  } finally {
    closeSync(file)
  }
}

function tryLock(path: string): { release(): void } | { problem: Problem } {
  try {
    return takeLock(path) ?? { problem: openedElsewhere }
  } catch (error) {
    const { code } = problemOf(error)
    if (['read_only', 'no_access', 'file_missing'].includes(code)) {
      return { problem: readOnlyProblem('its folder does not allow writing') }
    }
    throw error
  }
}

/** What is decided before the first byte is written. */
function lookFirst(path: string, newest: number, known: KnownHead | null): void {
  const db = connectReader(path)
  try {
    refuseNewerDb(db, newest)
    refuseOtherChain(db, known)
  } finally {
    db.close()
  }
}

function otherChain(db: WriteDb, known: KnownHead | null): Problem | null {
  const looked = answer(() => refuseOtherChain(db, known))
  return looked.ok || !headProblems.includes(looked.error.code) ? null : looked.error
}

function refuseNewerDb(db: WriteDb, newest: number): void {
  const version = versionOf(db)
  if (version <= newest) return
  throw new EngineProblem(
    'newer_version',
    `A newer version of Claimtrail made this workspace (format ${version}; this one knows ${newest}). It was left as it is. Update Claimtrail to open it.`,
    { version, newest },
  )
}

const openedElsewhere: Problem = {
  code: 'opened_elsewhere',
  message:
    'This workspace is open in another window or program, so here it can only be read. Close it there and open it again to make changes.',
}

function needsUpdate(reason: Problem): Problem {
  return {
    code: 'needs_update',
    message: `This workspace comes from another version of Claimtrail and must be brought up to date before it can be read, but it cannot be written now. It was left as it is. ${reason.message}`,
  }
}

/** A damaged workspace names the backup that could replace it. */
function withBackup(problem: Problem, path: string): Problem {
  if (!['damaged', 'unknown_event', ...headProblems].includes(problem.code)) return problem
  return { ...problem, details: { ...problem.details, backup: listBackups(path)[0]?.name ?? null } }
}

function walBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

function notThere(): EngineProblem {
  return new EngineProblem(
    'file_missing',
    'There is no such file. It may have been moved or renamed; choose where it is now.',
  )
}

function notAWorkspace(why: string): EngineProblem {
  return new EngineProblem(
    'not_a_workspace',
    `This file is not a Claimtrail workspace: ${why}. It was left as it is; choose a .claimtrail file.`,
  )
}
