import { hash } from 'node:crypto'

/** SHA-256 of a text's UTF-8 bytes: 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** What a hash covers: the columns of a row as SQLite stores them. */
export type Field = string | number | Uint8Array | null

/**
 * SHA-256 over the fields, each as a 4-byte big-endian length and its exact stored bytes: TEXT as UTF-8,
 * INTEGER as 8 bytes big-endian two’s complement, BLOB as it is. NULL is the length 0xffffffff and no bytes.
 * Returns 32 bytes.
 */
export function hashFields(fields: readonly Field[]): Buffer {
  let at = 0
  for (const field of fields) {
    if (typeof field === 'string') {
      reserve(at, 4 + field.length * 3)
      const length = scratch.write(field, at + 4, 'utf8')
      scratch.writeUInt32BE(length, at)
      at += 4 + length
    } else if (typeof field === 'number') {
      reserve(at, 12)
      scratch.writeUInt32BE(8, at)
      scratch.writeInt32BE(Math.floor(field / 0x1_0000_0000), at + 4)
      scratch.writeUInt32BE(field >>> 0, at + 8)
      at += 12
    } else if (field === null) {
      reserve(at, 4)
      scratch.writeUInt32BE(0xffffffff, at)
      at += 4
    } else {
      reserve(at, 4 + field.length)
      scratch.writeUInt32BE(field.length, at)
      scratch.set(field, at + 4)
      at += 4 + field.length
    }
  }
  return hash('sha256', scratch.subarray(0, at), 'buffer')
}

/** Reused from row to row: a row is hashed whole before the next one begins. */
let scratch = Buffer.allocUnsafeSlow(1 << 16)

function reserve(at: number, more: number): void {
  if (at + more <= scratch.length) return
  const grown = Buffer.allocUnsafeSlow(Math.max(scratch.length * 2, at + more))
  scratch.copy(grown, 0, 0, at)
  scratch = grown
}
