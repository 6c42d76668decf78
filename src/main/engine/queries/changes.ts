import type { ChangeEntry, ChangesBetween } from '../../../contract/changes.ts'
import type { ChangeEvent, RowChange, SpanPlace } from '../../../domain/changes/tell.ts'
import { type Between, openBetween } from '../changes/between.ts'
import type { ReadDb } from '../database.ts'
import type { Query } from './context.ts'

/** Compares two moments page by page. What differs is found once and kept for the next page: a log only grows. */
export function openChanges(db: ReadDb): Query<'changes.between'> {
  let latest: Between | undefined
  return (_, { from, to, tables, offset, limit }) => {
    if (latest?.from.seq !== from || latest.to.seq !== to) latest = openBetween(db, from, to)
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
    } satisfies ChangesBetween
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
