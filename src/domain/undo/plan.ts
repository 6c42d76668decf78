import { z } from 'zod'
import { countOf } from '../decide.ts'
import { Rejected, reject } from '../rejection.ts'
import { rowRules } from '../row-rules.ts'
import {
  parseStream,
  type ReadTables,
  type RowOf,
  recordTables,
  type TableName,
  tableNames,
} from '../rows.ts'
import { plannedTables, type Row, type Step } from './planned-tables.ts'

/** One step of undo or redo as a whole: whether the workspace would still be sound after it. */
export class Plan {
  readonly #tables: ReadTables
  readonly #steps = new Map<string, Step>()
  /** “undo” or “redo”, and what. */
  readonly #what: string
  readonly #how: string

  constructor(tables: ReadTables, how: string, label: string) {
    this.#tables = tables
    this.#how = how
    this.#what = `Cannot ${how} “${label}”`
  }

  note(table: TableName, id: string, step: Step): void {
    this.#steps.set(`${table}/${id}`, step)
  }

  /**
   * Refuses a step that would leave a row pointing at nothing, bring back one whose targets are gone, or break a rule
   * that holds between rows: others may have taken the name, or moved the other end of a range, since.
   */
  check(): void {
    const after = plannedTables(this.#tables, this.#steps)
    for (const [stream, step] of this.#steps) {
      const { table, id } = parseStream(stream)
      if (step.op === 'delete') this.#checkUnused(table, id)
      else {
        this.#checkTargets(table, step.op === 'insert' ? step.row : step.fields, after)
        this.#checkRules(table, id, after)
      }
    }
  }

  #checkUnused(table: TableName, id: string): void {
    for (const from of tableNames) {
      for (const [column, target] of Object.entries(recordTables[from].refs)) {
        if (target !== table) continue
        // A removal that is redone may cost evidence, as the removal itself did; taking back work may not.
        if (column === 'evidence' && this.#how === 'redo') continue
        const users = this.#users(from, column, id)
        if (users.length === 0) continue
        const count = countOf(users.length, recordTables[from].noun)
        reject(
          'undo_blocked',
          `${this.#what}: ${count} made since still ${users.length === 1 ? 'uses' : 'use'} this ${recordTables[table].noun}. Nothing was changed; change or undo those first.`,
          { table, id, usedBy: users.slice(0, 20) },
        )
      }
    }
  }

  #users(from: TableName, column: string, id: string): string[] {
    const table = this.#tables[from] as ReadTables['claims']
    const isList = isListColumn(from, column)
    const rows = isList ? table.whereIncludes(column as 'via', id) : table.where(column as 'topicId', id)
    return rows.map((row) => row.id).filter((rowId) => !this.#lets(from, rowId, column, id))
  }

  /** True when this very step deletes the using row or takes the reference out of it. */
  #lets(from: TableName, rowId: string, column: string, id: string): boolean {
    const step = this.#steps.get(`${from}/${rowId}`)
    if (!step) return false
    if (step.op === 'delete') return true
    const value = (step.op === 'set' ? step.fields : step.row)[column]
    return value !== undefined && value !== id && !(Array.isArray(value) && value.includes(id))
  }

  #checkTargets(table: TableName, values: Row, after: ReadTables): void {
    for (const [column, target] of Object.entries(recordTables[table].refs)) {
      // Lost evidence is a state a claim may be in; it is shown as a warning.
      if (column === 'evidence') continue
      const value = values[column]
      for (const id of Array.isArray(value) ? value : value ? [value] : []) {
        const { noun } = recordTables[target as TableName]
        const row = after[target as TableName].get(id) as Row | undefined
        if (!row) {
          reject(
            'undo_blocked',
            `${this.#what}: the ${noun} it needs is no longer there. Nothing was changed; bring that back first.`,
            { table: target, id },
          )
        }
        // Only the record of a merge may name what was merged.
        if (row.mergedInto && column !== 'mergedInto') {
          reject(
            'undo_blocked',
            `${this.#what}: the ${noun} it needs was merged into another since. Nothing was changed; undo the merge first.`,
            { table: target, id },
          )
        }
      }
    }
  }

  #checkRules(table: TableName, id: string, after: ReadTables): void {
    const rule = rowRules[table] as ((tables: ReadTables, row: RowOf<TableName>) => void) | undefined
    try {
      rule?.(after, after[table].get(id)!)
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      const { code, message } = error.problem
      reject('undo_blocked', `${this.#what}, because of later work: ${message} Nothing was changed.`, {
        table,
        id,
        rule: code,
      })
    }
  }
}

function isListColumn(table: TableName, column: string): boolean {
  return recordTables[table].schema.shape[column] instanceof z.ZodArray
}
