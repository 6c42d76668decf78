import type { ReplayData } from './data.ts'
import { bytesToHex, hashFields, hashText, hexToBytes } from './hash.ts'

/** What the check of the chain found, as sentences. */
export interface Checked {
  holds: boolean
  /** One line for the top of the page. */
  short: string
  /** What was checked and what this file cannot show. */
  facts: string[]
  /** What is wrong; the first hundred. */
  findings: string[]
}

const zeros = '0'.repeat(64)

/**
 * Walks the events that are inside: recomputes each one's hash from its columns and the hash of the event before it,
 * compares it with the one that is written down, and follows the links. Texts that are whole are hashed too. Yields the
 * share done now and then, so that a page stays alive; returns what it found.
 */
export function* checkChain({ about, texts, events }: ReplayData): Generator<number, Checked> {
  const findings: string[] = []
  const wrong = (sentence: string) => {
    if (findings.length < 100) findings.push(sentence)
  }
  let joined = 0
  let open = 0
  let seqBefore = 0
  let hashBefore = zeros
  for (const [index, event] of events.entries()) {
    if (index % 1000 === 999) yield index / events.length
    const [seq, eventId, stream, type, version, at, author, command, commandHash, payload, kept, hash] = event
    const neighbour = seq === seqBefore + 1
    const prevHash = kept ?? hashBefore
    if (seq <= seqBefore) wrong(`Event ${seq} stands after event ${seqBefore}: the order was altered.`)
    if (!isHash(prevHash) || !isHash(hash) || (commandHash !== null && !isHash(commandHash))) {
      wrong(`Event ${seq} has a hash that is none: it was altered.`)
    } else {
      const computed = bytesToHex(
        hashFields([
          hexToBytes(prevHash),
          seq,
          eventId,
          stream,
          about.types[type] ?? '',
          version,
          at,
          about.authors[author] ?? '',
          about.commands[command] ?? '',
          commandHash === null ? null : hexToBytes(commandHash),
          payload,
        ]),
      )
      if (computed !== hash) wrong(`Event ${seq} (${about.types[type]}) was altered after it was written.`)
    }
    if (neighbour && prevHash !== hashBefore) {
      wrong(`Event ${seq} does not carry the hash of event ${seqBefore}.`)
    } else if (!neighbour && kept === null) {
      wrong(
        `Event ${seq} does not say which event came before it: events between ${seqBefore} and ${seq} were taken out.`,
      )
    }
    if (neighbour) joined += 1
    else open += 1
    seqBefore = seq
    hashBefore = hash
  }
  const whole = about.topic === null
  if (whole && (open > 0 || events.length !== about.head.seq)) {
    wrong(
      `This replay is of the whole workspace, but it has ${events.length} of its ${about.head.seq} events.`,
    )
  }
  const headInside = seqBefore === about.head.seq
  if (headInside && hashBefore !== about.head.hash) {
    wrong(`The last event, ${seqBefore}, does not have the hash that this file gives for its end.`)
  }
  let wholeTexts = 0
  for (const { hash, length, pieces } of texts) {
    const [first] = pieces
    if (first?.start !== 0 || first.text.length !== length) continue
    wholeTexts += 1
    if (hashText(first.text) !== hash) wrong('The text of an article was altered: it does not have its hash.')
    yield 1
  }
  const holds = findings.length === 0
  const n = (value: number) => value.toLocaleString('en-GB')
  const short = !holds
    ? 'The chain does not hold: this file was altered.'
    : whole
      ? `The chain holds: ${n(events.length)} events, each linked to the one before.`
      : `The chain holds for the ${n(events.length)} events inside; ${n(open)} of their links lead outside.`
  const facts = [
    `Each of the ${n(events.length)} events was hashed anew (SHA-256) from its columns and the hash of the event before it.`,
    whole
      ? 'Every event of the workspace up to the end is inside, from event 1 on: none can have been taken out, added or changed without breaking the chain.'
      : `${n(joined)} links to the event before are inside and were followed. ${n(open)} links lead to events that are not in this file: their hashes are inside, those events are not, so this file alone cannot show that nothing was left out between.`,
    headInside
      ? 'The end’s hash is that of the last event inside.'
      : `The end of the workspace’s log, event ${n(about.head.seq)}, is about something else and not inside; its hash is only quoted.`,
    `${n(wholeTexts)} of ${n(texts.length)} article texts are inside as a whole and were hashed too${wholeTexts < texts.length ? '; a part of a text cannot be' : ''}.`,
    'The commands that the events came from are not inside; each is named by its hash.',
    'Somebody who rewrote the whole file could make a chain that holds. It is proved by comparing the end’s hash with the one that the workspace’s keeper gives you.',
  ]
  return { holds, short, facts, findings }
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
