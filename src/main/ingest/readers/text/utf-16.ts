export type Utf16 = 'utf-16le' | 'utf-16be'

/** Bytes looked at: enough to tell one byte order from the other, little enough to cost nothing. */
const sampleLength = 65_536

/** Ranges of characters that one text is mostly written in, besides Basic Latin and general punctuation. */
const scripts: [number, number][] = [
  [0x00a0, 0x024f],
  [0x0370, 0x052f],
  [0x0530, 0x05ff],
  [0x0600, 0x077f],
  [0x0900, 0x0dff],
  [0x0e00, 0x0fff],
  [0x10a0, 0x10ff],
  [0x3000, 0x9fff],
  [0xac00, 0xd7a3],
]

/**
 * Which UTF-16 the bytes are in when no byte order mark says so, judged by a sample: in the right byte order nearly
 * all characters belong to one script, in the wrong one they are scattered. Undefined when neither fits.
 * To be asked only about bytes with many NULs or control characters: two plain letters look like one ideograph.
 */
export function detectUtf16(bytes: Uint8Array): Utf16 | undefined {
  const sample = bytes.subarray(0, sampleLength)
  const little = coherence(sample, 0)
  const big = coherence(sample, 1)
  if (Math.max(little, big) < 0.9) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** The text of UTF-16 bytes, with or without byte order mark. An odd last byte and lone halves of pairs become U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** The share of characters in the sample's main script, Basic Latin or general punctuation, 0 to 1. */
function coherence(sample: Uint8Array, highFirst: 0 | 1): number {
  const characters = sample.length >> 1
  if (characters === 0) return 0
  const inScript = new Uint32Array(scripts.length)
  let common = 0
  let pairs = 0
  for (let index = 0; index < characters; index += 1) {
    const first = sample[index * 2]!
    const second = sample[index * 2 + 1]!
    const code = highFirst ? (first << 8) | second : (second << 8) | first
    if (isPlain(code)) common += 1
    else if (code >= 0xd800 && code <= 0xdfff) pairs += 1
    const script = scripts.findIndex(([low, high]) => code >= low && code <= high)
    if (script >= 0) inScript[script] = inScript[script]! + 1
  }
  // Emoji and rare ideographs are welcome in small numbers, but they do not make a text.
  return (common + Math.max(...inScript) + Math.min(pairs, characters / 10)) / characters
}

function isPlain(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0x7e) ||
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0xff00 && code <= 0xff65)
  )
}
