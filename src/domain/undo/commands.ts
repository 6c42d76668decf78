import { z } from 'zod'
import { type Deciding, type Decision, defineCommand, type RowChange } from '../command.ts'
import { sameValue } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { reject } from '../rejection.ts'
import { parseStream, recordTables } from '../rows.ts'
import { idSchema } from '../scalars.ts'
import { rowReverted } from './events.ts'
import { Plan } from './plan.ts'
import type { Row, Step } from './planned-tables.ts'
import { undoState } from './stack.ts'

const args = z.strictObject({
  /** When given, undo or redo only if this command is the next one: what the person saw named. */
  expected: idSchema.optional(),
})

export const undo = defineCommand({
  type: 'history.undo',
  summary: 'Takes back the analyst’s last command, by new events.',
  args,
  decide({ expected }, context) {
    const { undo } = undoState(context.past.commandsOf(context.by))
    if (!undo) reject('nothing_to_undo', 'There is nothing of yours left to undo.')
    const { target, applied } = undo
    if (expected && expected !== target.commandId) {
      reject('undo_moved_on', `The last change is now “${target.label}”. Undo again to take that back.`)
    }
    return {
      ...revert(applied, target.commandId, 'undo', target.label, context),
      kind: 'undo',
      target: target.commandId,
    }
  },
})

export const redo = defineCommand({
  type: 'history.redo',
  summary: 'Brings back what was undone last, by new events.',
  args,
  decide({ expected }, context) {
    const { redo } = undoState(context.past.commandsOf(context.by))
    if (!redo)
      reject('nothing_to_redo', 'There is nothing to redo: nothing was undone since your last change.')
    if (expected && expected !== redo.target)
      reject('undo_moved_on', `What would be redone is now “${redo.label}”.`)
    return {
      ...revert(redo.applied, redo.target, 'redo', redo.label, context),
      kind: 'redo',
      target: redo.target,
    }
  },
})

/**
 * Events that take back what the command `applied` changed. Each row is compared with what that command left:
 * a field that someone changed since cannot be taken back silently, so the whole step is refused with the reason.
 */
function revert(
  applied: string,
  of: string,
  how: 'undo' | 'redo',
  label: string,
  context: Deciding,
): Decision {
  const changes = context.past.changesOf(applied)
  const plan = new Plan(context.tables, how, label)
  const events = changes.flatMap((change): NewEvent[] => {
    const { table, id } = parseStream(change.stream)
    const step = inverse(change, context.tables[table].get(id) as Row | undefined)
    if (step === 'conflict') refuse(change, how, label, applied, context)
    if (step === null) return []
    plan.note(table, id, step)
    return [rowReverted.on(id, { of, how, change: step }, table)]
  })
  plan.check()
  return { label, events }
}

function inverse({ before, after }: RowChange, now: Row | undefined): Step | 'conflict' | null {
  if (!before && !after) return null
  if (!before) return now && sameValue(now, after) ? { op: 'delete' } : 'conflict'
  if (!after) return now ? 'conflict' : { op: 'insert', row: before }
  if (!now) return 'conflict'
  const fields: Row = {}
  for (const key of Object.keys(before)) {
    if (sameValue(before[key], after[key])) continue
    const value = sameValue(now[key], after[key])
      ? before[key]
      : withoutChange(before[key], after[key], now[key])
    if (value === undefined) return 'conflict'
    fields[key] = value
  }
  return Object.keys(fields).length === 0 ? null : { op: 'set', fields }
}

/** A list of ids that someone else has changed since: takes back only what the command added or took away. */
function withoutChange(before: unknown, after: unknown, now: unknown): unknown[] | undefined {
  if (!isIdList(before) || !isIdList(after) || !isIdList(now)) return undefined
  const added = after.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !after.includes(id))
  if (added.some((id) => !now.includes(id)) || removed.some((id) => now.includes(id))) return undefined
  return [...now.filter((id) => !added.includes(id)), ...removed]
}

function isIdList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function refuse(
  change: RowChange,
  how: string,
  label: string,
  applied: string,
  { past, tables }: Deciding,
): never {
  const { table, id } = parseStream(change.stream)
  const fields =
    change.before && change.after
      ? Object.keys(change.after).filter((key) => !sameValue(change.before![key], change.after![key]))
      : []
  const edit = past.laterEdit(change.stream, applied, fields)
  const who = edit ? (tables.analysts.get(edit.by)?.name ?? edit.by) : 'someone'
  const event = edit ? ` (event ${edit.seq})` : ''
  reject(
    'undo_blocked',
    `Cannot ${how} “${label}”: ${who} has changed the same ${recordTables[table].noun} since${event}. Nothing was changed; see its history to restore single fields.`,
    { table, id, ...(edit ? { seq: edit.seq, by: edit.by } : {}) },
  )
}
