import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

export { bytesToHex, hexToBytes }

/** What a hash covers: a row's columns as the workspace stores them. */
export type Field = string | number | Uint8Array | null

const encoder = new TextEncoder()

/** SHA-256 of a text's UTF-8 bytes: 64 lower-case hexadecimal digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(encoder.encode(text)))
}

/**
 * SHA-256 as the workspace's log has it: each field as a 4-byte big-endian length and its bytes (text as UTF-8, a whole
 * number as 8 bytes, big-endian two's complement); null as the length 0xffffffff. Not by the browser's own crypto:
 * pages from a file have none in some browsers.
 */
export function hashFields(fields: readonly Field[]): Uint8Array {
  const digest = sha256.create()
  for (const field of fields) {
    if (field === null) digest.update(nothing)
    else if (typeof field === 'number') digest.update(wholeNumber(field))
    else {
      const bytes = typeof field === 'string' ? encoder.encode(field) : field
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, bytes.length)
      digest.update(length).update(bytes)
    }
  }
  return digest.digest()
}

const nothing = new Uint8Array([0xff, 0xff, 0xff, 0xff])

function wholeNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 8)
  view.setBigInt64(4, BigInt(value))
  return bytes
}
