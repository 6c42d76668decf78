import type { Rating } from '../../../../domain/assessment/row.ts'

/** A place in the grid. Row -1 is that of the headings; see `columns` for the others. */
export interface Place {
  row: number
  column: number
}

/** Columns before those of the hypotheses: the evidence, and how much it tells apart. */
export const columns = { evidence: 0, apart: 1, firstHypothesis: 2 } as const

export interface GridSize {
  rows: number
  columns: number
  /** Whole rows on a screen. */
  page: number
}

/**
 * Where a key takes the cursor, after the grid pattern of the ARIA Authoring Practices: arrows go by cell, Home and End
 * along the row, with Mod to the first and last cell, Page Up and Page Down by a screen. Null: no such key.
 */
export function movedPlace(key: string, mod: boolean, { row, column }: Place, size: GridSize): Place | null {
  const within = (next: Place): Place => ({
    row: Math.max(-1, Math.min(next.row, size.rows - 1)),
    column: Math.max(0, Math.min(next.column, size.columns - 1)),
  })
  switch (key) {
    case 'ArrowDown':
      return within({ row: mod ? size.rows : row + 1, column })
    case 'ArrowUp':
      return within({ row: mod ? Math.min(0, row) : row - 1, column })
    case 'ArrowRight':
      return within({ row, column: mod ? size.columns : column + 1 })
    case 'ArrowLeft':
      return within({ row, column: mod ? 0 : column - 1 })
    case 'Home':
      return within({ row: mod ? Math.min(0, size.rows - 1) : row, column: 0 })
    case 'End':
      return within({ row: mod ? size.rows : row, column: size.columns })
    case 'PageDown':
      return within({ row: row + size.page, column })
    case 'PageUp':
      return within({ row: row < 0 ? row : Math.max(0, row - size.page), column })
    default:
      return null
  }
}

const rated: Readonly<Record<string, Rating>> = {
  1: 'very inconsistent',
  2: 'inconsistent',
  3: 'neutral',
  4: 'consistent',
  5: 'very consistent',
  0: 'neutral',
  x: 'not applicable',
}

/**
 * The rating that a key gives: 1 to 5, 0 or x; − and + go to the one that is meant, pressed once more to its stronger
 * form and back. Undefined: no such key.
 *
 * @param now the rating of the cell
 */
export function ratingOfKey(key: string, now: Rating | null): Rating | undefined {
  if (key === '-' || key === '−') return now === 'inconsistent' ? 'very inconsistent' : 'inconsistent'
  if (key === '+' || key === '=') return now === 'consistent' ? 'very consistent' : 'consistent'
  const lower = key.toLowerCase()
  return Object.hasOwn(rated, lower) ? rated[lower] : undefined
}

/** The cells between two places, both included: what a rating is given to. Only those of hypotheses. */
export function placesBetween(a: Place, b: Place): Place[] {
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)]
  const places: Place[] = []
  for (let row = Math.max(0, top); row <= bottom; row += 1) {
    for (let column = Math.max(columns.firstHypothesis, left); column <= right; column += 1) {
      places.push({ row, column })
    }
  }
  return places
}

/** True for a place within the rectangle of two others. */
export function isBetween({ row, column }: Place, a: Place, b: Place): boolean {
  return (
    row >= Math.min(a.row, b.row) &&
    row <= Math.max(a.row, b.row) &&
    column >= Math.min(a.column, b.column) &&
    column <= Math.max(a.column, b.column)
  )
}
