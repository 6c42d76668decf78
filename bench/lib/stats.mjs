/** The value below which the given share of the values lies (nearest rank). @param {readonly number[]} values @param {number} share 0 to 1 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5)
}

/** @param {readonly number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Milliseconds that some work takes. @template T @param {() => T | Promise<T>} work */
export async function timed(work) {
  const began = performance.now()
  const value = await work()
  return { milliseconds: performance.now() - began, value }
}
