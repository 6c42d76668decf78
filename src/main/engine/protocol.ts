import type { BranchComparison, Taken } from '../../contract/branch.ts'
import type { ChangesAsked, ChangesBetween } from '../../contract/changes.ts'
import type { VerifyReport } from '../../contract/program.ts'
import type { RequestName } from '../../contract/requests.ts'
import type { Answer, Problem } from '../../contract/wire.ts'
import type { CommandEnvelope } from '../../domain/command.ts'
import type { KnownHead } from '../../domain/head.ts'
import type { ReplayFilter } from '../../domain/timeline/filter.ts'
import type { Runs } from '../../domain/timeline/runs.ts'
import type { Timeline } from '../../domain/timeline/timeline.ts'
import type { BranchRequest } from './branch/make-branch.ts'
import type { Parent } from './branch/parent.ts'
import type { TakeBackRequest } from './branch/take-back.ts'
import type { Loss } from './file/secure.ts'
import type { Executed } from './perform.ts'
import type { HeldHead } from './verify/heads.ts'
import type { Half } from './verify/verify.ts'
import type { StopFlag } from './watch.ts'

/** An open workspace, as the engine tells of it. */
export interface OpenedInfo {
  path: string
  /** Why nothing can be changed; null when everything can. */
  readOnly: Problem | null
  seq: number
  /** The head's hash, 64 hexadecimal digits. */
  hash: string
  /** The hash of its first event; null for an empty log. */
  first: string | null
  /** The command that the last event belongs to; null before the first. */
  lastCommandId: string | null
  /** A write-ahead log of another file or history that lay beside it, and under which name it was put aside. */
  setAside: string | null
  /** Where it branched from; null for a workspace that is no branch. */
  parent: Parent | null
}

/** A workspace whose file was not the one of its name any more: what happened, and where everything lies now. */
export interface Halted {
  problem: Problem
  loss: Loss
  /** The name that was lost. */
  path: string
  /** The complete file; null where only the engine's open connection still has what was saved. */
  home: string | null
  /** Whether that file was made for this, beside the lost name. */
  aside: boolean
  /** The head of what was kept. */
  seq: number
  hash: string
}

/** Ways to go on after that: in the file that was kept, in it moved back to the old name, or in a copy of it. */
export type GoingOn = 'there' | 'back' | 'copy'

/** Everything that the engine's worker does: name -> what goes in, what comes out. */
export interface EngineMethods {
  /** Makes an empty workspace file; does not open it. */
  create: { input: { path: string }; output: null }
  /** Opens a workspace, closing the one that was open. */
  open: {
    input: { path: string; acceptShorterLog?: boolean; known?: KnownHead | null }
    output: OpenedInfo
  }
  /** Likewise, only to look at it: neither the file nor its folder is changed. */
  look: { input: { path: string }; output: OpenedInfo }
  /** Closes it. Where its file turns out to be lost just then: the problem that tells what was kept. */
  close: { input: null; output: Problem | null }
  /** Goes on with a workspace that was halted. `path`: where, for a copy. */
  goOn: { input: { how: GoingOn; path?: string }; output: OpenedInfo }
  /** Folds the write-ahead log back into the open file now, as far as nobody reads it. */
  fold: { input: null; output: null }
  execute: { input: { envelope: CommandEnvelope }; output: Executed }
  /**
   * Many commands, and the result of each; progress counts commands. Cancelling keeps what was committed until then
   * and answers its results: fewer than there were commands.
   */
  executeMany: {
    input: { envelopes: readonly CommandEnvelope[]; stopAtRejection?: boolean }
    output: Answer<Executed>[]
  }
  /** One of the contract's requests that the engine answers; `input` has passed its schema. */
  query: { input: { name: RequestName; input: unknown; analyst: string | null }; output: unknown }
  /**
   * The same as event `seq` left it: of any workspace file, in a thread of its own. Progress counts events read, which
   * only the first question and the first after new work have to wait for.
   */
  queryAsOf: {
    input: { path: string; seq: number; name: RequestName; input: unknown; analyst: string | null }
    output: unknown
  }
  /** The whole log of a workspace file as a timeline, and the events that a replay visits, in that same thread. */
  timeline: { input: { path: string; buckets: number }; output: Timeline }
  matches: { input: { path: string; filter: ReplayFilter }; output: Runs }
  /** A page of what differs between two moments of a workspace file, in that thread too. Progress counts events. */
  changes: { input: { path: string; asked: ChangesAsked }; output: ChangesBetween }
  /** Drops the projections of the open workspace and makes them again. Progress counts events. */
  rebuild: { input: null; output: { events: number } }
  /** Checks a workspace file on a connection of its own. Progress counts events. The client gives a half to each of two threads. */
  verify: { input: { path: string; half?: Half; held?: readonly HeldHead[] }; output: VerifyReport }
  /** Makes a branch of a workspace file, which may be open, as of event `seq`. Progress counts events, each twice. */
  branch: {
    input: Omit<BranchRequest, 'target'> & { target: string }
    output: { path: string; parent: Parent }
  }
  /** What was done in a branch and in its parent since the fork; both files may be open. */
  compareBranch: { input: { branch: string; parent: string; most: number }; output: BranchComparison }
  /** Takes commands of a branch back into the open workspace, or tells what that would do. Progress counts commands. */
  takeBack: { input: TakeBackRequest; output: Taken[] }
  /** Writes a whole copy of a workspace file, on a connection of its own. Without `target`: into its folder of backups. */
  backup: { input: { path: string; target?: string }; output: { path: string; bytes: number } }
}

export type EngineMethod = keyof EngineMethods
export type EngineInput<M extends EngineMethod> = EngineMethods[M]['input']
export type EngineOutput<M extends EngineMethod> = EngineMethods[M]['output']

export interface EngineCall {
  call: number
  method: EngineMethod
  input: unknown
  /** Null for work that nobody can stop. */
  cancelled: StopFlag | null
}

/** What a committed change touched; sent before its answer. */
export interface Changed {
  /** The workspace's, as it was opened. */
  path: string
  seq: number
  hash: string
  /** The hash of the log's first event. */
  first: string
  tables: string[]
  items: string[]
}

export type EngineMessage =
  | { kind: 'answer'; call: number; answer: Answer<unknown> }
  | { kind: 'progress'; call: number; done: number; total: number }
  | EngineNews

/** What the engine tells without being asked. */
export type EngineNews =
  | { kind: 'changed'; change: Changed }
  /** The open workspace lost its file: nothing more is written. */
  | { kind: 'halted'; halted: Halted }
  /** Its file was opened anew: who reads it elsewhere should do so too. */
  | { kind: 'reopened' }
