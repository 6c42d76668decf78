/**
 * Rows in the order in which they were sorted last: a rating that is being given must not move the row from under the
 * hand. What is gone leaves, what is new comes last.
 *
 * @param sorted the order as it was sorted last
 * @param now the order that sorting would give now
 */
export function keptOrder(sorted: readonly string[], now: readonly string[]): string[] {
  const there = new Set(now)
  const known = new Set(sorted)
  return [...sorted.filter((id) => there.has(id)), ...now.filter((id) => !known.has(id))]
}

export function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
