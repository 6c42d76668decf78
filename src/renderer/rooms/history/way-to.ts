import type { ItemHistory } from '../../../domain/history/item.ts'
import type { TableName } from '../../../domain/rows.ts'
import { useNavigation } from '../../state/navigation.ts'

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
    briefs: () => openBrief(id),
    moments: null,
    tags: () => go('codebook'),
    sources: () => go('codebook'),
    topics: () => go('codebook'),
  }
  return ways[table]
}
