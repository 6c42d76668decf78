/*
 * Names, labels, quotes and file names come from anybody. On a terminal, control characters steer what is shown, and
 * bidirectional marks turn its order round, so neither gets there: each is shown as what it is.
 */

const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
const steering = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

/** Text on one line: line breaks and tabs become a space, whatever else could steer a terminal is shown: `\u{1B}`. */
export function oneLine(text: string): string {
  return text.replace(breaks, ' ').replace(steering, shown)
}

/** Text of many lines: line feeds and tabs stay, and CRLF is one line end. */
export function linesForTerminal(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(steering, (sign) => (/[\n\t]/.test(sign) ? sign : shown(sign)))
}

function shown(sign: string): string {
  return `\\u{${sign.charCodeAt(0).toString(16).toUpperCase()}}`
}
