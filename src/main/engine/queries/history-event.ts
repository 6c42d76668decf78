import type { HistoryEvent } from '../../../contract/rows.ts'
import type { HistoryRow } from '../../../domain/history/names.ts'
import { parseStream } from '../../../domain/rows.ts'
import type { LogRow } from '../log/log.ts'
import type { Query, QueryContext } from './context.ts'
import { rowsAround, tell } from './history.ts'

/** One event with its sentence and where what it changed is to be seen. */
export const historyEvent: Query<'history.event'> = (context, { seq }) => {
  const event = context.db.prepare('SELECT * FROM log WHERE seq = ?').get(seq) as LogRow | undefined
  const [entry] = event ? tell([event], context) : []
  if (!event || !entry) return null
  const { was, is } = rowsAround([event], context.db).get(seq)!
  const { place, claimId } = placeOf(event.stream, is ?? was, context)
  // A claim that the event took away is no place to go to.
  return { entry, place, claimId: claimId === entry.id && !is ? null : claimId }
}

function placeOf(
  stream: string,
  row: HistoryRow | undefined,
  context: QueryContext,
): Pick<HistoryEvent, 'place' | 'claimId'> {
  const { table, id } = parseStream(stream)
  if (!row) return { place: null, claimId: null }
  switch (table) {
    case 'articles':
      return { place: { articleId: id, stretch: null }, claimId: null }
    case 'furniture':
    case 'annotations':
      return { place: stretchOf(row), claimId: null }
    case 'claims':
      return { place: evidenceOf(row, context), claimId: id }
    case 'relations':
      return { place: null, claimId: String(row.fromId) }
    case 'findings':
      return { place: null, claimId: String(row.aId) }
    case 'originLinks':
      return { place: null, claimId: String(row.oneId) }
    case 'assessments':
      return { place: null, claimId: String(row.claimId) }
    default:
      return { place: null, claimId: null }
  }
}

/** The words that a claim rests on; the first that are still there. */
function evidenceOf({ evidence }: HistoryRow, { tables }: QueryContext): HistoryEvent['place'] {
  for (const id of evidence as string[]) {
    const annotation = tables.annotations.get(id)
    if (annotation) return stretchOf(annotation)
  }
  return null
}

function stretchOf({
  articleId,
  start,
  end,
}: {
  articleId?: unknown
  start?: unknown
  end?: unknown
}): HistoryEvent['place'] {
  return { articleId: String(articleId), stretch: { start: Number(start), end: Number(end) } }
}
