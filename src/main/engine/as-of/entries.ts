import { type TableName, tableNames } from '../../../domain/rows.ts'

/** When rows were entered and removed: how many stood at any moment is then two look-ups. */
export interface Entries {
  /** Told in order of the events. */
  entered(table: TableName, seq: number): void
  removed(table: TableName, seq: number): void
  /** Forgets what later events did. */
  forgetAfter(seq: number): void
  count(table: TableName, seq: number): number
}

export function openEntries(): Entries {
  const entered = noneYet()
  const removed = noneYet()
  return {
    entered: (table, seq) => entered[table].push(seq),
    removed: (table, seq) => removed[table].push(seq),
    forgetAfter(seq) {
      for (const seqs of [...Object.values(entered), ...Object.values(removed)]) {
        seqs.length = countUpTo(seqs, seq)
      }
    },
    count: (table, seq) => countUpTo(entered[table], seq) - countUpTo(removed[table], seq),
  }
}

function noneYet(): Record<TableName, number[]> {
  return Object.fromEntries(tableNames.map((name) => [name, [] as number[]])) as Record<TableName, number[]>
}

/** How many of the rising numbers are at most `seq`. */
function countUpTo(seqs: readonly number[], seq: number): number {
  let low = 0
  let high = seqs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (seqs[middle]! <= seq) low = middle + 1
    else high = middle
  }
  return low
}
