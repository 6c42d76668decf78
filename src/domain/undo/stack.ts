import type { PastCommand } from '../command.ts'

export interface UndoState {
  /** What undo would take back, newest first reachable; null when there is nothing. */
  undo: { target: PastCommand; applied: string } | null
  /** What redo would bring back. `applied` is the undo command that is reversed. */
  redo: { target: string; label: string; applied: string } | null
}

/**
 * One analyst's undo and redo, read off that analyst's commands, newest first. Undo and redo are commands in
 * the log themselves, so the answer is the same after a restart. `applied` is the command whose changes are to
 * be reversed: the command itself, or its last redo.
 */
export function undoState(commands: Iterable<PastCommand>): UndoState {
  const state: UndoState = { undo: null, redo: null }
  const settled = new Map<string, { undone: boolean; by: string }>()
  let redoOpen = true
  for (const command of commands) {
    // Joining is no edit: without its analyst none of the later events would have an author.
    if (command.type === 'analyst.join') continue
    if (command.kind === 'do') {
      redoOpen = false
      const last = settled.get(command.commandId)
      if (last?.undone) continue
      state.undo = { target: command, applied: last?.by ?? command.commandId }
      return state
    }
    const target = command.target!
    if (settled.has(target)) continue
    settled.set(target, { undone: command.kind === 'undo', by: command.commandId })
    if (command.kind === 'undo' && redoOpen && !state.redo) {
      state.redo = { target, label: command.label, applied: command.commandId }
    }
  }
  return state
}
