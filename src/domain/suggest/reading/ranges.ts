/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface OffsetRange {
  start: number
  end: number
}

export function overlaps(one: OffsetRange, other: OffsetRange): boolean {
  return one.start < other.end && other.start < one.end
}

export function contains(outer: OffsetRange, inner: OffsetRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
