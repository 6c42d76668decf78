import { fewestDigits, type LogHead, shortHead } from '../../../domain/head.ts'
import type { ReadDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import type { Findings } from './findings.ts'

/** A head that was kept outside the file: remembered by the program on this computer, or given by a person. */
export interface HeldHead extends LogHead {
  from: 'remembered' | 'given'
}

/**
 * Holds the log against heads from outside the file, which is what finds a log that was cut at its end, rolled back or
 * written anew as a whole. Returns a sentence for each that lies in the log.
 */
export function verifyHeads(db: ReadDb, held: readonly HeldHead[], found: Findings): string[] {
  return held.flatMap((head) => {
    const what = `the head ${head.from === 'given' ? 'that was given' : 'that is remembered here'}, ${shortHead(head)}`
    const last = readHead(db)
    if (last.seq < head.seq) {
      const missing = head.seq - last.seq
      found.add(
        'head_missing',
        `The log ends at event ${last.seq}, before ${what}: ${missing === 1 ? '1 event is' : `${missing} events are`} missing. This is an older copy, or the end of its log was cut off.`,
        last.seq,
      )
      return []
    }
    const hash = (
      db.prepare('SELECT hash FROM log WHERE seq = ?').pluck().get(head.seq) as Buffer | undefined
    )?.toString('hex')
    if (!hash?.startsWith(head.hash)) {
      found.add(
        'head_different',
        `Event ${head.seq} does not have the hash of ${what}, but ${hash?.slice(0, fewestDigits) ?? 'none'}…. This file holds other work, or its log was written anew.`,
        head.seq,
      )
      return []
    }
    const digits = head.hash.length < 64 ? ` (its first ${head.hash.length} of 64 digits were compared)` : ''
    return [`The log contains ${what}${digits}.`]
  })
}
