import type { ClaimBook } from './claim-book.ts'
import { type Order, type OrderValue, ordersByNames, orderValue } from './claim-values.ts'

/** Each claim's place among the distinct values of an order: sorting then compares small numbers only. */
export interface Ranks {
  /** By slot: the place from 0 on, or -1 where the claim has no value. */
  of: Int32Array
  /** Places there are. */
  count: number
}

interface Kept extends Ranks {
  /** The distinct values, sorted. Values that no claim has any more may stay among them. */
  values: Exclude<OrderValue, null>[]
  /** Slots whose value has to be looked at again. */
  stale: Set<number>
}

/** More changed rows than this are not followed one by one. */
const followedRows = 500

/** Claims that are looked at between two pauses. */
const pieceLength = 5000

/** The ranks of all orders, kept from question to question and brought in step with the rows that changed. */
export interface RankBook {
  of(order: Order): Ranks
  /** Ranks by this order a piece further, for a later question. False when it is done. */
  warm(order: Order): boolean
}

export function openRanks(book: ClaimBook): RankBook {
  const kept = new Map<Order, Kept>()
  let making: { order: Order; steps: Generator<void, Kept> } | null = null
  book.watch((stale) => {
    // What has been looked at so far may be another by now.
    making = null
    if (stale === 'all') kept.clear()
    else if ('slot' in stale) for (const ranks of kept.values()) ranks.stale.add(stale.slot)
    else for (const order of ordersByNames[stale.table] ?? []) kept.delete(order)
  })
  return {
    of(order) {
      while (!isInStep(order)) make(order)
      const ranks = kept.get(order)!
      follow(ranks, order, book)
      return ranks
    },
    warm(order) {
      if (!isInStep(order)) make(order)
      return !isInStep(order)
    },
  }

  function isInStep(order: Order): boolean {
    const known = kept.get(order)
    return known !== undefined && known.stale.size <= followedRows
  }

  function make(order: Order): void {
    if (making?.order !== order) making = { order, steps: rankAll(order, book) }
    const step = making.steps.next()
    if (!step.done) return
    kept.set(order, step.value)
    making = null
  }
}

function* rankAll(order: Order, book: ClaimBook): Generator<void, Kept> {
  const slots = book.slots()
  const all: OrderValue[] = []
  while (all.length < slots.length) {
    const claim = slots[all.length]
    all.push(claim ? orderValue(order, claim, book) : null)
    if (all.length % pieceLength === 0) yield
  }
  // One map for both, distinct values and their places: with 100,000 texts a second one costs as much as sorting.
  const placeOf = new Map<OrderValue, number>()
  for (const value of all) if (value !== null) placeOf.set(value, 0)
  yield
  const values = sorted([...placeOf.keys()].filter((value) => value !== null))
  yield
  for (let place = 0; place < values.length; place += 1) placeOf.set(values[place]!, place)
  // Room for claims still to come.
  const of = new Int32Array(slots.length + 1000).fill(-1)
  for (let slot = 0; slot < all.length; slot += 1) of[slot] = placeOf.get(all[slot]!) ?? -1
  return { of, count: values.length, values, stale: new Set() }
}

function sorted(values: Exclude<OrderValue, null>[]): Exclude<OrderValue, null>[] {
  if (typeof values[0] === 'number') return [...Float64Array.from(values as number[]).sort()]
  // By code units, which is what sort does when it is told nothing: far quicker than calling back.
  return values.sort()
}

function follow(kept: Kept, order: Order, book: ClaimBook): void {
  const slots = book.slots()
  if (slots.length > kept.of.length) {
    const longer = new Int32Array(slots.length * 2).fill(-1)
    longer.set(kept.of)
    kept.of = longer
  }
  for (const slot of kept.stale) {
    const claim = slots[slot]
    const value = claim ? orderValue(order, claim, book) : null
    kept.of[slot] = value === null ? -1 : placeFor(kept, value)
  }
  kept.stale.clear()
}

/** The value's place; a new value moves those behind it by one. */
function placeFor(kept: Kept, value: Exclude<OrderValue, null>): number {
  const { values, of } = kept
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  if (values[low] === value) return low
  values.splice(low, 0, value)
  kept.count = values.length
  for (let slot = 0; slot < of.length; slot += 1) if (of[slot]! >= low) of[slot]! += 1
  return low
}
