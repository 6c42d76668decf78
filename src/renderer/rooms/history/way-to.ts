import type { ItemHistory } from '../../../domain/history/item.ts'
import type { TableName } from '../../../domain/rows.ts'
import { ask } from '../../data/ask.ts'
import { compareTopic } from '../../state/compare.ts'
import { useMoment } from '../../state/moment.ts'
import { useNavigation } from '../../state/navigation.ts'
import { toast } from '../../ui/toast.ts'

/** How to get to an item in the room where it lives; null for what no room shows. */
export function wayTo(table: TableName, { row }: ItemHistory): (() => void) | null {
  const { openArticle, openClaim, openBrief, go } = useNavigation.getState()
  const id = String(row.id)
  const articleId = String(row.articleId)
  const ways: Record<TableName, (() => void) | null> = {
    analysts: null,
    articles: () => openArticle(id),
    furniture: () => openArticle(articleId, { start: Number(row.start), end: Number(row.end) }),
    annotations: () => openArticle(articleId, { annotationId: id }),
    claims: () => openClaim(id),
    relations: () => openClaim(String(row.fromId)),
    findings: () => openClaim(String(row.aId)),
    originLinks: () => openClaim(String(row.oneId)),
    briefs: () => openBrief(id),
    moments: null,
    rejectedSuggestions: () => openArticle(articleId, { start: Number(row.start), end: Number(row.end) }),
    hypotheses: () => compareTopic(String(row.topicId), 'hypotheses'),
    assessments: () => openClaim(String(row.claimId)),
    tags: () => go('codebook'),
    sources: () => go('codebook'),
    topics: () => go('codebook'),
  }
  return ways[table]
}

/** Goes to an item as it is where the window stands, or says that it is not there. */
export async function goToItem(table: TableName, id: string): Promise<void> {
  const upTo = useMoment.getState().seq ?? undefined
  const item = await ask('history.item', { stream: `${table}/${id}`, upTo })
  const go = item?.present ? wayTo(table, item) : null
  if (go) go()
  else
    toast({ kind: 'info', text: 'It is not there at the moment where you stand. Go back to now to see it.' })
}
