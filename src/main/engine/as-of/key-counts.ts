import type { TableName } from '../../../domain/rows.ts'
import { type CountedList, type Counts, countedLists, type ListCounts } from '../queries/counts.ts'

/** The counts beside the rows of lists at any moment: kept as what each event added or took away. */
export interface KeyCounts {
  /** What an event made of a row; told in order of the events. */
  note(table: TableName, seq: number, before: unknown, after: unknown): void
  /** Forgets what later events did. */
  forgetAfter(seq: number): void
  /** The counts as they are at the moment that `moment` tells. */
  at(moment: () => number): ListCounts
}

export function openKeyCounts(): KeyCounts {
  const kept = Object.entries(countedLists).map(([name, list]) => ({ name, list, steps: openSteps() }))
  return {
    note(table, seq, before, after) {
      for (const { list, steps } of kept) if (list.table === table) noteKeys(list, steps, seq, before, after)
    },
    forgetAfter(seq) {
      for (const { steps } of kept) steps.forgetAfter(seq)
    },
    at: (moment) =>
      Object.fromEntries(
        kept.map(({ name, steps }): [string, Counts] => [
          name,
          { of: (key) => steps.countAt(moment(), key), note: () => {}, forget: () => {} },
        ]),
      ) as unknown as ListCounts,
  }
}

function noteKeys({ keysOf }: CountedList, steps: Steps, seq: number, before: unknown, after: unknown): void {
  const old = before ? [...new Set(keysOf(before as never))] : []
  const now = after ? [...new Set(keysOf(after as never))] : []
  for (const key of old) if (key !== null && !now.includes(key)) steps.add(seq, key, -1)
  for (const key of now) if (key !== null && !old.includes(key)) steps.add(seq, key, 1)
}

type Steps = ReturnType<typeof openSteps>

/** Counts by key that stand at one moment and walk to the next, step by step: a step is a key one up or down. */
function openSteps() {
  const places = new Map<string, number>()
  const counts: number[] = []
  const seqs: number[] = []
  /** The key's place, doubled, and one more where its count goes down. */
  const whats: number[] = []
  let done = 0

  return {
    add(seq: number, key: string, by: 1 | -1): void {
      let place = places.get(key)
      if (place === undefined) {
        place = counts.push(0) - 1
        places.set(key, place)
      }
      seqs.push(seq)
      whats.push(place * 2 + (by < 0 ? 1 : 0))
    },
    forgetAfter(seq: number): void {
      walkTo(Math.min(seq, done === 0 ? 0 : seqs[done - 1]!))
      while (seqs.length > 0 && seqs[seqs.length - 1]! > seq) {
        seqs.pop()
        whats.pop()
      }
    },
    countAt(seq: number, key: string): number {
      walkTo(seq)
      const place = places.get(key)
      return place === undefined ? 0 : counts[place]!
    },
  }

  function walkTo(seq: number): void {
    for (; done < seqs.length && seqs[done]! <= seq; done += 1) step(whats[done]!, 1)
    for (; done > 0 && seqs[done - 1]! > seq; done -= 1) step(whats[done - 1]!, -1)
  }

  function step(what: number, direction: 1 | -1): void {
    counts[what >> 1]! += what % 2 === 0 ? direction : -direction
  }
}
