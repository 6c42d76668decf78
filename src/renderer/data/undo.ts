import type { UndoState } from '../../contract/rows.ts'
import { useSaving } from '../state/saving.ts'
import { toast } from '../ui/toast.ts'
import { queryClient } from './ask.ts'
import { execute } from './execute.ts'

/** Takes back the change that the screen names, or says that there is none. */
export async function undo(): Promise<void> {
  const next = shown()?.undo
  if (next === null) toast({ kind: 'info', text: 'There is nothing of yours left to undo.' })
  else await execute('history.undo', next ? { expected: next.commandId } : {})
}

/** Brings back what was undone last. */
export async function redo(): Promise<void> {
  const next = shown()?.redo
  if (next === null) toast({ kind: 'info', text: 'There is nothing to redo.' })
  else await execute('history.redo', next ? { expected: next.commandId } : {})
}

/**
 * What the buttons say; undefined while that is not what holds: a change is on its way, or it is being asked anew. So two
 * quick keys undo two changes, and a change is undone at once.
 */
function shown(): UndoState | undefined {
  if (useSaving.getState().pending > 0) return undefined
  const query = queryClient.getQueryState<UndoState>(['undo.state', {}])
  return query && !query.isInvalidated && query.fetchStatus === 'idle' ? query.data : undefined
}
