import { type KnownHead, type LogHead, shortHead, writeHead } from '../../../domain/head.ts'
import type { ReadDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { EngineProblem } from '../problems.ts'

/** The hash of the log's first event, 64 hexadecimal digits; null for an empty log. */
export function firstHash(db: ReadDb): string | null {
  const hash = db.prepare('SELECT hash FROM log WHERE seq = 1').pluck().get() as Buffer | undefined
  return hash?.toString('hex') ?? null
}

/** How a log, which ends at `head`, stands to a head that was kept outside the file. `here` has that event's hash now. */
type Standing =
  | { how: 'continues' }
  | { how: 'another_workspace'; head: LogHead }
  | { how: 'rolled_back'; head: LogHead }
  | { how: 'forked'; head: LogHead; here: LogHead }

/** Whether a log goes on from a known head: the same first event, and that very hash at that number. */
function standingTo(db: ReadDb, known: KnownHead): Standing {
  const last = readHead(db)
  const head = { seq: last.seq, hash: last.hash.toString('hex') }
  if (firstHash(db) !== known.first) return { how: 'another_workspace', head }
  if (head.seq < known.seq) return { how: 'rolled_back', head }
  const stored = db.prepare('SELECT hash FROM log WHERE seq = ?').pluck().get(known.seq) as Buffer | undefined
  const here = { seq: known.seq, hash: stored?.toString('hex') ?? '' }
  return here.hash === known.hash ? { how: 'continues' } : { how: 'forked', head, here }
}

/** Problems of a file that is not the one that was last seen under its name. Each has both heads in its details. */
export const headProblems: readonly string[] = ['rolled_back', 'forked', 'another_workspace']

/**
 * Throws an EngineProblem `rolled_back`, `forked` or `another_workspace` where a file does not go on from the head that
 * was last seen under its name.
 */
export function refuseOtherChain(db: ReadDb, known: KnownHead | null): void {
  if (known === null) return
  const standing = standingTo(db, known)
  if (standing.how === 'continues') return
  const details = { known: writeHead(known), head: writeHead(standing.head) }
  throw new EngineProblem(standing.how, `${whatHappened(standing, known)} ${whatToDo}`, details)
}

function whatHappened(standing: Exclude<Standing, { how: 'continues' }>, known: KnownHead): string {
  const [was, is] = [shortHead(known), shortHead(standing.head)]
  if (standing.how === 'rolled_back') {
    const missing = known.seq - standing.head.seq
    return `This file ends earlier than when it was last open here: then at ${was}, now at ${is}, so ${missing === 1 ? '1 event is' : `${missing} events are`} missing. An older copy was put in its place, or the end of its log was cut off.`
  }
  if (standing.how === 'forked') {
    return `This file holds other work than when it was last open here: then its event ${known.seq} was ${was}, now it is ${shortHead(standing.here)}, and the file ends at ${is}. A copy that was worked on elsewhere was put in its place, or its log was written anew.`
  }
  return `This file is another workspace than the one that was last open here under this name: that one ended at ${was}, this one ends at ${is}, and not even their first events are the same. Another file was put in its place, or its whole log was written anew.`
}

const whatToDo =
  'Nothing was changed, and it can only be read. Put the right file back or open a backup; if this is the file that you mean, go on from here.'
