import { z } from 'zod'
import { commandEnvelopeSchema } from '../domain/command.ts'
import { type InputOf, type OutputOf, type ParsedInputOf, request } from './request.ts'
import { branchRequests } from './requests/branch.ts'
import { claimRequests } from './requests/claim.ts'
import { compareRequests } from './requests/compare.ts'
import { exportRequests } from './requests/export.ts'
import { historyRequests } from './requests/history.ts'
import { nothing } from './requests/inputs.ts'
import { programRequests } from './requests/program.ts'
import { suggestionRequests } from './requests/suggestion.ts'
import { viewRequests } from './requests/view.ts'
import { workspaceRequests } from './requests/workspace.ts'

/** What an accepted command did. */
export interface Done {
  /** The head after it. */
  seq: number
  hash: string
  label: string
  /** Events it made. */
  events: number
  tables: string[]
  items: string[]
  /** What a person should know although all is done: that the clock seems wrong. */
  warning?: string
}

/**
 * Every request that a screen can make. Each name has its input's schema, who answers, and its answer's type.
 * A request that fails answers a Problem; see wire.ts.
 */
export const requests = {
  execute: request<Done>()({ input: commandEnvelopeSchema.omit({ at: true, by: true }), by: 'program' }),
  /** Another request, answered as of an event: only those that may be asked in the past. */
  asOf: request<unknown>()({
    input: z.strictObject({ seq: z.int().min(0), name: z.string().max(64), input: z.unknown() }),
    by: 'program',
  }),
  status: request<{ seq: number; hash: string; articles: number; annotations: number; claims: number }>()({
    input: nothing,
    by: 'engine',
    reads: ['*'],
  }),
  ...programRequests,
  ...branchRequests,
  ...exportRequests,
  ...workspaceRequests,
  ...claimRequests,
  ...suggestionRequests,
  ...historyRequests,
  ...compareRequests,
  ...viewRequests,
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = InputOf<(typeof requests)[Name]>
export type RequestOutput<Name extends RequestName> = OutputOf<(typeof requests)[Name]>

/** The input after its schema has checked it and filled in defaults. */
export type ParsedRequestInput<Name extends RequestName> = ParsedInputOf<(typeof requests)[Name]>
type NamesBy<By> = {
  [Name in RequestName]: (typeof requests)[Name]['by'] extends By ? Name : never
}[RequestName]
export type EngineRequestName = NamesBy<'engine'>
export type ProgramRequestName = NamesBy<'program'>
