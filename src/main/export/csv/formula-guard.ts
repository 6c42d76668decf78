/**
 * A cell that no spreadsheet runs as a formula. Text that begins with = + - @, one of their full-width forms, a tab
 * or a line break gets an apostrophe in front and is then always quoted, as OWASP's page on CSV injection advises.
 * So does text that begins with apostrophes before such a character: taking one apostrophe off such a cell always
 * gives the original back. Numbers, and text that is a plain number, stay bare.
 */
export function guardedCell<Cell extends string | number | null>(cell: Cell): Cell | string {
  if (typeof cell !== 'string' || !formula.test(cell) || plainNumber.test(cell)) return cell
  return `'${cell}`
}

const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/
