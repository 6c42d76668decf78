import { shortHead } from '../../../domain/head.ts'
import type { ReadDb } from '../log/database.ts'
import type { HeldHead } from './heads.ts'

/** What a check cannot say, however clean it is, as sentences: every report ends with them. */
export function notChecked(db: ReadDb, head: number, held: readonly HeldHead[]): string[] {
  return [
    beyondHeads(head, held),
    'Who gave the commands: authors are names, not signatures.',
    'Whether articles are as their publishers wrote them: texts are kept as they were imported, originals are not.',
    viewState(db),
    'Exports and backups, which are files of their own: “claimtrail verify-export” checks an export, and a backup is checked like any workspace.',
    'The program itself, and the computer that it runs on.',
  ].filter((sentence) => sentence !== null)
}

function beyondHeads(head: number, held: readonly HeldHead[]): string | null {
  const [last] = held.toSorted((a, b) => b.seq - a.seq)
  if (!last) {
    return 'Whether the end of the log was cut off, or the whole log written anew with new hashes: no head of this workspace that was kept elsewhere was there to hold it against.'
  }
  if (last.seq >= head) return null
  return `Whether events ${last.seq + 1} to ${head} were written anew with new hashes: the last head to hold them against was ${shortHead(last)}.`
}

/** Absent where the table is gone, which is a finding. */
function viewState(db: ReadDb): string | null {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'view_state'").get()
  const rows = there ? db.prepare('SELECT count(*) FROM view_state').pluck().get() : 0
  return rows === 0
    ? null
    : `What lies outside the log: ${rows} value${rows === 1 ? '' : 's'} of views (where somebody reads, how a list is sorted, signatures of texts), which can be lost without loss.`
}
