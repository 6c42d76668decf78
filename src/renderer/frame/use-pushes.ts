import { useEffect } from 'react'
import type { ProgramInfo } from '../../contract/program.ts'
import type { Push } from '../../contract/wire.ts'
import { ask, queryClient, refresh } from '../data/ask.ts'
import { bridge } from '../data/connection.ts'
import { jobMoved } from '../state/jobs.ts'
import { dropOfWorkspace, holdKept, keepAll } from '../state/keep-later.ts'
import { isTyping } from '../state/keys.ts'
import { useNavigation } from '../state/navigation.ts'
import { runAction } from '../state/offered-actions.ts'
import { endReplay } from '../timeline/replay.ts'
import { toast } from '../ui/toast.ts'

/** Takes everything that the program tells without being asked. Mounted once. */
export function usePushes(): void {
  useEffect(() => bridge.subscribe(take), [])
}

function take(push: Push): void {
  if (push.kind === 'progress') jobMoved(push)
  else if (push.kind === 'menu') chosen(push.command)
  else if (push.kind === 'told') toast({ kind: 'problem', text: push.text })
  else if (push.kind === 'workspace') void workspaceMayHaveChanged(push)
  else refresh(push)
}

/** Another workspace, or only a connection that broke for a moment: places in the old one end with it. */
async function workspaceMayHaveChanged(push: Push): Promise<void> {
  holdKept()
  const key = ['app.info', {}]
  const before = queryClient.getQueryData<ProgramInfo>(key)?.workspace
  const info = await ask('app.info', {}).catch(() => null)
  if (!info) return
  queryClient.setQueryData(key, info)
  const now = info.workspace
  if (before?.session !== now?.session) {
    endReplay()
    dropOfWorkspace()
    useNavigation.getState().reset(now ? 'read' : 'start')
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.info' })
  }
  await keepAll()
  refresh(push)
}

/** A menu's key reaches the page as a command; in a text field undo and redo mean the field's own. */
function chosen(command: string): void {
  if ((command === 'undo' || command === 'redo') && isTyping(document.activeElement)) {
    document.execCommand(command)
  } else {
    runAction(command)
  }
}
