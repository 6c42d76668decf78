import type { ProposedFurniture } from '../../contract/import.ts'
import type { FurnitureKind } from '../../domain/article/row.ts'

/** A stretch proposed or marked as furniture. Switched off it is imported as text. */
export interface DraftFurniture extends ProposedFurniture {
  key: string
  on: boolean
}

/** The marks with one more, which takes the place of what it covers. */
export function cover(
  marks: readonly DraftFurniture[],
  { start, end, kind, key }: { start: number; end: number; kind: FurnitureKind; key: string },
  text: string,
): DraftFurniture[] {
  const mark: DraftFurniture = { start, end, kind, key, on: true, reason: 'marked by you' }
  return sorted([...uncover(marks, start, end, text), mark])
}

/** The marks without what lies between `start` and `end`; what is left of a mark must have words in it. */
export function uncover(
  marks: readonly DraftFurniture[],
  start: number,
  end: number,
  text: string,
): DraftFurniture[] {
  return marks.flatMap((mark) => {
    if (mark.end <= start || mark.start >= end) return [mark]
    const left = { ...mark, end: Math.min(mark.end, start) }
    const right = { ...mark, key: `${mark.key}+`, start: Math.max(mark.start, end) }
    return [left, right].filter((piece) => text.slice(piece.start, piece.end).trim() !== '')
  })
}

/** The mark moved by `by` code units: into a longer or a shorter text. */
export function shifted(mark: DraftFurniture, by: number): DraftFurniture {
  return { ...mark, start: mark.start + by, end: mark.end + by }
}

function sorted(marks: DraftFurniture[]): DraftFurniture[] {
  return marks.sort((a, b) => a.start - b.start)
}
