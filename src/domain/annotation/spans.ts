import { z } from 'zod'
import type { Deciding } from '../command.ts'
import { existing, unused } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { Rejected, reject } from '../rejection.ts'
import type { ReadTables } from '../rows.ts'
import { idSchema, offsetSchema, proseSchema } from '../scalars.ts'
import { type Anchor, makeAnchor } from '../text/anchor.ts'
import { annotationMade } from './events.ts'

/** A span as a command gives it: the quote and its context are taken from the text, never from the caller. */
export const spanSchema = z.strictObject({
  id: idSchema,
  articleId: idSchema,
  start: offsetSchema,
  end: offsetSchema,
  tagIds: z.array(idSchema).max(100).default([]),
  note: proseSchema(100_000).default(''),
})
export type Span = z.output<typeof spanSchema>

/** The events that make annotations of spans. Rejects spans outside their text and tags that are retired or unknown. */
export function makeAnnotations(spans: readonly Span[], { tables, text }: Deciding): NewEvent[] {
  const ids = new Set<string>()
  return spans.map(({ id, articleId, start, end, tagIds, note }) => {
    unused(tables, 'annotations', id)
    if (ids.has(id)) reject('id_taken', `Two spans of this command have the id ${id}.`, { id })
    ids.add(id)
    existing(tables, 'articles', articleId)
    checkTags(tables, tagIds)
    return annotationMade.on(id, {
      articleId,
      ...anchorOf(text(articleId), start, end),
      tagIds: [...new Set(tagIds)],
      note,
    })
  })
}

/** The anchor of a range: UTF-16 code units, half-open. Rejects a range that is no span of the text. */
export function anchorOf(text: string, start: number, end: number): Anchor {
  const anchor = makeAnchor(text, start, end)
  if (!anchor.ok) throw new Rejected(anchor.error)
  return anchor.value
}

export function checkTags(tables: ReadTables, tagIds: readonly string[]): void {
  for (const id of tagIds) {
    const tag = existing(tables, 'tags', id)
    if (tag.retired) {
      reject(
        'tag_retired',
        `The tag “${tag.name}” is retired${tag.mergedInto ? ' (merged)' : ''}. Choose another or reinstate it in the Codebook.`,
        { id },
      )
    }
  }
}
