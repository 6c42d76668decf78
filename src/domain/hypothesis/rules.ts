import type { NewEvent } from '../event.ts'
import type { ReadTables, RowOf } from '../rows.ts'
import { hypothesisChanged } from './events.ts'

/** The hypotheses of a topic in their order. */
export function hypothesesOf(tables: Pick<ReadTables, 'hypotheses'>, topicId: string): RowOf<'hypotheses'>[] {
  return tables.hypotheses.where('topicId', topicId).sort(byOrder)
}

/** The place after a topic's last hypothesis. */
export function nextOrder(tables: Pick<ReadTables, 'hypotheses'>, topicId: string): number {
  return (hypothesesOf(tables, topicId).at(-1)?.order ?? 0) + 1
}

/** Events that put the hypotheses of merged topics behind those of the topic that they are merged into. */
export function movedHypotheses(
  tables: Pick<ReadTables, 'hypotheses'>,
  topics: readonly Pick<RowOf<'topics'>, 'id'>[],
  into: string,
): NewEvent[] {
  const first = nextOrder(tables, into)
  return topics
    .flatMap((topic) => hypothesesOf(tables, topic.id))
    .map(({ id }, index) => hypothesisChanged.on(id, { set: { topicId: into, order: first + index } }))
}

function byOrder(a: RowOf<'hypotheses'>, b: RowOf<'hypotheses'>): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1)
}
