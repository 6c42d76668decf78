import type { BothSides, RowDifference, Taken } from '../../../contract/branch.ts'
import type { Answer } from '../../../contract/wire.ts'
import type { KeptCommand } from '../../../domain/branch/kept-command.ts'
import { commandAt } from '../../../domain/branch/needs.ts'
import { type Translating, translateArgs } from '../../../domain/branch/translate.ts'
import { changedFields, type FieldChange, fieldsOf } from '../../../domain/history/fields.ts'
import { type HistoryRow, rowName } from '../../../domain/history/names.ts'
import { Rejected } from '../../../domain/rejection.ts'
import { parseStream, type RowOf, type TableName } from '../../../domain/rows.ts'
import type { Attempt, Writer } from '../execute.ts'
import type { WriteDb } from '../log/database.ts'
import type { LogRow } from '../log/log.ts'
import { openPast } from '../log/past.ts'
import { EngineProblem } from '../problems.ts'
import { namesOf } from '../queries/history.ts'
import { cancelled, unwatched, type Watch } from '../watch.ts'
import { type BranchReading, checkIsParent, readBranch, refuseSameFile } from './branch-log.ts'
import { type TakenBefore, takenBefore } from './taken.ts'

export interface TakeBackRequest {
  /** The branch's file. */
  branch: string
  /** Which of its commands; `anyway`: also where the parent has changed the same rows since. */
  commands: readonly { commandId: string; anyway: boolean }[]
  /** Who takes them back: the author of the parent's commands. A rehearsal may be for someone who has not joined yet. */
  by: RowOf<'analysts'>
  /** Everything is decided and told, and nothing is kept. */
  rehearse: boolean
}

/** The parent that is open here. */
export interface OpenParent {
  path: string
  db: WriteDb
  writer: Writer
}

/**
 * Takes commands of a branch back into its parent, in the branch's order, each decided anew by the parent's own rules
 * on top of what stands there now: all in one transaction, so that a cancel or a failure leaves nothing half taken. A
 * command whose rows the parent has changed since the fork is a conflict and is not taken, unless that was chosen.
 */
export function takeBack(
  parent: OpenParent,
  { branch: path, commands: chosen, by, rehearse }: TakeBackRequest,
  watch: Watch = unwatched,
): Taken[] {
  refuseSameFile(path, parent.path)
  const branch = readBranch(path)
  try {
    checkIsParent(branch.parent, parent.db, parent.path)
    const wanted = inOrder(branch, chosen)
    const taken = takenBefore(parent.db, branch.parent.seq, branch.commands)
    refuseTakenAlready(wanted, taken)
    return parent.writer.together(
      (attempt) => {
        if (rehearse && !parent.writer.tables.analysts.get(by.id)) {
          attempt({ commandId: `join-${by.id}`, type: 'analyst.join', args: by, by: by.id })
        }
        const take = taker(parent, branch, taken, by.id, attempt)
        return wanted.map(({ command, anyway }, index) => {
          watch.progress(index, wanted.length)
          if (watch.isCancelled()) throw cancelled()
          return take(command, anyway)
        })
      },
      { rehearse },
    )
  } finally {
    branch.close()
  }
}

interface Wanted {
  command: KeptCommand
  anyway: boolean
}

function inOrder({ commands, name }: BranchReading, chosen: TakeBackRequest['commands']): Wanted[] {
  const wanted = new Map(chosen.map(({ commandId, anyway }) => [commandId, anyway]))
  const found = commands.filter(({ commandId }) => wanted.has(commandId))
  const known = new Set(found.map(({ commandId }) => commandId))
  const unknown = chosen.find(({ commandId }) => !known.has(commandId))
  if (unknown) {
    throw new EngineProblem(
      'unknown_command_id',
      `“${name}” has no command ${unknown.commandId} since it began. Nothing was taken; list its changes again.`,
      { commandId: unknown.commandId },
    )
  }
  return found.map((command) => ({ command, anyway: wanted.get(command.commandId)! }))
}

function refuseTakenAlready(wanted: readonly Wanted[], taken: TakenBefore): void {
  for (const { command } of wanted) {
    const id = taken.takenAs(command.commandId)
    if (id === undefined || taken.isUndone(id)) continue
    throw new EngineProblem(
      'taken_already',
      `“${command.label}” has been taken back already (event ${taken.eventsOf(id)?.first}). Nothing was taken; leave it out.`,
      { commandId: command.commandId },
    )
  }
}

/** Rows of one command that are told one by one. */
const mostRows = 50

function taker(
  { db, writer }: OpenParent,
  branch: BranchReading,
  taken: TakenBefore,
  by: string,
  attempt: Attempt,
): (command: KeptCommand, anyway: boolean) => Taken {
  const fork = branch.parent.seq
  /** Of this series: the branch's command -> the parent's. */
  const now = new Map<string, string>()
  const ids = new Set<string>()
  const own = new Set(branch.commands.map(({ commandId }) => commandId))
  const overlooked = (commandId: string) => ids.has(commandId) || taken.isOurs(commandId)
  const takenAs = (commandId: string) => now.get(commandId) ?? taken.takenAs(commandId)
  const translating: Translating = {
    fork,
    takenAs,
    isOwn: (commandId) => own.has(commandId),
    text: branch.text,
    eventOf(seq) {
      const command = commandAt(branch.commands, seq)
      const id = command && takenAs(command.commandId)
      const events = id === undefined ? undefined : taken.eventsOf(id)
      return events && Math.min(events.first + seq - command!.firstSeq, events.last)
    },
  }

  return (command, anyway) => {
    const { commandId, type, label } = command
    const refused = { commandId, label, changes: [], changesTotal: 0, seq: null }
    const args = translated(command, translating)
    const sides = () => sidesOf(command, { db, writer, branch, overlooked })
    if (!args.ok) return { ...refused, result: 'rejected', problem: args.error, sides: sides() }
    const id = taken.nextId(commandId)
    const envelope = { commandId: id, type, args: args.value, by }
    const first = attempt({ ...envelope, expectedSeq: fork }, { overlooked })
    const conflict = !first.answer.ok && first.answer.error.code === 'changed_meanwhile'
    const both = first.answer.ok ? [] : sides()
    const done = conflict ? attempt(envelope, anyway ? {} : { only: 'try' }) : first
    if (!done.answer.ok) return { ...refused, result: 'rejected', problem: done.answer.error, sides: both }
    const kept = first.answer.ok || anyway
    if (kept) {
      now.set(commandId, id)
      ids.add(id)
    }
    return {
      commandId,
      label: done.answer.value.label,
      result: kept ? 'taken' : 'conflict',
      problem: first.answer.ok ? null : first.answer.error,
      changes: differences(done.changes.slice(0, mostRows), { db, writer }),
      changesTotal: done.changes.length,
      sides: both,
      seq: kept ? done.answer.value.seq : null,
    }
  }
}

function translated(command: KeptCommand, parent: Translating): Answer<unknown> {
  try {
    return { ok: true, value: translateArgs(command, parent) }
  } catch (error) {
    if (error instanceof Rejected) return { ok: false, error: error.problem }
    throw error
  }
}

function differences(
  changes: ReturnType<Attempt>['changes'],
  { db, writer }: Pick<OpenParent, 'db' | 'writer'>,
): RowDifference[] {
  const names = namesOf({ db, tables: writer.tables })
  return changes.flatMap(({ table, id, old, row }): RowDifference[] => {
    const [before, after] = [old as HistoryRow | null, row as HistoryRow | null]
    const shown = after ?? before
    if (!shown) return []
    return [
      {
        table,
        id,
        name: rowName(table, shown),
        how: !before ? 'made' : !after ? 'removed' : 'changed',
        fields: fieldChanges(table, before ?? undefined, after ?? undefined, names) ?? [],
      },
    ]
  })
}

/** The rows of a command that the parent, by its own work, has changed since the fork, as each side left them. */
function sidesOf(
  command: KeptCommand,
  {
    db,
    writer,
    branch,
    overlooked,
  }: Pick<OpenParent, 'db' | 'writer'> & { branch: BranchReading; overlooked: (id: string) => boolean },
): BothSides[] {
  const fork = branch.parent.seq
  const past = openPast(db)
  const names = namesOf({ db, tables: writer.tables })
  const later = db.prepare(
    'SELECT seq, at, author, command_id FROM log WHERE stream = ? AND seq > ? ORDER BY seq DESC',
  )
  const sides: BothSides[] = []
  for (const { stream, before, after } of branch.past.changesOf(command.commandId)) {
    const events = later.all(stream, fork) as Pick<LogRow, 'seq' | 'at' | 'author' | 'command_id'>[]
    const last = events.find(({ command_id }) => !overlooked(command_id))
    if (!last) continue
    const { table, id } = parseStream(stream)
    const atFork = past.rowAt(stream, fork)
    const present = writer.tables[table].get(id) as HistoryRow | undefined
    const shown = present ?? atFork ?? after ?? before
    sides.push({
      table,
      id,
      name: shown ? rowName(table, shown) : stream,
      seq: last.seq,
      at: last.at,
      byName: writer.tables.analysts.get(last.author)?.name ?? last.author,
      inParent: fieldChanges(table, atFork, present, names),
      inBranch: fieldChanges(table, before, after, branch.names),
    })
    if (sides.length === mostRows) break
  }
  return sides
}

/** Old beside new; for a new row what it says; null for one that is gone. */
function fieldChanges(
  table: TableName,
  before: HistoryRow | undefined,
  after: HistoryRow | undefined,
  names: Parameters<typeof changedFields>[3],
): FieldChange[] | null {
  if (!after) return null
  if (before) return changedFields(table, before, after, names)
  return fieldsOf(table, after, names).map(({ key, label, value }) => ({
    key,
    label,
    before: '',
    after: value,
  }))
}
