/**
 * Code points of the bytes 0x80 to 0x9F, from the WHATWG Encoding Standard's index for windows-1252. The five bytes
 * that Microsoft left undefined (81, 8D, 8F, 90, 9D) are control characters there.
 *
 * Written out because TextDecoder('windows-1252') of Node 24 decodes Latin-1 instead, which turns quotation marks
 * into control characters.
 */
const upperControls = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
]

/** The text that the bytes mean in Windows-1252. Every byte is one character; none is refused. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  const chunkLength = 32_768
  const codes = new Uint16Array(chunkLength)
  for (let from = 0; from < bytes.length; from += chunkLength) {
    const chunk = bytes.subarray(from, from + chunkLength)
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index]!
      codes[index] = byte >= 0x80 && byte <= 0x9f ? upperControls[byte - 0x80]! : byte
    }
    parts.push(String.fromCharCode(...codes.subarray(0, chunk.length)))
  }
  return parts.join('')
}
