/**
 * Rising event numbers in little space: how many are left out, how many follow, by turns, from event 1 on. Numbers 1,
 * 2, 5 are [0, 2, 2, 1].
 */
export type Runs = number[]

/** @param seqs rising, without repetition, from 1 */
export function toRuns(seqs: Iterable<number>): Runs {
  const runs: Runs = []
  let next = 1
  for (const seq of seqs) {
    if (seq === next && runs.length > 0) runs[runs.length - 1]! += 1
    else runs.push(seq - next, 1)
    next = seq + 1
  }
  return runs
}

/** The numbers again. */
export function fromRuns(runs: Runs): Uint32Array {
  let count = 0
  for (let index = 1; index < runs.length; index += 2) count += runs[index]!
  const seqs = new Uint32Array(count)
  let seq = 0
  let at = 0
  for (let index = 0; index < runs.length; index += 2) {
    seq += runs[index]!
    for (let left = runs[index + 1]!; left > 0; left -= 1) {
      seq += 1
      seqs[at] = seq
      at += 1
    }
  }
  return seqs
}
