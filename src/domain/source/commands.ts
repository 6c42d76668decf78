import { z } from 'zod'
import { claimChanged } from '../claim/events.ts'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, sameValue, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import type { RowOf } from '../rows.ts'
import { idSchema } from '../scalars.ts'
import { sourceAdded, sourceChanged, sourceMerged } from './events.ts'
import { mostAliases, sourceFields } from './row.ts'
import { checkNames } from './rules.ts'

export const addSource = defineCommand({
  type: 'source.add',
  summary: 'Adds a person, organisation or publication that asserts things.',
  args: z.strictObject({
    id: idSchema,
    name: sourceFields.name,
    kind: sourceFields.kind.default('organisation'),
    aliases: sourceFields.aliases.default([]),
    reliability: sourceFields.reliability.default(null),
    note: sourceFields.note.default(''),
  }),
  decide({ id, ...fields }, { tables }) {
    unused(tables, 'sources', id)
    checkNames(tables, [fields.name, ...fields.aliases], id)
    return { label: `add the source “${fields.name}”`, events: [sourceAdded.on(id, fields)] }
  },
})

export const changeSource = defineCommand({
  type: 'source.change',
  summary: 'Renames, grades, describes, retires or reinstates a source.',
  args: z.strictObject({
    id: idSchema,
    set: z.strictObject({ ...sourceFields, retired: z.boolean() }).partial(),
  }),
  decide({ id, set }, { tables }) {
    const source = existing(tables, 'sources', id)
    if (source.mergedInto) reject('source_merged', `“${source.name}” was merged into another source.`)
    checkNames(tables, [...(set.name ? [set.name] : []), ...(set.aliases ?? [])], id)
    const changed = changedFields(source, set)
    const label =
      changed && Object.keys(changed).length === 1 && changed.reliability !== undefined
        ? `grade “${source.name}” ${changed.reliability ?? 'as not yet graded'}`
        : `change the source “${source.name}”`
    return { label, events: changed ? [sourceChanged.on(id, { set: changed })] : [] }
  },
})

export const mergeSources = defineCommand({
  type: 'source.merge',
  summary:
    'Merges sources into one: their claims are its claims, their names its aliases. Grades are not merged.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(1000), into: idSchema }),
  decide({ ids, into }, { tables }) {
    const target = existing(tables, 'sources', into)
    if (target.retired)
      reject('source_retired', `“${target.name}” is retired: reinstate it before merging into it.`)
    const merged = allExisting(tables, 'sources', ids)
    for (const source of merged) {
      if (source.id === into) reject('merge_with_itself', 'A source cannot be merged into itself.')
      if (source.mergedInto) reject('source_merged', `“${source.name}” was merged already.`)
    }
    const gone = new Set(merged.map((source) => source.id))
    const touched = new Map<string, RowOf<'claims'>>()
    for (const id of gone) {
      for (const claim of tables.claims.where('sourceId', id)) touched.set(claim.id, claim)
      for (const claim of tables.claims.whereIncludes('via', id)) touched.set(claim.id, claim)
    }
    const moved = [...touched.values()].map((claim) => {
      const set: { sourceId?: string; via?: string[] } = {}
      if (claim.sourceId && gone.has(claim.sourceId)) set.sourceId = into
      const via = new Set(claim.via.map((id) => (gone.has(id) ? into : id)))
      // Who speaks is no link of the chain it came through, also where two names turn out to be one source.
      via.delete(set.sourceId ?? claim.sourceId ?? '')
      if (!sameValue([...via], claim.via)) set.via = [...via]
      return claimChanged.on(claim.id, { set })
    })
    const aliases = [
      ...new Set([...target.aliases, ...merged.flatMap((source) => [source.name, ...source.aliases])]),
    ].filter((alias) => alias !== target.name)
    if (aliases.length > mostAliases) {
      reject(
        'too_many_names',
        `“${target.name}” would have ${aliases.length} other names; ${mostAliases} is the most. Nothing was changed; merge fewer, or take away names first.`,
      )
    }
    const renamed = changedFields(target, { aliases })
    return {
      label: `merge ${merged.map((source) => `“${source.name}”`).join(', ')} into “${target.name}” (${countOf(moved.length, 'claim')})`,
      events: [
        ...moved,
        ...merged.map((source) => sourceMerged.on(source.id, { into })),
        ...(renamed ? [sourceChanged.on(into, { set: renamed })] : []),
      ],
    }
  },
})
