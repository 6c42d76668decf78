/**
 * A short name for "these words at this place, suggested as this": FNV-1a over UTF-16 code units, twice 32 bits with
 * different beginnings, in hexadecimal. Not for security: a clash would only hide one suggestion of the same article.
 */
export function suggestionKey(kind: string, start: number, end: number, quote: string): string {
  const text = `${kind}\n${start}\n${end}\n${quote}`
  return hash(text, 0x811c9dc5) + hash(text, 0x050c5d1f)
}

function hash(text: string, seed: number): string {
  let value = seed
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}
