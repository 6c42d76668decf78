import type { ReadDb, WriteDb } from './database.ts'

/** Article texts by their SHA-256: 64 lower-case hexadecimal digits of the UTF-8 bytes. */
export interface Texts {
  /** Throws when there is no such text: the file has lost something that its log names. */
  get(hash: string): string
}

/** Decoded texts kept at hand, in UTF-16 code units: about 64 MB of memory at two bytes each. */
const keptLength = 32 * 1024 * 1024

export function openTexts(db: ReadDb): Texts {
  const select = db.prepare('SELECT text FROM texts WHERE hash = ?').pluck()
  const kept = new Map<string, string>()
  let length = 0
  return {
    get(hash) {
      const known = kept.get(hash)
      if (known !== undefined) {
        kept.delete(hash)
        kept.set(hash, known)
        return known
      }
      const text = select.get(hash) as string | undefined
      if (text === undefined) throw new MissingText(hash)
      kept.set(hash, text)
      length += text.length
      for (const [oldest, old] of kept) {
        if (length <= keptLength || oldest === hash) break
        kept.delete(oldest)
        length -= old.length
      }
      return text
    },
  }
}

export class MissingText extends Error {
  readonly hash: string
  constructor(hash: string) {
    super(`The text ${hash} is not in this file.`)
    this.hash = hash
  }
}

/** Keeps a text under its digest; one that is kept already stays as it is. */
export function textWriter(db: WriteDb): (hash: string, text: string) => void {
  const known = db.prepare('SELECT 1 FROM texts WHERE hash = ?')
  const insert = db.prepare(
    'INSERT INTO texts (n, hash, text) VALUES (coalesce((SELECT max(n) FROM texts), 0) + 1, ?, ?)',
  )
  return (hash, text) => {
    if (!known.get(hash)) insert.run(hash, text)
  }
}
