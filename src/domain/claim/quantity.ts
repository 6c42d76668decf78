import { reject } from '../rejection.ts'
import type { Qualifier } from './row.ts'

export interface Quantity {
  qualifier: Qualifier | null
  low: number | null
  high: number | null
}

/**
 * Refuses a quantity that cannot be meant. “up to” has only a high end, “at least” and “more than” only a low
 * one, “exactly” and “about” have both (equal for one figure), and low is never above high.
 */
export function checkQuantity({ qualifier, low, high }: Quantity): void {
  if (low !== null && high !== null && low > high) {
    reject('quantity_reversed', `The low figure (${low}) is above the high one (${high}). Exchange them.`)
  }
  if (qualifier === null) {
    if (low !== null || high !== null) {
      reject(
        'quantity_without_qualifier',
        'A figure needs its qualifier: exactly, about, up to, at least or more than.',
      )
    }
    return
  }
  const needsLow = qualifier !== 'up to'
  const needsHigh = qualifier === 'up to' || qualifier === 'exactly' || qualifier === 'about'
  if ((low !== null) !== needsLow || (high !== null) !== needsHigh) {
    const ends =
      needsLow && needsHigh
        ? 'a low and a high figure (equal for a single one)'
        : needsLow
          ? 'only a low figure'
          : 'only a high figure'
    reject('quantity_incomplete', `“${qualifier}” takes ${ends}.`)
  }
}

/** The quantity as a person writes it: “up to 8,000 soldiers”, “11,000 to 12,000 soldiers”. Empty when there is none. */
export function quantityWords({ qualifier, low, high }: Quantity, unit: string): string {
  if (qualifier === null) return ''
  const figure =
    low !== null && high !== null
      ? low === high
        ? number(low)
        : `${number(low)} to ${number(high)}`
      : number((low ?? high)!)
  return [qualifier === 'exactly' ? '' : qualifier, figure, unit].filter(Boolean).join(' ')
}

/** Made once: making a formatter takes a hundred times as long as using it. */
const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 })

function number(value: number): string {
  return figures.format(value)
}
