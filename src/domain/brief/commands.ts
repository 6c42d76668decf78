import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { changedFields, existing, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import type { ReadTables } from '../rows.ts'
import { idSchema } from '../scalars.ts'
import { briefChanged, briefRemoved, briefSaved } from './events.ts'
import { sectionKey } from './merges.ts'
import { type BriefSection, briefFields } from './row.ts'
import { checkName } from './rules.ts'

const everything = { statuses: [], stances: [], sourceIds: [], saidFrom: null, saidTo: null }

export const saveBrief = defineCommand({
  type: 'brief.save',
  summary: 'Saves a new brief: its scope, sections, order and wording.',
  args: z.strictObject({
    id: idSchema,
    name: briefFields.name,
    title: briefFields.title.default(''),
    scope: briefFields.scope.default(everything),
    sections: briefFields.sections.default([]),
    wording: briefFields.wording.default({}),
  }),
  decide({ id, ...fields }, { tables }) {
    unused(tables, 'briefs', id)
    checkName(tables, fields.name, id)
    checkSections(tables, fields.sections)
    return { label: `save the brief “${fields.name}”`, events: [briefSaved.on(id, fields)] }
  },
})

export const changeBrief = defineCommand({
  type: 'brief.change',
  summary: 'Changes a brief.',
  args: z.strictObject({ id: idSchema, set: z.strictObject(briefFields).partial() }),
  decide({ id, set }, { tables }) {
    const brief = existing(tables, 'briefs', id)
    if (set.name !== undefined) checkName(tables, set.name, id)
    if (set.sections) checkSections(tables, set.sections)
    const changed = changedFields(brief, set)
    return {
      label: `change ${Object.keys(changed ?? {}).join(', ')} of the brief “${brief.name}”`,
      events: changed ? [briefChanged.on(id, { set: changed })] : [],
    }
  },
})

export const removeBrief = defineCommand({
  type: 'brief.remove',
  summary: 'Removes a brief; the claims stay.',
  args: z.strictObject({ id: idSchema }),
  decide({ id }, { tables }) {
    const brief = existing(tables, 'briefs', id)
    return { label: `remove the brief “${brief.name}”`, events: [briefRemoved.on(id, {})] }
  },
})

function checkSections(tables: ReadTables, sections: readonly BriefSection[]): void {
  const known = new Set<string>()
  for (const section of sections) {
    if (!('topicId' in section)) continue
    const topic = existing(tables, 'topics', section.topicId)
    const what = section.kind === 'topic' ? '' : ` that show its ${section.comparison}`
    const key = sectionKey(section)!
    if (known.has(key)) reject('section_twice', `“${topic.question}” has two sections${what}. Keep one.`)
    known.add(key)
  }
}
