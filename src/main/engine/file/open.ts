import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import type { Problem } from '../../../contract/wire.ts'
import type { KnownHead } from '../../../domain/head.ts'
import { openForReading, openForWriting, type WriteDb } from '../log/database.ts'
import { type Head, readHead } from '../log/log.ts'
import { answer, damaged, EngineProblem, problemOf, readOnlyProblem } from '../problems.ts'
import { refuseTablesAhead, tablesAhead } from '../tables/ahead.ts'
import { rebuild } from '../tables/rebuild.ts'
import { projectionSchema, projectionShape } from '../tables/schema.ts'
import { checkSchema, hasForeignIndex, quickCheck } from '../tables/tail.ts'
import { unwatched, type Watch } from '../watch.ts'
import { backupBeside, listBackups } from './backup.ts'
import { strangeBeside } from './beside.ts'
import { tablesFollow } from './continues.ts'
import { headProblems, refuseOtherChain } from './known-head.ts'
import { removeEmptyLog, type SetAside, setForeignAside } from './left-behind.ts'
import { isLocked, takeLock } from './lock.ts'
import { currentVersion, type Migration, migrate, migrations, versionOf } from './migrations.ts'
import { namedFile, type OpenFile, openNamed } from './open-file.ts'
import { openCopy, privateCopy } from './private-copy.ts'
import { isOpenHere, workspaceFile } from './regular-file.ts'

export interface Opened {
  path: string
  db: WriteDb
  /** The file that is open, whatever becomes of its name. */
  file: OpenFile
  /** Why nothing can be changed; null when everything can. */
  readOnly: Problem | null
  /** A write-ahead log that lay beside it and was not its own, and where it is now. */
  setAside?: SetAside | null
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
 * open, the folder does not allow writing, the file has several names, it is damaged (also where its tables are
 * ahead of its log), or it does not go on from the head that is known of it. Throws an EngineProblem, and leaves the file as it is, for a file that is no workspace, one of a
 * newer version, or one that cannot be read at all. Nothing is written before the file has been looked at.
 */
export function openWorkspace(
  file: string,
  { watch = unwatched, steps = migrations, acceptShorterLog = false, known = null }: OpenOptions = {},
): Opened {
  const path = workspaceFile(file)
  return openHere({ path, name: resolve(file) }, { watch, steps, acceptShorterLog, known })
}

/** A file's real path, beside which SQLite's files and the lock lie, and the name by which it was asked for. */
interface Place {
  path: string
  name: string
}

function openHere(place: Place, options: Required<OpenOptions>): Opened {
  const { path } = place
  const { watch, known } = options
  const several = severalNames(path)
  if (several) return openPlace(place, several, { watch, known })
  const unwritable = strangeBeside(path) ?? whyUnwritable(path)
  if (unwritable) return openPlace(place, unwritable, { watch, known })
  const lock = takeLock(path)
  if ('problem' in lock) return openPlace(place, lock.problem, { watch, known })
  try {
    return openToWrite(place, lock.release, options)
  } catch (error) {
    try {
      removeEmptyLog(path)
    } finally {
      lock.release()
    }
    const problem = withBackup(openingProblem(error), path)
    if (onlyRead.has(problem.code)) return openPlace(place, problem, { watch, known })
    throw EngineProblem.of(problem)
  }
}

/** Problems with which a workspace can still be looked at. */
const onlyRead: ReadonlySet<string> = new Set([
  'damaged',
  'read_only',
  'no_access',
  'unknown_event',
  'foreign_journal',
  ...headProblems,
])

/**
 * Opens a workspace only to look at it, whatever its state, and changes nothing: neither the file nor its folder. Where
 * its tables come from another version, or are behind its log, a copy is brought up to date and looked at.
 */
export function openToLook(file: string, watch: Watch = unwatched): Opened {
  return openToRead(file, lookedAt, watch)
}

/** Opens a workspace that can only be read, for `reason`. */
export function openToRead(file: string, reason: Problem, watch: Watch = unwatched): Opened {
  return openPlace({ path: workspaceFile(file), name: resolve(file) }, reason, { watch, known: null })
}

const lookedAt: Problem = {
  code: 'only_looked_at',
  message: 'This workspace was opened only to be read. Nothing was changed.',
}

/**
 * A connection that can only read, for a job's worker or a check, and sees the workspace as of its transaction's begin.
 * Beside a writer it reads the file; where nobody has it open, a private copy, so that looking changes nothing. The
 * copy's tables are brought up to date, unless it is wanted as it is.
 */
export function openReader(file: string, { asItIs = false }: { asItIs?: boolean } = {}): WriteDb {
  const path = workspaceFile(file)
  try {
    const db = asItIs ? connectAsItIs(path) : connectToLook(path, unwatched)
    try {
      refuseNewerDb(db, currentVersion)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw EngineProblem.of(openingProblem(error))
  }
}

function connectAsItIs(path: string): WriteDb {
  const copy = isInUse(path) ? null : privateCopy(path)
  return copy ? openCopy(copy, 'read') : openForReading(path)
}

/** Whether somebody works on it, in this process or another. */
function isInUse(path: string): boolean {
  return isLocked(path) || isOpenHere(statSync(path))
}

/** Runs work that reads the whole workspace as it is, a check or a copy, on a connection of its own. */
export function withReader<T>(file: string, work: (db: WriteDb) => T): T {
  const db = openReader(file, { asItIs: true })
  try {
    // A check needs tables of its own and a copy writes another file; this file itself stays open read-only.
    db.pragma('query_only = OFF')
    return work(db)
  } catch (error) {
    throw EngineProblem.of(openingProblem(error))
  } finally {
    db.close()
  }
}

function openToWrite(
  { path, name }: Place,
  release: () => void,
  { watch, steps, acceptShorterLog, known }: Required<OpenOptions>,
): Opened {
  const newest = steps[steps.length - 1]!.to
  const { setAside, since } = setForeignAside(path)
  lookFirst(path, newest, { known, acceptShorterLog })
  const { db, file } = openNamed(name, () => openForWriting(path), { watchContent: true })
  try {
    if (versionOf(db) < newest) {
      backupOnce(db, path)
      migrateWhole(db, steps)
    }
    if (acceptShorterLog && tablesAhead(db)) {
      backupBeside(db, path)
      rebuild(db, watch, { acceptShorterLog })
    } else {
      bringProjectionsUp(db, watch, since)
    }
    file.noteOwnWrite()
    return {
      path: name,
      db,
      file,
      readOnly: null,
      setAside,
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

/** Looks at a file, with the lock, before anything is written to it. Throws what keeps it from being written. */
function lookFirst(
  path: string,
  newest: number,
  { known, acceptShorterLog }: { known: KnownHead | null; acceptShorterLog: boolean },
): void {
  const db = openForReading(path)
  try {
    refuseNewerDb(db, newest)
    const wrong = newest === currentVersion ? inspect(db) : null
    if (wrong) throw EngineProblem.of(damaged(wrong))
    // Tables that still show what is gone say more than a head does: they are told first.
    if (!acceptShorterLog) refuseTablesAhead(db)
    refuseOtherChain(db, known)
  } finally {
    db.close()
  }
}

/** What is wrong with the permanent part of a file of its own version: a sentence, or null. */
function inspect(db: WriteDb): string | null {
  const version = versionOf(db)
  if (version < 1) return `its format is numbered ${version}, which no version of Claimtrail has written.`
  return quickCheck(db, version)
}

/** Brings it to the newest version, or says that it could not be and stays as it was. */
function migrateWhole(db: WriteDb, steps: readonly Migration[]): void {
  try {
    migrate(db, steps)
  } catch (error) {
    const problem = problemOf(error)
    if (problem.code !== 'internal') throw error
    throw new EngineProblem(
      'not_migrated',
      `This workspace comes from an older version and could not be brought up to date (${error instanceof Error ? error.message : error}). It is as it was, and a backup lies in its folder of backups. Open it with the version that wrote it, and report this.`,
    )
  }
}

/** A try that fails after its backup must not leave one more each time: one of this head is enough. */
function backupOnce(db: WriteDb, path: string): void {
  const { seq } = readHead(db)
  if (!listBackups(path).some(({ name }) => name.endsWith(` event ${seq}.claimtrail`))) backupBeside(db, path)
}

function openPlace(
  { path, name }: Place,
  because: Problem,
  { watch, known }: { watch: Watch; known: KnownHead | null },
): Opened {
  let reason = because
  try {
    const { db, file } = isInUse(path)
      ? openNamed(name, () => openForReading(path), { watchContent: false })
      : { db: connectToLook(path, watch), file: namedFile(name) }
    try {
      refuseNewerDb(db, currentVersion)
      const wrong = inspect(db)
      if (wrong && !isCause(reason)) reason = damaged(wrong)
      // That it is not the file that was meant matters more than why it cannot be written, unless it is damaged.
      if (reason.code !== 'damaged') reason = otherChain(db, known) ?? reason
      reason = withBackup(reason, path)
      if (versionOf(db) < currentVersion || shapeOf(db) !== projectionShape)
        throw EngineProblem.of(wrong ? damaged(wrong) : needsUpdate(reason))
      return { path: name, db, file, readOnly: reason, close: () => db.close() }
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    const problem = withBackup(openingProblem(error), path)
    // The first reason is the cause; that reading fails too is its consequence.
    throw EngineProblem.of(isCause(reason) ? reason : problem)
  }
}

function otherChain(db: WriteDb, known: KnownHead | null): Problem | null {
  const looked = answer(() => refuseOtherChain(db, known))
  return looked.ok || !headProblems.includes(looked.error.code) ? null : looked.error
}

/** Reasons that tell by themselves why a file cannot be opened at all. */
function isCause({ code }: Problem): boolean {
  return !['opened_elsewhere', 'only_looked_at', 'several_names', 'read_only'].includes(code)
}

/** A copy is brought up to date where it can be; what somebody works on is read as it is. */
function connectToLook(path: string, watch: Watch): WriteDb {
  const copy = isInUse(path) ? null : privateCopy(path)
  if (!copy) return openForReading(path)
  const db = openCopy(copy, 'write')
  try {
    const wrong = inspect(db)
    if (wrong === null) {
      if (versionOf(db) < currentVersion) migrate(db, migrations)
      if (!tablesAhead(db)) bringProjectionsUp(db, watch, copy.since)
    }
    db.pragma('query_only = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Makes the projections anew when another version of the program made them, when they are behind the log, or when one
 * of their tables or indexes is gone or altered: the log and the texts, checked before, hold everything. Throws where
 * they are ahead of the log. `since`: where the file ended before left work was applied to it; the rows that it touched
 * are compared, for an older copy of the file may have been put under that work.
 */
function bringProjectionsUp(db: WriteDb, watch: Watch, since: Head | null): void {
  refuseTablesAhead(db)
  if (shapeOf(db) === projectionShape && checkSchema(db, projectionSchema) === null && !hasForeignIndex(db)) {
    const applied = db.prepare('SELECT applied_seq FROM fold_state').pluck().get()
    if (applied === readHead(db).seq && (since === null || doFollow(db, since))) return
  }
  rebuild(db, watch)
}

/** A row that its events cannot have made does not follow from them. */
function doFollow(db: WriteDb, since: Head): boolean {
  const compared = answer(() => tablesFollow(db, since))
  return compared.ok && compared.value
}

/** By which program's tables the projections were made; null when there are none. */
function shapeOf(db: WriteDb): string | null {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fold_state'").get()
  if (!there) return null
  return (db.prepare('SELECT shape FROM fold_state').pluck().get() as string | undefined) ?? null
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

/** What keeps a file from being opened. What SQLite does not understand in it, another hand has put there. */
function openingProblem(error: unknown): Problem {
  const problem = problemOf(error)
  if (!(error instanceof Database.SqliteError)) return problem
  // By its first bytes it is a workspace: what is no database behind them is damage.
  if (problem.code === 'not_a_workspace') return damaged('what follows its first bytes is no database.')
  return problem.code === 'internal'
    ? damaged(`it holds what Claimtrail did not write (${error.message}).`)
    : problem
}

/** Why neither the file nor what lies beside it can be written; null where they can. */
function whyUnwritable(path: string): Problem | null {
  for (const [what, place] of [
    ['file', path],
    ['folder', dirname(path)],
  ] as const) {
    try {
      accessSync(place, constants.W_OK)
    } catch (error) {
      const isMedium = error instanceof Error && 'code' in error && error.code === 'EROFS'
      return readOnlyProblem(
        isMedium ? 'its disk does not allow writing' : `its ${what} does not allow writing`,
      )
    }
  }
  return null
}

/** A file under several names has several write-ahead logs, one a name: whoever wrote under one would not see the other's. */
function severalNames(path: string): Problem | null {
  const { nlink } = statSync(path)
  if (nlink < 2) return null
  return {
    code: 'several_names',
    message: `This file has ${nlink} names on this disk (hard links), and work under one would be lost under another. It is opened to be read. To make changes, save a copy and open that, or remove the other names.`,
  }
}
