import { useEffect, useRef, useState } from 'react'
import type { ProgramInfo } from '../../contract/program.ts'
import { keepLater } from '../state/keep-later.ts'
import { ask, useAsk } from './ask.ts'

/** How a room is looked at, as it is brought back from a workspace's file and kept there. */
export interface RememberedView {
  /** Its name in the file. */
  key: string
  /** Starts over, for another workspace, with what its file remembers; null where it remembers nothing. */
  start(remembered: unknown): void
  /** Tells of every change that is worth keeping; the answer ends that. */
  subscribe(changed: () => void): () => void
  /** What the file keeps: plain data. */
  value(): unknown
}

/**
 * Brings back how this workspace was last looked at in a room, and keeps every change of it in the workspace's file.
 * False until that is known, so that nothing else is shown before the right one.
 */
export function useRemembered(view: RememberedView): boolean {
  const { key } = view
  const latest = useRef(view)
  const { data } = useAsk('app.info', {})
  const workspace = data ? keyOf(data) : null
  const [ready, setReady] = useState(() => workspace !== null && workspace === shownWorkspaces.get(key))
  useEffect(() => {
    if (workspace === null) return
    let current = true
    const start = (remembered: unknown) => {
      if (!current) return
      if (shownWorkspaces.get(key) !== workspace) latest.current.start(remembered)
      shownWorkspaces.set(key, workspace)
      setReady(true)
    }
    if (shownWorkspaces.get(key) === workspace) start(null)
    // A view that cannot be read is only a view: the room starts plain.
    else ask('view.get', { key }).then(start, () => start(null))
    return () => {
      current = false
    }
  }, [workspace, key])
  useEffect(() => {
    if (!ready) return
    return latest.current.subscribe(() => {
      const value = latest.current.value()
      keepLater(`${key} view`, 'workspace', saveDelay, () =>
        ask('view.set', { key, value }).catch((error) => console.warn(String(error))),
      )
    })
  }, [ready, key])
  return ready
}

/** Milliseconds. */
const saveDelay = 500
const shownWorkspaces = new Map<string, string>()

function keyOf({ workspace }: ProgramInfo): string {
  return workspace ? String(workspace.session) : ''
}
