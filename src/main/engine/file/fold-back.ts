import type { WriteDb } from '../log/database.ts'
import type { OpenFile } from './open-file.ts'

/** Write-ahead log that is left to grow while questions and edits go on. */
const tidyAbove = 4 * 1024 * 1024
/** And within one long piece of work, which waits while it is folded. */
const mostInWork = 64 * 1024 * 1024

/** Folds a log that has grown back into the file, between two questions or two pieces of one long work. */
export function foldGrown(db: WriteDb, file: OpenFile, { inWork }: { inWork: boolean }): void {
  if (file.unfolded() > (inWork ? mostInWork : tidyAbove)) checkpoint(db, file, 'PASSIVE')
}

/**
 * Folds the write-ahead log back into the file and empties it, so that the one file holds everything: that one is what
 * people copy and mail. False where a reader stands in the way: then what could be folded is, and it is to be tried
 * again. Never for a file into which another program wrote.
 *
 * @param waitMs how long it may wait for readers
 */
export function foldBack(db: WriteDb, file: OpenFile, waitMs = 0): boolean {
  const patience = db.pragma('busy_timeout', { simple: true })
  db.pragma(`busy_timeout = ${waitMs}`)
  try {
    return checkpoint(db, file, 'TRUNCATE')
  } finally {
    db.pragma(`busy_timeout = ${patience}`)
  }
}

function checkpoint(db: WriteDb, file: OpenFile, mode: 'PASSIVE' | 'TRUNCATE'): boolean {
  try {
    const [done] = db.pragma(`wal_checkpoint(${mode})`) as [{ busy: number }]
    return done.busy === 0
  } finally {
    file.noteOwnWrite()
  }
}
