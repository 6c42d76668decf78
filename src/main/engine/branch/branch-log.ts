import { basename, extname, resolve } from 'node:path'
import type { KeptCommand } from '../../../domain/branch/kept-command.ts'
import type { Past } from '../../../domain/command.ts'
import { type Names, rowName } from '../../../domain/history/names.ts'
import { type ReadTables, tableNames } from '../../../domain/rows.ts'
import { openReader } from '../file/open.ts'
import type { ReadDb, WriteDb } from '../log/database.ts'
import { type CommandRow, commandColumns, readHead } from '../log/log.ts'
import { openPast } from '../log/past.ts'
import { openTexts } from '../log/texts.ts'
import { EngineProblem } from '../problems.ts'
import { namesOf } from '../queries/history.ts'
import { sqliteTables } from '../tables/sqlite-tables.ts'
import { headAt, type Parent, readParent } from './parent.ts'

/** A workspace file read beside the one that is open, as it is at one moment. */
export interface WorkspaceReading {
  name: string
  db: WriteDb
  tables: ReadTables
  names: Names
  /** What an id stands for, in whichever table it is; undefined for what is no id. */
  nameOf(id: string): string | undefined
  close(): void
}

/** A branch with everything that was done in it. */
export interface BranchReading extends WorkspaceReading {
  parent: Parent
  /** Since the fork, oldest first. */
  commands: KeptCommand[]
  head: number
  text(hash: string): string
  past: Past
}

/** Rows kept in memory while another file is looked through. */
const keptRows = 1000

export function readWorkspace(path: string): WorkspaceReading {
  const db = openReader(path)
  try {
    // A read transaction: rows and log belong together, whatever is written meanwhile.
    db.exec('BEGIN')
    const { tables } = sqliteTables(db, () => {}, keptRows)
    const names = namesOf({ db, tables })
    return {
      name: nameOfFile(path),
      db,
      tables,
      names,
      nameOf: idNames(tables, names),
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a branch to read. Throws an EngineProblem, `not_a_branch` for a workspace that came from no other. */
export function readBranch(path: string): BranchReading {
  const read = readWorkspace(path)
  try {
    const parent = readParent(read.db)
    if (!parent) throw notABranch(read.name)
    const texts = openTexts(read.db)
    return {
      ...read,
      parent,
      commands: commandsAfter(read.db, parent.seq),
      head: readHead(read.db).seq,
      text: (hash) => texts.get(hash),
      past: openPast(read.db),
    }
  } catch (error) {
    read.close()
    throw error
  }
}

/**
 * Whether a workspace is the one that a branch came from: it has the event of the fork with the very hash, and through
 * the chain every event before it. What the file is called, and what was done in it since, does not matter.
 */
export function checkIsParent({ name, seq, hash }: Parent, candidate: ReadDb, path: string): void {
  const there = headAt(candidate, seq)
  if (there?.hash.toString('hex') === hash) return
  const is = there
    ? `event ${seq} has another hash there (${there.hash.toString('hex').slice(0, 8)}…, not ${hash.slice(0, 8)}…)`
    : `its log ends at event ${readHead(candidate).seq}, before the branch began (event ${seq})`
  throw new EngineProblem(
    'not_the_parent',
    `“${nameOfFile(path)}” is not the workspace that this branch came from (“${name}”): ${is}. Nothing was changed; choose the workspace that it was made from.`,
    { seq, hash },
  )
}

/** A command line or a dialog may name one file twice. */
export function refuseSameFile(branch: string, parent: string): void {
  if (resolve(branch) !== resolve(parent)) return
  throw new EngineProblem(
    'same_file',
    'A workspace cannot be compared with itself. Choose the branch and the workspace that it came from.',
  )
}

/** The commands after event `fork`, oldest first. */
export function commandsAfter(db: ReadDb, fork: number): KeptCommand[] {
  const rows = db
    .prepare(`SELECT ${commandColumns} FROM commands WHERE first_seq > ? ORDER BY first_seq`)
    .all(fork) as CommandRow[]
  const streams = db.prepare('SELECT DISTINCT stream FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq').pluck()
  const firstOf = db.prepare('SELECT min(seq) FROM log WHERE stream = ?').pluck()
  return rows.map((row) => {
    const touches = streams.all(row.first_seq, row.last_seq) as string[]
    return {
      commandId: row.command_id,
      firstSeq: row.first_seq,
      lastSeq: row.last_seq,
      kind: row.kind,
      target: row.target,
      type: row.type,
      args: JSON.parse(row.args),
      label: row.label,
      by: row.author,
      at: row.at,
      touches,
      makes: touches.filter((stream) => (firstOf.get(stream) as number) >= row.first_seq),
    }
  })
}

function idNames(tables: ReadTables, names: Names): (id: string) => string | undefined {
  return (id) => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) return undefined
    for (const table of tableNames) if (tables[table].get(id)) return named(table)
    for (const table of tableNames) if (names.row(table, id)) return named(table)
    return undefined

    function named(table: (typeof tableNames)[number]): string {
      return rowName(table, names.row(table, id)!)
    }
  }
}

export function nameOfFile(path: string): string {
  return basename(path, extname(path))
}

function notABranch(name: string): EngineProblem {
  return new EngineProblem(
    'not_a_branch',
    `“${name}” is no branch: its file does not say that it came from another workspace. Choose a file that was made by branching.`,
  )
}
