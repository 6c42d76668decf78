import { z } from 'zod'
import { idSchema } from '../../domain/scalars.ts'
import { type BranchState, branchRoleSchema, type Taken, takeBackSchema } from '../branch.ts'
import type { ProgramInfo } from '../program.ts'
import { request } from '../request.ts'

/** Requests about a branch and the workspace that it came from. */
export const branchRequests = {
  /** Copies the workspace as of an event into a new one that knows its parent, and opens that. Null: the person cancelled. */
  'branch.make': request<ProgramInfo | null>()({
    input: z.strictObject({
      job: idSchema,
      name: z.string().trim().min(1).max(100),
      seq: z.int().min(0),
    }),
    by: 'program',
  }),
  /** The open workspace beside the one that was chosen, or, for a branch, beside its parent where that is found. */
  'branch.compare': request<BranchState>()({
    input: z.strictObject({ role: branchRoleSchema }),
    by: 'program',
  }),
  /** Names the other file: with a key from the list of workspaces, or without one through the system's dialog. */
  'branch.choose': request<BranchState | null>()({
    input: z.strictObject({ role: branchRoleSchema, key: z.string().max(200).optional() }),
    by: 'program',
  }),
  /** Opens the other file; what is open now becomes the other one. */
  'branch.goToOther': request<ProgramInfo>()({
    input: z.strictObject({ role: branchRoleSchema }),
    by: 'program',
  }),
  /** What taking these commands of the chosen branch back would do now. Nothing is changed. */
  'branch.rehearse': request<Taken[]>()({ input: takeBackSchema, by: 'program' }),
  /** Takes them back: as commands of the open workspace, all in one transaction. */
  'branch.takeBack': request<Taken[]>()({ input: takeBackSchema, by: 'program' }),
} as const
