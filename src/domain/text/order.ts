/** By code units, for `sort`: no locale, so that every machine sorts alike. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
