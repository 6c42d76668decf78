import type { ProgramInfo } from '../../contract/program.ts'
import type { ParsedRequestInput, ProgramRequestName, RequestOutput } from '../../contract/requests.ts'
import type { Answer } from '../../contract/wire.ts'
import type { Jobs } from '../jobs.ts'
import type { SuggestThread } from '../suggest/thread.ts'
import type { KnownWorkspaces } from '../workspaces/known-workspaces.ts'
import type { Memory } from '../workspaces/settings.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'
import type { Shell } from './shell.ts'

/** A handler for each request that the program itself answers; a missing one is a compile error. */
export type Answers = {
  [Name in ProgramRequestName]: (input: ParsedRequestInput<Name>) => Promise<Answer<RequestOutput<Name>>>
}

/** What handlers answer from. */
export interface AnswerContext {
  shell: Shell
  /** The program's own folder. */
  dataDir: string
  memory: Memory
  known: KnownWorkspaces
  workspaces: Workspaces
  jobs: Jobs
  assistant: SuggestThread
  info: () => ProgramInfo
}
