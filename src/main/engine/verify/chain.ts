import type { Finding } from '../../../contract/program.ts'
import { openReader } from '../file/open.ts'
import type { ReadDb } from '../log/database.ts'
import { hashFields } from '../log/hash.ts'
import { emptyHead, type Head, logColumns } from '../log/log.ts'
import { cancelled, type Watch } from '../watch.ts'
import { collectFindings, type Findings } from './findings.ts'

/** The columns of `logColumns`, as an array: rows come in millions. */
export type RawEvent = [
  seq: number,
  eventId: string,
  stream: string,
  type: string,
  version: number,
  at: string,
  author: string,
  commandId: string,
  commandHash: Buffer | null,
  payload: string,
  prevHash: Buffer,
  hash: Buffer,
]

/** What a walk along the chain found, and where it ended. */
export interface Chain {
  /** The event asked for; null when the log does not have it. */
  head: Head | null
  /** The log's last event. */
  last: number
  findings: Finding[]
}

/**
 * Recomputes every hash of a workspace's log up to and including event `to`: whether what that event's hash stands for
 * is still there unaltered. Reads only. Throws as `openReader` does.
 */
export function verifyChain(path: string, to: number, watch: Watch): Chain {
  const db = openReader(path)
  try {
    const found = collectFindings()
    const check = chainCheck(found)
    let head: Head | null = to === 0 ? emptyHead : null
    for (const event of eventsInOrder(db, to)) {
      const seq = event[0]
      if (seq % 5000 === 1) {
        watch.progress(seq, to)
        if (watch.isCancelled()) throw cancelled()
      }
      check(event)
      if (seq === to) head = { seq, hash: event[11] }
    }
    const last = db.prepare('SELECT coalesce(max(seq), 0) FROM log').pluck().get() as number
    return { head, last, findings: found.list() }
  } finally {
    db.close()
  }
}

/** Goes along the log: each event must follow the last one, carry its hash, and hash as it says. */
export function chainCheck(found: Findings): (event: RawEvent) => void {
  let expected = 1
  let previous: Uint8Array = emptyHead.hash
  return (event) => {
    const [seq, eventId, stream, type, version, at, author, commandId, commandHash, payload, prevHash, hash] =
      event
    if (seq !== expected) {
      found.add('event_missing', `Event ${expected} is missing: the log goes on with event ${seq}.`, seq)
    } else if (!prevHash.equals(previous)) {
      found.add('chain_broken', `Event ${seq} does not carry the hash of the event before it.`, seq)
    }
    const computed = hashFields([
      prevHash,
      seq,
      eventId,
      stream,
      type,
      version,
      at,
      author,
      commandId,
      commandHash,
      payload,
    ])
    if (!computed.equals(hash)) {
      found.add('event_altered', `Event ${seq} (${type} on ${stream}) was altered after it was written.`, seq)
    }
    expected = seq + 1
    previous = hash
  }
}

/** Every event up to and including `to`, in order. */
export function eventsInOrder(db: ReadDb, to = Number.MAX_SAFE_INTEGER): Generator<RawEvent> {
  const select = db
    .prepare(`SELECT ${logColumns} FROM log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${pieceLength}`)
    .raw()
  return pieces(
    (after) => select.all(after, to) as RawEvent[],
    ([seq]) => seq,
  )
}

export const pieceLength = 5000

/** Rows in pieces of `pieceLength`, so that other statements may run between. */
export function* pieces<Row>(read: (after: number) => Row[], keyOf: (row: Row) => number): Generator<Row> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = read(after)
    yield* rows
    if (rows.length < pieceLength) return
    after = keyOf(rows[rows.length - 1]!)
  }
}
