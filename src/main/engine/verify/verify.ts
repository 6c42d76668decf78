import { performance } from 'node:perf_hooks'
import type { VerifyReport } from '../../../contract/program.ts'
import { versionOf } from '../file/migrations.ts'
import type { WriteDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { problemOf } from '../problems.ts'
import { schemaDifferences } from '../tables/schema-check.ts'
import type { Watch } from '../watch.ts'
import { unwatched } from '../watch.ts'
import { verifyCommands } from './commands.ts'
import { collectFindings, type Findings } from './findings.ts'
import { type HeldHead, verifyHeads } from './heads.ts'
import { verifyLog } from './log.ts'
import { notChecked } from './not-checked.ts'
import { verifyParent } from './parent.ts'
import { verifySearch } from './search.ts'
import { verifyTables } from './tables.ts'
import { verifyTexts } from './texts.ts'

/**
 * The check has two halves that need nothing of each other, so that two threads can share it. `log`: the hash chain
 * over every column, which command each event belongs to, a branch's parent, every text, and every projected table
 * against the log folded in memory; and heads that were kept elsewhere. `storage`: SQLite's own integrity, the schema with its triggers, references, the
 * search indexes against the tables, and each kept command's own hash.
 */
export type Half = 'log' | 'storage'

/**
 * Checks a workspace, whole or in one half, as of one moment. Throws only when it is cancelled or the file cannot be
 * read at all.
 */
export function verify(
  db: WriteDb,
  watch: Watch = unwatched,
  { halves = ['storage', 'log'], held = [] }: { halves?: readonly Half[]; held?: readonly HeldHead[] } = {},
): VerifyReport {
  const began = performance.now()
  const found = collectFindings()
  // One read transaction: a writer may go on, and does not disturb the comparison.
  db.exec('BEGIN')
  try {
    const head = readHead(db)
    const part = readablePart(found)
    const confirmed: string[] = []
    if (halves.includes('storage')) {
      part(() => verifyStorage(db, found))
      part(() => verifySchema(db, found))
      part(() => verifySearch(db, found))
      part(() => verifyCommands(db, found, watch))
    }
    if (halves.includes('log')) {
      const folded = part(() => verifyLog(db, head.seq, found, watch)) ?? null
      part(() => verifyParent(db, found))
      confirmed.push(...(part(() => verifyHeads(db, held, found)) ?? []))
      part(() => verifyTexts(db, folded, found))
      if (folded) part(() => verifyTables(db, folded, head.seq, found))
    }
    const findings = found.list()
    return {
      ok: findings.length === 0,
      head: head.seq,
      hash: head.hash.toString('hex'),
      events: head.seq,
      findings,
      confirmed,
      notChecked: notChecked(db, head.seq, held),
      milliseconds: Math.round(performance.now() - began),
    }
  } finally {
    db.exec('COMMIT')
  }
}

/**
 * Runs one part of the check. Where the file cannot be read, or holds what no program wrote (a table that is gone,
 * a row that its own events cannot have made), that is a finding, and the other parts go on.
 */
function readablePart(found: Findings): <T>(work: () => T) => T | undefined {
  return (work) => {
    try {
      return work()
    } catch (error) {
      const { code, message } = problemOf(error)
      if (code === 'internal') {
        const why = error instanceof Error ? error.message : String(error)
        found.add('check_unfinished', `A part of the check could not be finished: ${why}.`)
      } else if (code === 'damaged') found.add('storage_damaged', message)
      else throw error
      return undefined
    }
  }
}

function verifySchema(db: WriteDb, found: Findings): void {
  const version = versionOf(db)
  if (version < 1)
    found.add('format_unknown', `The file’s format is numbered ${version}, which no version has written.`)
  for (const { sentence } of schemaDifferences(db, { strict: true })) {
    found.add('schema_altered', `In the file’s schema, ${sentence}`)
  }
}

function verifyStorage(db: WriteDb, found: Findings): void {
  for (const { integrity_check: message } of db.pragma('integrity_check(100)') as {
    integrity_check: string
  }[]) {
    if (message !== 'ok') found.add('storage_damaged', `SQLite reports: ${message}.`)
  }
  for (const broken of db.pragma('foreign_key_check') as { table: string; parent: string }[]) {
    found.add(
      'reference_broken',
      `A row of “${broken.table}” refers to a row of “${broken.parent}” that is not there.`,
    )
  }
}
