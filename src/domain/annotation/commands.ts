import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { allExisting, countOf, existing, sameValue, short } from '../decide.ts'
import type { ReadTables } from '../rows.ts'
import { idSchema, offsetSchema, proseSchema } from '../scalars.ts'
import { annotationMoved, annotationNoted, annotationRemoved, annotationRetagged } from './events.ts'
import { anchorOf, checkTags, makeAnnotations, spanSchema } from './spans.ts'

const many = z.array(idSchema).min(1).max(100_000)

export const makeAnnotation = defineCommand({
  type: 'annotation.make',
  summary: 'Marks spans with tags and a note; “mark every occurrence” is one such step.',
  args: z.strictObject({ spans: z.array(spanSchema).min(1).max(100_000) }),
  decide({ spans }, context) {
    const first = spans[0]!
    const events = makeAnnotations(spans, context)
    const quote = short((events[0]!.payload as { quote: string }).quote)
    const names = tagNames(context.tables, first.tagIds)
    const what = spans.length === 1 ? `“${quote}”` : `${countOf(spans.length, 'span')} “${quote}”`
    return { label: names ? `tag ${what} as ${names}` : `${first.note ? 'note' : 'mark'} ${what}`, events }
  },
})

export const tagAnnotations = defineCommand({
  type: 'annotation.tag',
  summary: 'Adds tags to annotations.',
  args: z.strictObject({ ids: many, tagIds: z.array(idSchema).min(1).max(100) }),
  decide({ ids, tagIds }, { tables }) {
    checkTags(tables, tagIds)
    const events = allExisting(tables, 'annotations', ids)
      .map((row) => ({ row, next: [...new Set([...row.tagIds, ...tagIds])] }))
      .filter(({ row, next }) => !sameValue(row.tagIds, next))
      .map(({ row, next }) => annotationRetagged.on(row.id, { tagIds: next }))
    return { label: `tag ${countOf(events.length, 'span')} as ${tagNames(tables, tagIds)}`, events }
  },
})

export const untagAnnotations = defineCommand({
  type: 'annotation.untag',
  summary: 'Takes tags off annotations.',
  args: z.strictObject({ ids: many, tagIds: z.array(idSchema).min(1).max(100) }),
  decide({ ids, tagIds }, { tables }) {
    const off = new Set(tagIds)
    const events = allExisting(tables, 'annotations', ids)
      .filter((row) => row.tagIds.some((id) => off.has(id)))
      .map((row) => annotationRetagged.on(row.id, { tagIds: row.tagIds.filter((id) => !off.has(id)) }))
    return { label: `take ${tagNames(tables, tagIds)} off ${countOf(events.length, 'span')}`, events }
  },
})

export const noteAnnotation = defineCommand({
  type: 'annotation.note',
  summary: 'Writes or changes an annotation’s note.',
  args: z.strictObject({ id: idSchema, note: proseSchema(100_000) }),
  decide({ id, note }, { tables }) {
    const row = existing(tables, 'annotations', id)
    return {
      label: `${row.note === '' ? 'note' : 'change the note on'} “${short(row.quote)}”`,
      events: row.note === note ? [] : [annotationNoted.on(id, { note })],
    }
  },
})

export const moveAnnotation = defineCommand({
  type: 'annotation.move',
  summary: 'Moves the ends of an annotation’s span.',
  args: z.strictObject({ id: idSchema, start: offsetSchema, end: offsetSchema }),
  decide({ id, start, end }, { tables, text }) {
    const row = existing(tables, 'annotations', id)
    const anchor = anchorOf(text(row.articleId), start, end)
    return {
      label: `move the span “${short(row.quote)}” to “${short(anchor.quote)}”`,
      events: row.start === start && row.end === end ? [] : [annotationMoved.on(id, anchor)],
    }
  },
})

export const removeAnnotations = defineCommand({
  type: 'annotation.remove',
  summary: 'Removes annotations; a claim that rests on one then warns of lost evidence.',
  args: z.strictObject({ ids: many }),
  decide({ ids }, { tables }) {
    const rows = allExisting(tables, 'annotations', ids)
    return {
      label:
        rows.length === 1
          ? `remove the annotation “${short(rows[0]!.quote)}”`
          : `remove ${countOf(rows.length, 'annotation')}`,
      events: rows.map(({ id }) => annotationRemoved.on(id, {})),
    }
  },
})

function tagNames(tables: ReadTables, tagIds: readonly string[]): string {
  return tagIds.map((id) => `“${tables.tags.get(id)?.name ?? id}”`).join(', ')
}
