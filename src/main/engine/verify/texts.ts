import type { WriteDb } from '../log/database.ts'
import { sha256 } from '../log/hash.ts'
import type { Folded } from '../tables/rebuild.ts'
import type { Findings } from './findings.ts'

/** Checks that every kept text has the hash it is kept under and was imported, and that every article has its text. */
export function verifyTexts(
  db: WriteDb,
  folded: (Folded & { texts: Set<string> }) | null,
  found: Findings,
): void {
  const read = db.prepare('SELECT text FROM texts WHERE n = ?').pluck()
  const kept = new Set<string>()
  for (const { n, hash } of db.prepare('SELECT n, hash FROM texts ORDER BY n').all() as {
    n: number
    hash: string
  }[]) {
    kept.add(hash)
    if (sha256(read.get(n) as string) !== hash) {
      found.add('text_altered', `The article text ${hash.slice(0, 12)}… was altered after it was written.`)
    }
  }
  if (!folded) return
  for (const hash of kept) {
    if (folded.texts.has(hash)) continue
    found.add(
      'text_foreign',
      `No event imported the article text ${hash.slice(0, 12)}…: the end of the log may have been cut off.`,
    )
  }
  for (const article of folded.tables.articles.all()) {
    if (kept.has(article.textHash)) continue
    found.add(
      'text_missing',
      `The text of the article “${article.title}” is missing.`,
      folded.numbers.articles.get(article.id),
    )
  }
}
