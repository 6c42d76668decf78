import type { ReadDb, WriteDb } from './database.ts'
import { sha256 } from './hash.ts'

/**
 * Article texts by their SHA-256: 64 lower-case hexadecimal digits of the UTF-8 bytes. Each is hashed as it is read from
 * the file, so that a word that nobody wrote never becomes a quote.
 */
export interface Texts {
  /** Throws a DamagedText where the file has lost or altered what its log names. */
  get(hash: string): string
  /** Likewise, for what goes on without that one text: undefined instead. */
  find(hash: string): string | undefined
}

/** Decoded texts kept at hand, in UTF-16 code units: about 64 MB of memory at two bytes each. */
const keptLength = 32 * 1024 * 1024

export function openTexts(db: ReadDb): Texts {
  const select = db.prepare('SELECT text FROM texts WHERE hash = ?').pluck()
  const kept = new Map<string, string>()
  let length = 0
  return {
    get,
    find(hash) {
      try {
        return get(hash)
      } catch (error) {
        if (error instanceof DamagedText) return undefined
        throw error
      }
    },
  }

  function get(hash: string): string {
    const known = kept.get(hash)
    if (known !== undefined) {
      kept.delete(hash)
      kept.set(hash, known)
      return known
    }
    const text = select.get(hash) as string | undefined
    if (text === undefined || sha256(text) !== hash)
      throw new DamagedText(hash, text === undefined, titleOf(db, hash))
    kept.set(hash, text)
    length += text.length
    for (const [oldest, old] of kept) {
      if (length <= keptLength || oldest === hash) break
      kept.delete(oldest)
      length -= old.length
    }
    return text
  }
}

/** A text that the log names is gone or not what it was. Its message is a sentence that can be shown. */
export class DamagedText extends Error {
  readonly hash: string
  constructor(hash: string, missing: boolean, title: string | null) {
    const whose = title === null ? `The text ${hash.slice(0, 12)}…` : `The text of the article “${title}”`
    const what = missing ? 'is missing' : 'was altered after it was written'
    super(`${whose} ${what}, so no words are taken from it; other articles are as they were.`)
    this.hash = hash
  }
}

function titleOf(db: ReadDb, hash: string): string | null {
  // A file whose tables are gone or altered is read, too.
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'articles'").get()
  if (!there) return null
  const title = db.prepare('SELECT title FROM articles WHERE textHash = ?').pluck().get(hash)
  return typeof title === 'string' ? title : null
}

/**
 * Keeps texts under their digests, all or none; one that is kept already stays as it is. Throws a DamagedText where
 * that one is no longer what it was.
 */
export function textWriter(db: WriteDb): (texts: Iterable<[hash: string, text: string]>) => void {
  const kept = db.prepare('SELECT text FROM texts WHERE hash = ?').pluck()
  const insert = db.prepare(
    'INSERT INTO texts (n, hash, text) VALUES (coalesce((SELECT max(n) FROM texts), 0) + 1, ?, ?)',
  )
  return (texts) => {
    const fresh = [...texts].filter(([hash, text]) => {
      const there = kept.get(hash)
      if (there !== undefined && there !== text) throw new DamagedText(hash, false, titleOf(db, hash))
      return there === undefined
    })
    for (const [hash, text] of fresh) insert.run(hash, text)
  }
}
