/** A line of the table: a group's heading, or the claim at an offset of the query. */
export type Line = { kind: 'group'; group: number } | { kind: 'claim'; offset: number; group: number | null }

export interface Group {
  key: string | null
  label: string
  count: number
}

/** Where every claim and every heading lies, found without a list of all lines. */
export interface Lines {
  count: number
  /** The line at an index from 0 to `count - 1`. */
  at(index: number): Line
  /** The claim's line; its group's heading where the group is folded. Offsets beyond the end give the last line. */
  ofClaim(offset: number): number
  ofGroup(group: number): number
}

/**
 * Lays out `total` claims, in groups when there are any. A folded group takes one line. Costs as much as there are
 * groups, and a binary search for a line.
 */
export function layLines(
  total: number,
  groups: readonly Group[],
  isFolded: (group: Group) => boolean,
): Lines {
  if (groups.length === 0) {
    return {
      count: total,
      at: (index) => ({ kind: 'claim', offset: index, group: null }),
      ofClaim: (offset) => clamp(offset, total),
      ofGroup: () => 0,
    }
  }
  const folded = groups.map(isFolded)
  const headings: number[] = []
  const offsets: number[] = []
  let line = 0
  let offset = 0
  for (const [index, { count }] of groups.entries()) {
    headings.push(line)
    offsets.push(offset)
    line += folded[index] ? 1 : 1 + count
    offset += count
  }
  return {
    count: line,
    at(index) {
      const group = lastAtOrBelow(headings, index)
      const within = index - headings[group]!
      return within === 0
        ? { kind: 'group', group }
        : { kind: 'claim', offset: offsets[group]! + within - 1, group }
    },
    ofClaim(wanted) {
      const group = lastAtOrBelow(offsets, clamp(wanted, offset))
      return folded[group]
        ? headings[group]!
        : headings[group]! + 1 + (clamp(wanted, offset) - offsets[group]!)
    },
    ofGroup: (group) => headings[group] ?? 0,
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}

/** Index of the last entry that is not above `value`; the entries ascend and the first is not above it. */
function lastAtOrBelow(entries: readonly number[], value: number): number {
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (entries[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
