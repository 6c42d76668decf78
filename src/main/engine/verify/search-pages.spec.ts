import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectionSchema } from '../tables/schema.ts'
import { isSearchable } from './search-pages.ts'

/** A search index on small pages, so that it has many and merges them often. */
function smallPaged(): Database.Database {
  const db = new Database(':memory:')
  db.exec(projectionSchema.find(({ name }) => name === 'search_claims')!.sql)
  db.exec("INSERT INTO search_claims (search_claims, rank) VALUES ('pgsz', 64)")
  return db
}

const words = (numbers: readonly number[]) => numbers.map((number) => `wörd${number.toString(36)}`).join(' ')
const work = fc.array(
  fc.record({
    added: fc.array(fc.array(fc.nat(4000), { minLength: 1, maxLength: 40 }), { maxLength: 12 }),
    removed: fc.array(fc.nat(), { maxLength: 4 }),
    merged: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
)

test('given any work on an index, every word on its pages can be looked up; without any row that leads to one, not', () => {
  fc.assert(
    fc.property(work, fc.nat(), (steps, which) => {
      const db = smallPaged()
      const insert = db.prepare('INSERT INTO search_claims (rowid, statement) VALUES (?, ?)')
      const remove = db.prepare('DELETE FROM search_claims WHERE rowid = ?')
      const there: number[] = []
      let next = 1
      for (const { added, removed, merged } of steps) {
        db.transaction(() => {
          for (const numbers of added) {
            insert.run(next, words(numbers))
            there.push(next)
            next += 1
          }
          for (const at of removed) {
            const [row] = there.splice(at % Math.max(1, there.length), 1)
            if (row !== undefined) remove.run(row)
          }
        })()
        if (merged) db.exec("INSERT INTO search_claims (search_claims, rank) VALUES ('merge', 4)")
        expect(isSearchable(db, 'claims')).toBe(true)
      }
      const leading = db
        .prepare(
          `SELECT segid, term FROM search_claims_idx AS i WHERE EXISTS
             (SELECT 1 FROM search_claims_data WHERE id = (i.segid << 37) + (i.pgno >> 1))`,
        )
        .all() as { segid: number; term: Buffer }[]
      const row = leading[which % Math.max(1, leading.length)]
      if (row) {
        db.unsafeMode(true)
        db.prepare('DELETE FROM search_claims_idx WHERE segid = ? AND term = ?').run(row.segid, row.term)
        expect(isSearchable(db, 'claims')).toBe(false)
      }
      db.close()
    }),
    { numRuns: 40 },
  )
})
