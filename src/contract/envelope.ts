/**
 * One message over HTTP: JSON with the binary values beside it, so that an imported file is not blown up to base64.
 *
 * Layout: 4 bytes, little endian: length of the head in bytes; the head, UTF-8 JSON
 * `{ value, parts: [{ path, length }] }`; then the bytes of the parts, one after the other. In `value` each
 * Uint8Array is `null`, and `path` (keys and indexes) says where it belongs.
 */
export const envelopeType = 'application/x-claimtrail'

/** Packs plain data that may hold Uint8Array values at any depth. Undefined properties are dropped, as in JSON. */
export function packEnvelope(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: { path: Path; length: number }[] = []
  const bodies: Uint8Array[] = []
  // Nearly every message is plain JSON, of which no copy is made.
  const bare = holdsBytes(value) ? takeOut(value, []) : value
  const head = new TextEncoder().encode(JSON.stringify({ value: bare, parts }))
  const size = bodies.reduce((sum, body) => sum + body.byteLength, 4 + head.byteLength)
  const packed = new Uint8Array(size)
  new DataView(packed.buffer).setUint32(0, head.byteLength, true)
  packed.set(head, 4)
  let at = 4 + head.byteLength
  for (const body of bodies) {
    packed.set(body, at)
    at += body.byteLength
  }
  return packed

  function takeOut(item: unknown, path: Path): unknown {
    if (item instanceof Uint8Array) {
      parts.push({ path, length: item.byteLength })
      bodies.push(item)
      return null
    }
    if (Array.isArray(item)) return item.map((entry, index) => takeOut(entry, [...path, index]))
    if (item !== null && typeof item === 'object') {
      return Object.fromEntries(
        Object.entries(item).map(([key, entry]) => [key, takeOut(entry, [...path, key])]),
      )
    }
    return item
  }
}

function holdsBytes(item: unknown): boolean {
  if (item === null || typeof item !== 'object') return false
  return item instanceof Uint8Array || Object.values(item).some(holdsBytes)
}

/**
 * Unpacks what `packEnvelope` made. The bytes of the parts are views into `packed`, not copies, and plain
 * Uint8Arrays even where `packed` is a Node Buffer.
 * @throws Error with a sentence, when the bytes are no whole envelope: they come from outside
 */
export function unpackEnvelope(packed: Uint8Array): unknown {
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
  const headEnd =
    bytes.length < 4 ? -1 : 4 + new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  if (headEnd < 0 || headEnd > bytes.length) throw new Error('The message is cut short.')
  const head: unknown = JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, headEnd)),
  )
  if (!isHead(head)) throw new Error('The message has no head.')
  const holder = { value: head.value }
  let at = headEnd
  for (const { path, length } of head.parts) {
    if (at + length > bytes.length) throw new Error('The message is cut short.')
    putIn(holder, ['value', ...path], bytes.subarray(at, at + length))
    at += length
  }
  if (at !== bytes.length) throw new Error('The message has more bytes than its head tells.')
  return holder.value
}

type Path = (string | number)[]

/** Follows own keys only and replaces only a `null`: a path cannot reach a prototype or overwrite a value. */
function putIn(holder: object, path: Path, bytes: Uint8Array): void {
  let place: unknown = holder
  for (const key of path.slice(0, -1)) place = own(place, key)
  const last = path[path.length - 1]!
  if (own(place, last) !== null) throw new Error('The message places bytes where none belong.')
  Object.defineProperty(place, last, { value: bytes, enumerable: true, writable: true, configurable: true })
}

function own(place: unknown, key: string | number): unknown {
  if (place === null || typeof place !== 'object' || !Object.hasOwn(place, key)) {
    throw new Error('The message places bytes where none belong.')
  }
  return (place as Record<string | number, unknown>)[key]
}

function isHead(head: unknown): head is { value: unknown; parts: { path: Path; length: number }[] } {
  if (head === null || typeof head !== 'object' || !('value' in head) || !('parts' in head)) return false
  return Array.isArray(head.parts) && head.parts.every(isPart)
}

function isPart(part: unknown): boolean {
  if (part === null || typeof part !== 'object' || !('path' in part) || !('length' in part)) return false
  const keys: unknown = part.path
  return (
    Number.isSafeInteger(part.length) &&
    (part.length as number) >= 0 &&
    Array.isArray(keys) &&
    keys.every((key) => typeof key === 'string' || typeof key === 'number')
  )
}
