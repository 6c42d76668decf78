import { basename, extname } from 'node:path'
import type { NewFile } from '../../targets/new-file.ts'
import { makeWorkspaceFile } from '../file/create.ts'
import { openReader } from '../file/open.ts'
import type { ReadDb, WriteDb } from '../log/database.ts'
import { sha256 } from '../log/hash.ts'
import {
  type CommandRow,
  commandColumns,
  hashOfCommand,
  hashOfEvent,
  type LogRow,
  logColumns,
  readHead,
} from '../log/log.ts'
import { textWriter } from '../log/texts.ts'
import { damaged, EngineProblem } from '../problems.ts'
import { rebuild } from '../tables/rebuild.ts'
import { cancelled, unwatched, type Watch } from '../watch.ts'
import { headAt, type Parent, recordParent } from './parent.ts'

export interface BranchRequest {
  /** The workspace to branch from; it may be open, and is only read. */
  path: string
  /** The last event that the branch takes along; 0: none. */
  seq: number
  /** The new file; never one that is there. */
  target: NewFile
  /** What the person calls the moment; empty for nothing. */
  moment: string
}

/**
 * Makes a workspace whose log is the parent's up to event `seq`, byte for byte, with the commands and texts that belong
 * to it, and which knows its parent. Every hash is checked on the way, so a branch of a damaged log is refused. Throws
 * an EngineProblem: `no_such_moment` past the head, `inside_command` between the events of one command.
 */
export function makeBranch(
  { path, seq, target, moment }: BranchRequest,
  watch: Watch = unwatched,
): { path: string; parent: Parent } {
  const source = openReader(path)
  try {
    // One read transaction: a writer may go on.
    source.exec('BEGIN')
    const head = headAt(source, seq)
    if (!head) throw pastTheHead(seq, readHead(source).seq)
    refuseInsideCommand(source, seq)
    const name = basename(path, extname(path))
    const parent: Parent = { name, seq, hash: head.hash.toString('hex'), moment }
    makeWorkspaceFile(target, (db) => {
      db.pragma('foreign_keys = OFF')
      db.transaction(() => {
        copyLog(source, db, seq, halfOf(watch, 0))
        copyCommands(source, db, seq)
        copyTexts(source, db, seq)
        recordParent(db, parent)
      }).immediate()
      rebuild(db, halfOf(watch, 1))
    })
    return { path: target.path, parent }
  } finally {
    source.close()
  }
}

/**
 * A command is kept whole or not at all: half of one could be neither undone nor verified, and rounding the number
 * silently would show what was not asked for. So the two nearest places are named, and the person chooses.
 */
function refuseInsideCommand(source: ReadDb, seq: number): void {
  const around = source
    .prepare('SELECT first_seq, last_seq, label FROM commands WHERE first_seq <= ? AND last_seq > ?')
    .get(seq, seq) as Pick<CommandRow, 'first_seq' | 'last_seq' | 'label'> | undefined
  if (!around) return
  const [before, after] = [around.first_seq - 1, around.last_seq]
  throw new EngineProblem(
    'inside_command',
    `Event ${seq} lies inside one step, “${around.label}” (events ${around.first_seq} to ${after}), and a branch takes a step along whole or not at all. Nothing was made; branch at event ${before}, before it, or at event ${after}, after it.`,
    { seq, before, after, label: around.label },
  )
}

function copyLog(source: ReadDb, db: WriteDb, to: number, watch: Watch): void {
  const insert = db.prepare(`INSERT INTO log (${logColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`)
  const rows = source.prepare(`SELECT ${logColumns} FROM log WHERE seq <= ? ORDER BY seq`).iterate(to)
  let previous = 0
  for (const row of rows as IterableIterator<LogRow>) {
    if (row.seq !== previous + 1 || !hashOfEvent(row).equals(row.hash)) throw alteredAt(row.seq)
    previous = row.seq
    // The log's own trigger refuses one that does not continue the chain.
    insert.run(...Object.values(row))
    if (row.seq % 5000 === 0) {
      watch.progress(row.seq, to)
      if (watch.isCancelled()) throw cancelled()
    }
  }
  if (previous !== to) throw alteredAt(previous + 1)
}

function copyCommands(source: ReadDb, db: WriteDb, to: number): void {
  const insert = db.prepare(`INSERT INTO commands (${commandColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?)`)
  const rows = source
    .prepare(`SELECT ${commandColumns} FROM commands WHERE last_seq <= ? ORDER BY first_seq`)
    .iterate(to)
  for (const row of rows as IterableIterator<CommandRow>) {
    if (!hashOfCommand(row).equals(row.hash)) throw alteredAt(row.first_seq)
    insert.run(...Object.values(row))
  }
}

/** Texts in the order in which they came; those that later imports brought stay behind. */
function copyTexts(source: ReadDb, db: WriteDb, to: number): void {
  const keep = textWriter(db)
  const rows = source
    .prepare(`SELECT hash, text FROM texts WHERE hash IN
      (SELECT json_extract(payload, '$.textHash') FROM log WHERE type = 'article.imported' AND seq <= ?) ORDER BY n`)
    .iterate(to)
  for (const { hash, text } of rows as IterableIterator<{ hash: string; text: string }>) {
    if (sha256(text) !== hash) throw alteredText(hash)
    keep([[hash, text]])
  }
}

function alteredAt(seq: number): EngineProblem {
  const { code, message } = damaged(`event ${seq} is not as it was written.`)
  return new EngineProblem(code, `${message} No branch was made.`, { seq })
}

function alteredText(hash: string): EngineProblem {
  const { code, message } = damaged(`the text ${hash.slice(0, 12)}… was altered after it was written.`)
  return new EngineProblem(code, `${message} No branch was made.`)
}

function pastTheHead(seq: number, head: number): EngineProblem {
  return new EngineProblem(
    'no_such_moment',
    `There is no event ${seq}: the log ends at event ${head}. Nothing was made; choose a number from 0 to ${head}.`,
    { seq, head },
  )
}

/** Copying and folding share one bar: each has a half of it. */
function halfOf(watch: Watch, half: 0 | 1): Watch {
  return {
    isCancelled: () => watch.isCancelled(),
    progress: (done, total) => watch.progress(half * total + done, total * 2),
  }
}
