import { z } from 'zod'
import { annotationRetagged } from '../annotation/events.ts'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, unused } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'
import { idSchema } from '../scalars.ts'
import { tagChanged, tagCreated, tagMerged, tagReinstated, tagRetired } from './events.ts'
import { tagFields } from './row.ts'
import { checkName, checkParent } from './rules.ts'

export const createTag = defineCommand({
  type: 'tag.create',
  summary: 'Adds a tag to the codebook.',
  args: z.strictObject({
    id: idSchema,
    name: tagFields.name,
    colour: tagFields.colour,
    line: tagFields.line.default('solid'),
    description: tagFields.description.default(''),
    parentId: tagFields.parentId.default(null),
    hotkey: tagFields.hotkey.default(null),
  }),
  decide({ id, ...fields }, { tables }) {
    unused(tables, 'tags', id)
    checkName(tables, fields.name, id)
    checkParent(tables, id, fields.parentId)
    return {
      label: `create the tag “${fields.name}”`,
      events: [...freeHotkey(tables, fields.hotkey, id), tagCreated.on(id, fields)],
    }
  },
})

export const changeTag = defineCommand({
  type: 'tag.change',
  summary: 'Renames a tag or changes its colour, line, description, parent or hotkey.',
  args: z.strictObject({ id: idSchema, set: z.strictObject(tagFields).partial() }),
  decide({ id, set }, { tables }) {
    const tag = existing(tables, 'tags', id)
    if (tag.mergedInto)
      reject('tag_merged', `“${tag.name}” was merged into another tag and can no longer be changed.`)
    if (set.name !== undefined) checkName(tables, set.name, id)
    if (set.parentId !== undefined) checkParent(tables, id, set.parentId)
    if (set.hotkey && tag.retired)
      reject('tag_retired', `“${tag.name}” is retired: reinstate it to give it a hotkey.`)
    const changed = changedFields(tag, set)
    const label = changed?.name
      ? `rename the tag “${tag.name}” to “${changed.name}”`
      : `change ${Object.keys(changed ?? {})
          .map(fieldName)
          .join(', ')} of the tag “${tag.name}”`
    return {
      label,
      events: changed
        ? [...freeHotkey(tables, set.hotkey ?? null, id), tagChanged.on(id, { set: changed })]
        : [],
    }
  },
})

export const mergeTags = defineCommand({
  type: 'tag.merge',
  summary: 'Merges tags into one: every annotation of theirs carries that one instead.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(1000), into: idSchema }),
  decide({ ids, into }, { tables }) {
    const target = existing(tables, 'tags', into)
    if (target.retired)
      reject('tag_retired', `“${target.name}” is retired: reinstate it before merging into it.`)
    const merged = allExisting(tables, 'tags', ids)
    const gone = new Set(merged.map((tag) => tag.id))
    if (gone.has(into)) reject('merge_with_itself', 'A tag cannot be merged into itself.')
    for (const tag of merged) if (tag.mergedInto) reject('tag_merged', `“${tag.name}” was merged already.`)
    for (let up = target.parentId; up; up = tables.tags.get(up)?.parentId ?? null) {
      if (gone.has(up))
        reject(
          'merge_into_child',
          `“${target.name}” lies under a tag that would be merged into it. Move it out first.`,
        )
    }
    const touched = new Map<string, RowOf<'annotations'>>()
    for (const tag of merged)
      for (const row of tables.annotations.whereIncludes('tagIds', tag.id)) touched.set(row.id, row)
    const retagged = [...touched.values()].map((annotation) =>
      annotationRetagged.on(annotation.id, {
        tagIds: [...new Set(annotation.tagIds.map((tagId) => (gone.has(tagId) ? into : tagId)))],
      }),
    )
    const children = merged
      .flatMap((tag) => tables.tags.where('parentId', tag.id))
      .filter((child) => !gone.has(child.id))
      .map((child) => tagChanged.on(child.id, { set: { parentId: into } }))
    return {
      label: `merge ${merged.map((tag) => `“${tag.name}”`).join(', ')} into “${target.name}” (${countOf(retagged.length, 'annotation')})`,
      events: [...retagged, ...children, ...merged.map((tag) => tagMerged.on(tag.id, { into }))],
    }
  },
})

export const retireTag = defineCommand({
  type: 'tag.retire',
  summary: 'Retires a tag: it stays on its annotations and is offered no more.',
  args: z.strictObject({ id: idSchema }),
  decide({ id }, { tables }) {
    const tag = existing(tables, 'tags', id)
    return { label: `retire the tag “${tag.name}”`, events: tag.retired ? [] : [tagRetired.on(id, {})] }
  },
})

export const reinstateTag = defineCommand({
  type: 'tag.reinstate',
  summary: 'Offers a retired tag again.',
  args: z.strictObject({ id: idSchema }),
  decide({ id }, { tables }) {
    const tag = existing(tables, 'tags', id)
    if (tag.mergedInto)
      reject('tag_merged', `“${tag.name}” was merged into another tag. Undo the merge instead.`)
    return { label: `reinstate the tag “${tag.name}”`, events: tag.retired ? [tagReinstated.on(id, {})] : [] }
  },
})

/** A hotkey belongs to one tag: giving it to another takes it from the first, in the same step. */
function freeHotkey(tables: ReadTables, hotkey: string | null, id: string): NewEvent[] {
  if (!hotkey) return []
  return [...tables.tags.all()]
    .filter((tag) => tag.hotkey === hotkey && tag.id !== id)
    .map((tag) => tagChanged.on(tag.id, { set: { hotkey: null } }))
}

function fieldName(field: string): string {
  return field === 'parentId' ? 'place' : field
}
