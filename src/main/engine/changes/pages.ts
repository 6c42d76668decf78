import type { ChangeEntry, ChangesAsked, ChangesBetween } from '../../../contract/changes.ts'
import type { ChangeEvent, RowChange, SpanPlace } from '../../../domain/changes/tell.ts'
import { openReader } from '../file/open.ts'
import type { Watch } from '../watch.ts'
import { type Between, openBetween } from './between.ts'

/** Compares two moments of a workspace file page by page, on a connection that only reads. */
export interface ChangePages {
  /**
   * A page of what differs. The first of two moments reads the events between them; what was found is kept for the
   * next page: a log only grows. `watch` counts events. Throws as `openBetween` does.
   */
  page(asked: ChangesAsked, watch: Watch): ChangesBetween
  close(): void
}

export function openChangePages(path: string): ChangePages {
  const db = openReader(path)
  let latest: Between | undefined
  return {
    page({ from, to, tables, offset, limit }, watch) {
      if (latest?.from.seq !== from || latest.to.seq !== to) {
        latest = undefined
        latest = openBetween(db, from, to, watch)
      }
      const between = latest
      const wanted =
        tables.length > 0 ? between.changed.filter(({ table }) => tables.includes(table)) : between.changed
      return {
        from: between.from,
        to: between.to,
        counts: between.counts,
        total: wanted.length,
        entries: wanted
          .slice(offset, offset + limit)
          .map((changed) => entryOf(between.tell(changed), between.analyst)),
      }
    },
    close: () => db.close(),
  }
}

/** A whole article's words may be marked, and a note be as long: a card shows the beginning. */
const mostShown = 2000
const mostLines = 400

function entryOf(change: RowChange, analyst: (id: string) => string): ChangeEntry {
  const named = <Event extends ChangeEvent>(event: Event) => ({ ...event, byName: analyst(event.by) })
  return {
    ...change,
    last: named(change.last),
    fields: change.fields.map((field) => ({
      ...named(field),
      before: cut(field.before),
      after: cut(field.after),
      lines: field.lines?.slice(0, mostLines).map((line) => ({ ...line, text: cut(line.text) })) ?? null,
    })),
    span: change.span && {
      ...change.span,
      before: change.span.before && shortPlace(change.span.before),
      after: change.span.after && shortPlace(change.span.after),
    },
  }
}

function shortPlace(place: SpanPlace): SpanPlace {
  return { ...place, quote: cut(place.quote) }
}

function cut(words: string): string {
  if (words.length <= mostShown) return words
  return `${words.slice(0, mostShown - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
