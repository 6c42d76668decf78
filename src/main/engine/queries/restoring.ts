import { restorable } from '../../../domain/restore/restoring.ts'
import { EngineProblem } from '../problems.ts'
import type { Query } from './context.ts'
import { namesOf, readStream, stepsOf } from './history.ts'

/** What restoring rows from a moment would change, and whose later edits stand there. Streams that never were are left out. */
export const restorePreview: Query<'restore.preview'> = (context, { asOf, streams }) => {
  const head = context.head().seq
  if (asOf > head) {
    throw new EngineProblem(
      'no_such_moment',
      `There is no event ${asOf}: the log ends at event ${head}. Choose a number from 0 to ${head}.`,
      { seq: asOf, head },
    )
  }
  const names = namesOf(context)
  const items = [...new Set(streams)].flatMap((stream) => {
    const named = readStream(stream)
    const steps = named ? stepsOf(context.db, stream) : []
    return named && steps.length > 0 ? [restorable(stream, named.table, steps, asOf, names)] : []
  })
  return { head, items }
}
