import { decodeWindows1252 } from './windows-1252.ts'

/** The text of valid UTF-8 without its byte order mark, or undefined when a byte is out of place. */
export function decodeValidUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    // The one error that a fatal decoder has for invalid bytes; anything else (out of memory) is not ours to hide.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

export interface MendedUtf8 {
  text: string
  /** Bytes that are no UTF-8 and were read as Windows-1252. */
  strayBytes: number
  /** The file ends in the middle of a character. */
  cutOff: boolean
}

/**
 * The text of bytes that are UTF-8 but for a few strays, as when articles were copied together from several files;
 * a stray byte is read as Windows-1252, so none is dropped. Undefined when the strays are so many (over a twentieth
 * of the characters beyond ASCII) that the file must be in another encoding.
 */
export function mendUtf8(bytes: Uint8Array): MendedUtf8 | undefined {
  const strays: { start: number; end: number }[] = []
  let longCharacters = 0
  let cutOff = false
  for (let index = 0; index < bytes.length; ) {
    const length = characterLength(bytes, index)
    if (length > 1) longCharacters += 1
    if (length > 0) {
      index += length
      continue
    }
    if (isCutOff(bytes, index)) {
      cutOff = true
      break
    }
    strays.push({ start: index, end: index + 1 })
    index += 1
    if (strays.length > 10_000) return undefined
  }
  if (longCharacters === 0 || strays.length * 20 > longCharacters) return undefined
  const decoder = new TextDecoder('utf-8')
  const parts: string[] = []
  let from = 0
  for (const { start, end } of strays) {
    parts.push(decoder.decode(bytes.subarray(from, start)), decodeWindows1252(bytes.subarray(start, end)))
    from = end
  }
  parts.push(decoder.decode(bytes.subarray(from)))
  return { text: parts.join(''), strayBytes: strays.length, cutOff }
}

/** How many bytes the valid UTF-8 character at `index` has, 0 when there is none (Unicode 16, table 3-7). */
function characterLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index]!
  if (first < 0x80) return 1
  const length = lengthByFirst(first)
  if (length === 0) return 0
  for (let place = 1; place < length; place += 1) {
    const byte = bytes[index + place]
    if (byte === undefined || (byte & 0xc0) !== 0x80) return 0
    if (place === 1 && !secondFits(first, byte)) return 0
  }
  return length
}

/** Whether the file ends before the character that begins at `index` could. */
function isCutOff(bytes: Uint8Array, index: number): boolean {
  const missing = index + lengthByFirst(bytes[index]!) - bytes.length
  return missing > 0 && bytes.subarray(index + 1).every((byte) => (byte & 0xc0) === 0x80)
}

function lengthByFirst(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

function secondFits(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second <= 0x9f
  if (first === 0xf0) return second >= 0x90
  return first !== 0xf4 || second <= 0x8f
}
