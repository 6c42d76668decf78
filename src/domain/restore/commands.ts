import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { countOf, sameValue, short } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { rowName } from '../history/names.ts'
import { reject } from '../rejection.ts'
import { parseStream, recordTables } from '../rows.ts'
import { Plan } from '../undo/plan.ts'
import type { Row } from '../undo/planned-tables.ts'
import { rowRestored } from './events.ts'

/** Never restored: an analyst's profile is that person's, and a moment names a place that never moves. */
const notRestored: readonly string[] = ['analysts', 'moments']

/**
 * Brings items, or single fields of them, back to what they were: as new events beside everything done since. It
 * takes only what it is told: a screen shows the later edits first and sends the fields that the analyst chose.
 */
export const restore = defineCommand({
  type: 'history.restore',
  summary: 'Brings items or fields back to what they were as of an event, by new events.',
  args: z.strictObject({
    /** The event after which they were as they are wanted. */
    asOf: z.int().min(0),
    items: z
      .array(
        z.strictObject({
          /** `claims/ID`. */
          stream: z.string().max(100),
          /** Columns of the row; absent: all that differ. */
          fields: z.array(z.string().max(60)).min(1).max(100).optional(),
        }),
      )
      .min(1)
      .max(10_000),
  }),
  decide({ asOf, items }, { tables, past, head }) {
    if (asOf > head) {
      reject('no_such_moment', `There is no event ${asOf}: the log ends at event ${head}.`, { head })
    }
    const names: string[] = []
    const steps = items.flatMap(({ stream, fields }) => {
      const { table, id } = streamParts(stream)
      const then = past.rowAt(stream, asOf)
      if (!then) {
        const { noun } = recordTables[table]
        reject(
          'nothing_there_then',
          `This ${noun} was not in the workspace as of event ${asOf}, so there is nothing to restore. Remove it instead if it should go.`,
          { table, id },
        )
      }
      const now = tables[table].get(id) as Row | undefined
      const step = now ? setStep(then, now, fields) : ({ op: 'insert', row: then } as const)
      if (step) names.push(rowName(table, then))
      return step ? [{ table, id, step }] : []
    })
    const what = names.length === 1 ? `“${short(names[0]!)}”` : countOf(names.length, 'item')
    const label = `restore ${what} as of event ${asOf}`
    const plan = new Plan(tables, 'restore', label)
    for (const { table, id, step } of steps) plan.note(table, id, step)
    plan.check()
    return {
      label,
      events: steps.map(({ table, id, step }): NewEvent => rowRestored.on(id, { asOf, change: step }, table)),
    }
  },
})

function streamParts(stream: string): ReturnType<typeof parseStream> {
  const table = stream.slice(0, Math.max(stream.indexOf('/'), 0))
  if (!Object.hasOwn(recordTables, table) || notRestored.includes(table)) {
    reject('not_restorable', `“${short(stream)}” is nothing that can be restored.`)
  }
  return parseStream(stream)
}

function setStep(
  then: Row,
  now: Row,
  wanted: readonly string[] | undefined,
): { op: 'set'; fields: Row } | null {
  const unknown = wanted?.find((field) => !(field in then) || field === 'id')
  if (unknown !== undefined) reject('unknown_field', `There is no field “${short(unknown)}” to restore.`)
  const fields: Row = {}
  for (const field of wanted ?? Object.keys(then)) {
    if (!sameValue(now[field], then[field])) fields[field] = then[field]
  }
  return Object.keys(fields).length > 0 ? { op: 'set', fields } : null
}
