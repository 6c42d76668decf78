import type { Quantity } from '../../domain/claim/quantity.ts'
import type { Qualifier } from '../../domain/claim/row.ts'

/** Which ends a qualifier takes; see `checkQuantity` in the domain. */
export function boundsOf(qualifier: Qualifier | null): { low: boolean; high: boolean } {
  if (qualifier === null) return { low: false, high: false }
  return { low: qualifier !== 'up to', high: qualifier !== 'at least' && qualifier !== 'more than' }
}

/** The quantity under another qualifier: a figure that loses its end moves to the one there is. */
export function withQualifier({ low, high }: Quantity, qualifier: Qualifier | null): Quantity {
  const bounds = boundsOf(qualifier)
  return {
    qualifier,
    low: bounds.low ? (low ?? high) : null,
    high: bounds.high ? (high ?? low) : null,
  }
}
