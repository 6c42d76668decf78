/** A line of a text beside what it was. `gap` stands for lines that are the same and were left out; it tells how many. */
export interface LineChange {
  kind: 'same' | 'old' | 'new' | 'gap'
  text: string
}

/** Lines shown around a change. */
const around = 2

/** Beyond so many changed lines one text simply replaces the other: the search for the fewest grows with their square. */
const mostChanged = 1000

/**
 * Two texts line by line: the fewest lines taken out and put in, old before new, with two lines that are the same
 * around them. Empty when the texts are the same. Myers, “An O(ND) Difference Algorithm” (1986).
 */
export function lineChanges(before: string, after: string): LineChange[] {
  if (before === after) return []
  const old = linesOf(before)
  const now = linesOf(after)
  const head = commonHead(old, now)
  const tail = commonTail(old.slice(head), now.slice(head))
  const same = (lines: string[]) => lines.map((text): LineChange => ({ kind: 'same', text }))
  const changes = [
    ...same(old.slice(0, head)),
    ...between(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...same(old.slice(old.length - tail)),
  ]
  return shortened(changes)
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|[\r\n]/)
}

function commonHead(old: readonly string[], now: readonly string[]): number {
  let length = 0
  while (length < old.length && length < now.length && old[length] === now[length]) length += 1
  return length
}

function commonTail(old: readonly string[], now: readonly string[]): number {
  let length = 0
  while (length < old.length && length < now.length && old.at(-1 - length) === now.at(-1 - length))
    length += 1
  return length
}

function between(old: readonly string[], now: readonly string[]): LineChange[] {
  const reached = furthest(old, now)
  if (!reached) return [...old.map(gone), ...now.map(come)]
  const changes: LineChange[] = []
  let x = old.length
  let y = now.length
  for (let depth = reached.length - 1; depth >= 0; depth -= 1) {
    const diagonal = x - y
    const ends = reached[depth]!
    const down = depth > 0 && stepsDown(ends, diagonal, depth)
    const from = down ? diagonal + 1 : diagonal - 1
    const startX = depth === 0 ? 0 : ends.get(from)!
    const startY = depth === 0 ? 0 : startX - from
    while (x > startX && y > startY) {
      x -= 1
      y -= 1
      changes.push({ kind: 'same', text: old[x]! })
    }
    if (depth === 0) break
    if (down) changes.push(come(now[startY]!))
    else changes.push(gone(old[startX]!))
    x = startX
    y = startY
  }
  return oldFirst(changes.reverse())
}

/** For each number of changes how far each diagonal had come before it; null when too many are needed. */
function furthest(old: readonly string[], now: readonly string[]): Map<number, number>[] | null {
  const ends = new Map([[1, 0]])
  const reached: Map<number, number>[] = []
  for (let depth = 0; depth <= Math.min(old.length + now.length, mostChanged); depth += 1) {
    reached.push(new Map(ends))
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      let x = stepsDown(ends, diagonal, depth) ? ends.get(diagonal + 1)! : ends.get(diagonal - 1)! + 1
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1
      ends.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return reached
    }
  }
  return null
}

function stepsDown(ends: ReadonlyMap<number, number>, diagonal: number, depth: number): boolean {
  return (
    diagonal === -depth ||
    (diagonal !== depth && (ends.get(diagonal - 1) ?? -1) < (ends.get(diagonal + 1) ?? -1))
  )
}

function gone(text: string): LineChange {
  return { kind: 'old', text }
}

function come(text: string): LineChange {
  return { kind: 'new', text }
}

/** Within one stretch of changes what was stands before what is. */
function oldFirst(changes: readonly LineChange[]): LineChange[] {
  const sorted: LineChange[] = []
  let fresh: LineChange[] = []
  for (const change of changes) {
    if (change.kind === 'new') {
      fresh.push(change)
      continue
    }
    if (change.kind === 'same') {
      sorted.push(...fresh)
      fresh = []
    }
    sorted.push(change)
  }
  return [...sorted, ...fresh]
}

function shortened(changes: readonly LineChange[]): LineChange[] {
  const kept = changes.map(
    ({ kind }, index) =>
      kind !== 'same' ||
      changes.slice(Math.max(index - around, 0), index + around + 1).some((near) => near.kind !== 'same'),
  )
  const shown: LineChange[] = []
  for (let index = 0; index < changes.length; index += 1) {
    if (kept[index]) {
      shown.push(changes[index]!)
      continue
    }
    const from = index
    while (index + 1 < changes.length && !kept[index + 1]) index += 1
    const count = index - from + 1
    shown.push({ kind: 'gap', text: `${count} ${count === 1 ? 'line' : 'lines'} the same` })
  }
  return shown
}
