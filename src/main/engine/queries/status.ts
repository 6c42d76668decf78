import { undoState } from '../../../domain/undo/stack.ts'
import { openPast } from '../log/past.ts'
import type { Query } from './context.ts'

export const status: Query<'status'> = ({ tables, head }) => {
  const { seq, hash } = head()
  return {
    seq,
    hash: hash.toString('hex'),
    articles: tables.articles.count(),
    annotations: tables.annotations.count(),
    claims: tables.claims.count(),
  }
}

/** What undo and redo would do for the analyst who asks. */
export const undoStateNow: Query<'undo.state'> = ({ db, analyst }) => {
  if (analyst === null) return { undo: null, redo: null }
  const { undo, redo } = undoState(openPast(db).commandsOf(analyst))
  return {
    undo: undo && { commandId: undo.target.commandId, label: undo.target.label },
    redo: redo && { commandId: redo.target, label: redo.label },
  }
}
