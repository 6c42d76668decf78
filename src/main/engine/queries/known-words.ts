import type { RowOf } from '../../../domain/rows.ts'
import { bareWords, type KnownWords } from '../../../domain/suggestion/also-here.ts'
import type { ReadDb } from '../log/database.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'
import type { QueryContext } from './context.ts'

/** Words that were tagged, with how often and how: counted once, then kept in step. */
export interface TaggedWords {
  /** For each way of tagging words, how often: the key is made by `keyOf`. */
  counts(): ReadonlyMap<string, number>
  note(notices: readonly RowNotice[]): void
  forget(): void
}

/** Longer spans, in UTF-16 code units, are sentences: nobody looks for them elsewhere. */
const longest = 60
/** The words used most; more would be no help to a reader. */
const mostKnown = 5000

export function openTaggedWords(db: ReadDb): TaggedWords {
  const count = db
    .prepare(
      `SELECT quote, "tagIds", count(*) FROM annotations WHERE length(quote) <= ${longest} AND "tagIds" <> '[]' GROUP BY quote, "tagIds"`,
    )
    .raw()
  let counts: Map<string, number> | null = null
  return {
    counts() {
      counts ??= new Map(
        (count.all() as [string, string, number][]).map(([quote, tagIds, times]) => [
          keyOf(quote, JSON.parse(tagIds)),
          times,
        ]),
      )
      return counts
    },
    note(notices) {
      if (!counts) return
      for (const notice of notices) {
        if (notice.table !== 'annotations') continue
        if (notice.old) add(counts, notice.old as RowOf<'annotations'>, -1)
        if (notice.row) add(counts, notice.row as RowOf<'annotations'>, 1)
      }
    },
    forget() {
      counts = null
    },
  }
}

function add(counts: Map<string, number>, { quote, tagIds }: RowOf<'annotations'>, by: number): void {
  if (quote.length > longest || tagIds.length === 0) return
  const key = keyOf(quote, tagIds)
  const times = (counts.get(key) ?? 0) + by
  if (times > 0) counts.set(key, times)
  else counts.delete(key)
}

function keyOf(quote: string, tagIds: readonly string[]): string {
  return `${tagIds.join(' ')}\n${quote}`
}

/**
 * Words that mean something here: what was tagged, with the tags it has most often, and the names of sources, without
 * a tag where they were never tagged. Those used most come first; retired tags and sources are left out.
 */
export function knownWords({ tables }: Pick<QueryContext, 'tables'>, tagged: TaggedWords): KnownWords[] {
  const sourceOf = new Map<string, string>()
  for (const { id, name, aliases, retired } of tables.sources.all()) {
    if (!retired) for (const each of [name, ...aliases]) sourceOf.set(bareWords(each), id)
  }
  const offered = new Set([...tables.tags.all()].filter((tag) => !tag.retired).map(({ id }) => id))
  const ways = new Map<string, { times: number; best: number; tagIds: string[] }>()
  for (const [key, times] of tagged.counts()) {
    const feed = key.indexOf('\n')
    const tagIds = key
      .slice(0, feed)
      .split(' ')
      .filter((id) => offered.has(id))
    if (tagIds.length === 0) continue
    const words = bareWords(key.slice(feed + 1))
    const way = ways.get(words) ?? { times: 0, best: 0, tagIds }
    ways.set(words, {
      times: way.times + times,
      best: Math.max(way.best, times),
      tagIds: times > way.best ? tagIds : way.tagIds,
    })
  }
  for (const words of sourceOf.keys()) {
    if (!ways.has(words)) ways.set(words, { times: 0, best: 0, tagIds: [] })
  }
  return [...ways]
    .sort(([a, one], [b, other]) => other.times - one.times || (a < b ? -1 : 1))
    .slice(0, mostKnown)
    .map(([words, { tagIds }]) => ({ words, tagIds, sourceId: sourceOf.get(words) ?? null }))
}
