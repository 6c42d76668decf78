import { z } from 'zod'
import type { ArgumentWords } from '../domain/branch/argument-words.ts'
import type { FieldChange } from '../domain/history/fields.ts'
import { idSchema } from '../domain/scalars.ts'
import type { Problem } from './wire.ts'

export type { ArgumentWords }

/** Where a branch came from, as its file says. */
export interface BranchParent {
  /** The parent's file name without its ending, as it was when the branch was made. */
  name: string
  /** The last event that both have; 0: none. */
  seq: number
  /** That event's hash, 64 hexadecimal digits. */
  hash: string
  /** What the moment was called; empty for nothing. */
  moment: string
}

/** One command since the fork, on either side. */
export interface CommandLine {
  commandId: string
  firstSeq: number
  lastSeq: number
  how: 'do' | 'undo' | 'redo'
  type: string
  /** As undo names it; for an undo or redo, what was undone or redone. */
  label: string
  /** UTC. */
  at: string
  byName: string
  args: ArgumentWords[]
  /** Its effect was taken back later, on its own side. */
  undone: boolean
}

/** A command of the branch, with what it means to the parent. */
export interface BranchLine extends CommandLine {
  /** `taken`: the parent has it; `undone`: it had it and undid it. */
  inParent: 'not' | 'taken' | 'undone'
  /** Whether it belongs to what the branch came to: the choice to begin with. */
  standing: boolean
  /** Commands of the branch that it cannot do without. */
  needs: string[]
  /** Names of rows that it touches and that the parent changed since the fork. */
  changedInParent: string[]
}

/** A command of the parent since the fork. */
export interface ParentLine extends CommandLine {
  /** The branch's command that it took back; null for the parent's own work. */
  takenFrom: string | null
}

export interface BranchComparison {
  parent: BranchParent & {
    /** When the shared event happened, UTC; null for event 0. */
    at: string | null
    /** The last event of the parent now. */
    head: number
  }
  branch: { name: string; head: number }
  /** Oldest first; at most as many as were asked for. */
  inBranch: BranchLine[]
  /** How many there are in all. */
  inBranchTotal: number
  inParent: ParentLine[]
  inParentTotal: number
}

/** What a command does to one row. */
export interface RowDifference {
  table: string
  id: string
  name: string
  how: 'made' | 'changed' | 'removed'
  /** Old beside new, in words; for a new row what it says, for a removed one nothing. */
  fields: FieldChange[]
}

/** A row that both sides changed since the fork. */
export interface BothSides {
  table: string
  id: string
  name: string
  /** The parent's last change of it. */
  seq: number
  at: string
  byName: string
  /** From the fork to the parent's present state; null: the parent has removed it. */
  inParent: FieldChange[] | null
  /** What the branch's command changed; null: it removes the row. */
  inBranch: FieldChange[] | null
}

/** What taking one command back came to, or would come to. */
export interface Taken {
  /** The branch's command. */
  commandId: string
  /** As the parent's engine names it; the branch's label where it was refused. */
  label: string
  /**
   * `taken`: it is, or would be, a command of the parent; `conflict`: not taken, because the parent has changed the same rows
   * since the fork; `rejected`: the parent's present state does not allow it.
   */
  result: 'taken' | 'conflict' | 'rejected'
  /** Why not; also for a conflict that was taken all the same by the analyst's choice. */
  problem: Problem | null
  /** What it changes in the parent; for a conflict what it would change. At most 50 rows. */
  changes: RowDifference[]
  changesTotal: number
  sides: BothSides[]
  /** The parent's event, once it is taken. */
  seq: number | null
}

/** The open workspace and the other one. */
export interface BranchState {
  /** What the open workspace is of the two. */
  role: BranchRole
  /** The other file, for display only. */
  other: { name: string; place: string }
  comparison: BranchComparison
}

/** What the open workspace is to the other one. */
export const branchRoleSchema = z.enum(['branch', 'parent'])
export type BranchRole = z.infer<typeof branchRoleSchema>

/** Which commands of the branch; `anyway`: although the parent has changed the same rows since. */
export const takeBackSchema = z.strictObject({
  job: idSchema,
  commands: z
    .array(z.strictObject({ commandId: idSchema, anyway: z.boolean().default(false) }))
    .min(1)
    .max(10_000),
})
