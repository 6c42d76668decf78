import { useEffect, useState } from 'react'
import type { ProgramInfo } from '../../../contract/program.ts'
import { rememberedView, resetView, useClaimsView } from '../../claims/view-state.ts'
import { ask, useAsk } from '../../data/ask.ts'
import { keepLater } from '../../state/keep-later.ts'

/**
 * Brings back how this workspace's claims were last looked at, and keeps every change of it in the workspace's file.
 * False until that is known, so that no other table is shown before the right one.
 */
export function useRememberedView(): boolean {
  const { data } = useAsk('app.info', {})
  const workspace = data ? keyOf(data) : null
  const [ready, setReady] = useState(() => workspace !== null && workspace === shownWorkspace)
  useEffect(() => {
    if (workspace === null) return
    let current = true
    const start = (remembered: unknown) => {
      if (!current) return
      if (shownWorkspace !== workspace) resetView(remembered)
      shownWorkspace = workspace
      setReady(true)
    }
    if (shownWorkspace === workspace) start(null)
    // A view that cannot be read is only a view: the table starts plain.
    else ask('view.get', { key: viewKey }).then(start, () => start(null))
    return () => {
      current = false
    }
  }, [workspace])
  useEffect(() => {
    if (!ready) return
    return useClaimsView.subscribe((view, before) => {
      if (view.query === before.query && view.folded === before.folded) return
      const value = rememberedView(view)
      keepLater('claims view', 'workspace', saveDelay, () =>
        ask('view.set', { key: viewKey, value }).catch((error) => console.warn(String(error))),
      )
    })
  }, [ready])
  return ready
}

const viewKey = 'claims'
/** Milliseconds. */
const saveDelay = 500
let shownWorkspace: string | null = null

function keyOf({ workspace }: ProgramInfo): string {
  return workspace ? `${workspace.place}/${workspace.name}` : ''
}
