import type { Done } from '../../contract/requests.ts'
import type { Answer, Problem } from '../../contract/wire.ts'
import { pastTense } from '../../domain/history/past-tense.ts'
import { pastIsReadOnly, useMoment } from '../state/moment.ts'
import { useNavigation } from '../state/navigation.ts'
import { whileSaving } from '../state/saving.ts'
import { toast } from '../ui/toast.ts'
import { ask, ProblemError, refreshTables } from './ask.ts'
import { newId } from './ids.ts'
import { ensureProfile } from './profile.ts'

interface ExecuteOptions {
  /** The head when a long-open form was filled: the command is refused if a row it touches was changed since. */
  expectedSeq?: number
  /** No toast when it is done; a problem is still told. */
  quiet?: boolean
  /** Changes the workspace as it is now although the window stands in the past: only for what says so, as restoring does. */
  fromPast?: boolean
  /** The caller shows a problem where it arose: no toast tells it. */
  inPlace?: boolean
}

/**
 * Gives a command to the log and tells in a toast what it did, with an Undo button, or why it was refused. The
 * analyst is asked for a profile before the first change ever. A command with nothing to change stays silent.
 */
export async function execute(
  type: string,
  args: object,
  { expectedSeq, quiet = false, fromPast = false, inPlace = false }: ExecuteOptions = {},
): Promise<Answer<Done>> {
  if (!fromPast && useMoment.getState().seq !== null) return refused(inPast)
  if (!(await ensureProfile())) return refused(noProfile)
  const commandId = newId()
  try {
    const value = await whileSaving(ask('execute', { commandId, type, args, expectedSeq }))
    refreshTables(value.tables)
    if (!quiet) tellDone(type, commandId, value, fromPast)
    if (value.warning !== undefined) toast({ kind: 'problem', text: value.warning })
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return inPlace ? { ok: false, error: error.problem } : refused(error.problem)
  }
}

const inPast: Problem = { code: 'in_past', message: pastIsReadOnly }

const noProfile: Problem = {
  code: 'no_profile',
  message: 'Nothing was changed: every change carries a name, and none was given yet.',
}

function tellDone(type: string, commandId: string, { label }: Done, fromPast: boolean): void {
  const redo = () => void execute('history.redo', {}, { fromPast })
  const undo = (expected?: string) => void execute('history.undo', { expected }, { fromPast })
  if (type === 'history.undo') {
    toast({ text: `Undid: ${label}`, action: { label: 'Redo', run: redo } })
  } else if (type === 'history.redo') {
    toast({ text: `Redid: ${label}`, action: { label: 'Undo', run: undo } })
  } else {
    toast({ text: pastTense(label), action: { label: 'Undo', run: () => undo(commandId) } })
  }
}

function refused(problem: Problem): Answer<never> {
  if (problem.code !== 'nothing_to_change') {
    const { table, id } = problem.details ?? {}
    const stream = typeof table === 'string' && typeof id === 'string' ? `${table}/${id}` : null
    const history = { label: 'See its history', run: () => useNavigation.getState().openHistoryOf(stream) }
    const action = problem.code === 'undo_blocked' && stream ? history : undefined
    toast({ kind: 'problem', text: problem.message, action })
  }
  return { ok: false, error: problem }
}
