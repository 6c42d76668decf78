import type { ProgramInfo } from '../../contract/program.ts'
import type { RequestInput, RequestName } from '../../contract/requests.ts'
import { keepAll } from '../state/keep-later.ts'
import { toast } from '../ui/toast.ts'
import { ask, ProblemError, queryClient } from './ask.ts'

type Opening =
  | 'workspace.acceptHead'
  | 'workspace.open'
  | 'workspace.create'
  | 'workspace.openSample'
  | 'workspace.openBackup'

/** Opens a workspace from the list, or without a key through the system's dialog. False when it did not open. */
export function openWorkspace(key?: string): Promise<boolean> {
  return enter('workspace.open', key === undefined ? {} : { key })
}

/** Makes an empty workspace and opens it. */
export function createWorkspace(name: string): Promise<boolean> {
  return enter('workspace.create', { name })
}

/** Opens the sample, which is made on its first use. */
export function openSample(): Promise<boolean> {
  return enter('workspace.openSample', {})
}

/** Opens a copy of a backup; the damaged file and the backup stay as they are. */
export function openBackup(backup: string): Promise<boolean> {
  return enter('workspace.openBackup', { backup })
}

/** Goes on with the open file although it does not go on from the head that was last seen under its name. */
export function acceptHead(): Promise<boolean> {
  return enter('workspace.acceptHead', {})
}

/**
 * Goes on with a workspace whose file was lost. Answers why it could not, as a sentence; null once it does, or when the
 * person cancelled a dialog.
 */
export async function goOn(input: RequestInput<'workspace.goOn'>): Promise<string | null> {
  try {
    await ask('workspace.goOn', input)
    return null
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problem.message
  }
}

/** The program tells by a push that another workspace is open; here only a failure is left to tell. */
async function enter<Name extends Opening & RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<boolean> {
  try {
    await keepAll()
    return (await ask(name, input)) !== null
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    toast({ kind: 'problem', text: error.problem.message })
    const info = await ask('app.info', {}).catch(() => null)
    if (info) queryClient.setQueryData<ProgramInfo>(['app.info', {}], info)
    return false
  }
}
