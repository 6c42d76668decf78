import { z } from 'zod'
import { claimChanged } from '../claim/events.ts'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import { movedHypotheses } from '../hypothesis/rules.ts'
import { reject } from '../rejection.ts'
import { idSchema } from '../scalars.ts'
import { topicChanged, topicMerged, topicOpened } from './events.ts'
import { topicFields } from './row.ts'
import { checkQuestion } from './rules.ts'

export const openTopic = defineCommand({
  type: 'topic.open',
  summary: 'Opens a topic: a question that claims answer.',
  args: z.strictObject({
    id: idSchema,
    question: topicFields.question,
    description: topicFields.description.default(''),
  }),
  decide({ id, ...fields }, { tables }) {
    unused(tables, 'topics', id)
    checkQuestion(tables, fields.question, id)
    return { label: `open the topic “${short(fields.question)}”`, events: [topicOpened.on(id, fields)] }
  },
})

export const changeTopic = defineCommand({
  type: 'topic.change',
  summary: 'Rewords, describes, retires or reinstates a topic.',
  args: z.strictObject({
    id: idSchema,
    set: z.strictObject({ ...topicFields, retired: z.boolean() }).partial(),
  }),
  decide({ id, set }, { tables }) {
    const topic = existing(tables, 'topics', id)
    if (topic.mergedInto) reject('topic_merged', `“${short(topic.question)}” was merged into another topic.`)
    if (set.question !== undefined) checkQuestion(tables, set.question, id)
    const changed = changedFields(topic, set)
    const verb = changed?.retired === true ? 'retire' : changed?.retired === false ? 'reinstate' : 'change'
    return {
      label: `${verb} the topic “${short(topic.question)}”`,
      events: changed ? [topicChanged.on(id, { set: changed })] : [],
    }
  },
})

export const mergeTopics = defineCommand({
  type: 'topic.merge',
  summary: 'Merges topics into one: their claims and hypotheses answer that one instead.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(1000), into: idSchema }),
  decide({ ids, into }, { tables }) {
    const target = existing(tables, 'topics', into)
    if (target.retired) reject('topic_retired', `“${short(target.question)}” is retired: reinstate it first.`)
    const merged = allExisting(tables, 'topics', ids)
    for (const topic of merged) {
      if (topic.id === into) reject('merge_with_itself', 'A topic cannot be merged into itself.')
      if (topic.mergedInto) reject('topic_merged', `“${short(topic.question)}” was merged already.`)
    }
    const moved = merged
      .flatMap((topic) => tables.claims.where('topicId', topic.id))
      .map((claim) => claimChanged.on(claim.id, { set: { topicId: into } }))
    return {
      label: `merge ${countOf(merged.length, 'topic')} into “${short(target.question)}” (${countOf(moved.length, 'claim')})`,
      events: [
        ...moved,
        ...movedHypotheses(tables, merged, into),
        ...merged.map((topic) => topicMerged.on(topic.id, { into })),
      ],
    }
  },
})
