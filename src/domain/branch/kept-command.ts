/** A command since a branch's fork, as the branch's file keeps it. */
export interface KeptCommand {
  commandId: string
  firstSeq: number
  lastSeq: number
  kind: 'do' | 'undo' | 'redo'
  /** For undo and redo: the command that was undone or redone. */
  target: string | null
  type: string
  /** As the file keeps them: large texts are replaced by their digest. */
  args: unknown
  label: string
  by: string
  /** UTC. */
  at: string
  /** Streams (`claims/ID`) of the rows that it touched. */
  touches: readonly string[]
  /** Those of them that were never there before. */
  makes: readonly string[]
}
