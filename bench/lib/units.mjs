/** A duration as a person reads it: 0.42 ms, 12.3 ms, 418 ms, 9.4 s. @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`
  if (milliseconds >= 100) return `${milliseconds.toFixed(0)} ms`
  return `${milliseconds.toFixed(milliseconds >= 10 ? 1 : 2)} ms`
}

/** @param {number} value */
export function times(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)}x`
}

/** Bytes in MB of 1,000,000. @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

/** @param {number} value */
export function count(value) {
  return value.toLocaleString('en-GB')
}
