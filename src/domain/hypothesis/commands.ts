import { z } from 'zod'
import { assessmentCleared } from '../assessment/events.ts'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import { idSchema } from '../scalars.ts'
import { hypothesisAdded, hypothesisChanged, hypothesisRemoved } from './events.ts'
import { hypothesisFields } from './row.ts'
import { hypothesesOf, nextOrder } from './rules.ts'

export const addHypothesis = defineCommand({
  type: 'hypothesis.add',
  summary: 'Adds a hypothesis: a possible answer to a topic’s question.',
  args: z.strictObject({
    id: idSchema,
    topicId: idSchema,
    statement: hypothesisFields.statement,
    note: hypothesisFields.note.default(''),
    likelihood: hypothesisFields.likelihood.default(null),
    confidence: hypothesisFields.confidence.default(null),
  }),
  decide({ id, ...fields }, { tables }) {
    unused(tables, 'hypotheses', id)
    const topic = existing(tables, 'topics', fields.topicId)
    if (topic.retired) {
      reject(
        'topic_retired',
        `The topic “${short(topic.question)}” is retired or merged. Choose another or reinstate it.`,
      )
    }
    return {
      label: `add the hypothesis “${short(fields.statement)}”`,
      events: [hypothesisAdded.on(id, { ...fields, order: nextOrder(tables, fields.topicId) })],
    }
  },
})

export const changeHypothesis = defineCommand({
  type: 'hypothesis.change',
  summary:
    'Rewords a hypothesis, notes on it, sets its likelihood or confidence, sets it aside or takes it up.',
  args: z.strictObject({ id: idSchema, set: z.strictObject(hypothesisFields).partial() }),
  decide({ id, set }, { tables }) {
    const hypothesis = existing(tables, 'hypotheses', id)
    const changed = changedFields(hypothesis, set)
    const name = `the hypothesis “${short(hypothesis.statement)}”`
    return {
      label:
        changed?.retired === true
          ? `set aside ${name}`
          : changed?.retired === false
            ? `take up ${name} again`
            : `change ${name}`,
      events: changed ? [hypothesisChanged.on(id, { set: changed })] : [],
    }
  },
})

export const orderHypotheses = defineCommand({
  type: 'hypothesis.order',
  summary: 'Puts the hypotheses of a topic in an order; those not named keep theirs behind them.',
  args: z.strictObject({ topicId: idSchema, ids: z.array(idSchema).min(1).max(1000) }),
  decide({ topicId, ids }, { tables }) {
    const topic = existing(tables, 'topics', topicId)
    const first = allExisting(tables, 'hypotheses', ids)
    const foreign = first.find((hypothesis) => hypothesis.topicId !== topicId)
    if (foreign) {
      reject(
        'other_topic',
        `The hypothesis “${short(foreign.statement)}” answers another topic. Only hypotheses of one topic have an order.`,
        { id: foreign.id },
      )
    }
    const named = new Set(ids)
    const others = hypothesesOf(tables, topicId).filter(({ id }) => !named.has(id))
    return {
      label: `order the hypotheses on “${short(topic.question)}”`,
      events: [...first, ...others].flatMap(({ id, order }, index) =>
        order === index + 1 ? [] : [hypothesisChanged.on(id, { set: { order: index + 1 } })],
      ),
    }
  },
})

export const removeHypotheses = defineCommand({
  type: 'hypothesis.remove',
  summary: 'Removes hypotheses with their ratings. To keep one on record as given up, set it aside instead.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(1000) }),
  decide({ ids }, { tables }) {
    const rows = allExisting(tables, 'hypotheses', ids)
    const assessments = rows.flatMap(({ id }) => tables.assessments.where('hypothesisId', id))
    return {
      label:
        rows.length === 1
          ? `remove the hypothesis “${short(rows[0]!.statement)}”`
          : `remove ${countOf(rows.length, 'hypothesis')}`,
      events: [
        ...assessments.map(({ id }) => assessmentCleared.on(id, {})),
        ...rows.map(({ id }) => hypothesisRemoved.on(id, {})),
      ],
    }
  },
})
