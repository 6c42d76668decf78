import { hash } from 'node:crypto'
import Database from 'better-sqlite3'

/**
 * SHA-256 over the bytes that `verify` has to hash: each row of the log and of the kept commands by itself, as a
 * chain needs it, and each text. The rows are read, hashed and forgotten; nothing is compared.
 * @param {{ workspace: string }} input
 * @returns {{ milliseconds: number, bytes: number, hashingAlone: number }} `hashingAlone`: what the same number of
 *   bytes takes in one piece of memory, nothing read
 */
export function run({ workspace }) {
  const db = new Database(workspace, { readonly: true })
  let bytes = 0
  const began = performance.now()
  for (const table of ['log', 'commands', 'texts']) {
    for (const row of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) {
      const length = gather(/** @type {unknown[]} */ (row))
      hash('sha256', scratch.subarray(0, length), 'buffer')
      bytes += length
    }
  }
  const milliseconds = performance.now() - began
  db.close()
  return { milliseconds, bytes, hashingAlone: hashingAlone(bytes) }
}

/** Lays a row's stored bytes into `scratch`, each with its length. @param {unknown[]} row */
function gather(row) {
  let at = 0
  for (const value of row) {
    if (typeof value === 'string') {
      reserve(at + 4 + value.length * 3)
      const length = scratch.write(value, at + 4)
      scratch.writeUInt32BE(length, at)
      at += 4 + length
    } else if (typeof value === 'number') {
      reserve(at + 12)
      scratch.writeUInt32BE(8, at)
      scratch.writeDoubleBE(value, at + 4)
      at += 12
    } else {
      const blob = value instanceof Uint8Array ? value : new Uint8Array()
      reserve(at + 4 + blob.length)
      scratch.writeUInt32BE(blob.length, at)
      scratch.set(blob, at + 4)
      at += 4 + blob.length
    }
  }
  return at
}

let scratch = Buffer.allocUnsafeSlow(1 << 20)

/** @param {number} length */
function reserve(length) {
  if (length <= scratch.length) return
  const grown = Buffer.allocUnsafeSlow(length * 2)
  scratch.copy(grown)
  scratch = grown
}

/** @param {number} bytes */
function hashingAlone(bytes) {
  const piece = Buffer.alloc(1 << 26, 7)
  const began = performance.now()
  hash('sha256', piece, 'buffer')
  return ((performance.now() - began) * bytes) / piece.length
}
