/** Made once: making a formatter takes a hundred times as long as using it. */
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 })

/** “12,000”, with a real minus sign. */
export function numberWords(value: number): string {
  return numbers.format(value + 0).replace('-', '−')
}
