import type { HistoryRow } from '../domain/history/names.ts'
import type { Stretch } from '../domain/replay/choose.ts'
import type { Scene, Story } from './story.ts'

/** Which article, and which words of it, an event is about; null when it is about none. */
export function lookOf(
  story: Story,
  place: number,
  { table, id, before, after }: Scene,
): { articleId: string; stretches: Stretch[] } | null {
  const row = after ?? before
  if (!row) return null
  if (table === 'articles') return { articleId: id, stretches: [] }
  if (table === 'annotations' || table === 'furniture') return stretchOf(row)
  if (table === 'claims') return evidenceOf(story, place, row)
  if (table === 'relations' || table === 'originLinks' || table === 'assessments' || table === 'findings') {
    const claim = story.row('claims', String(row.fromId ?? row.oneId ?? row.claimId ?? row.aId), place)
    return claim ? evidenceOf(story, place, claim) : null
  }
  return null
}

/** The words that a claim rests on, in the article of the first of them. */
export function evidenceOf(
  story: Story,
  place: number,
  claim: HistoryRow,
): { articleId: string; stretches: Stretch[] } | null {
  const annotations = (claim.evidence as string[]).flatMap((id) => story.row('annotations', id, place) ?? [])
  const [first] = annotations
  if (!first) return null
  return {
    articleId: first.articleId,
    stretches: annotations
      .filter(({ articleId }) => articleId === first.articleId)
      .map(({ start, end }) => ({ start, end })),
  }
}

function stretchOf(row: HistoryRow): { articleId: string; stretches: Stretch[] } {
  return { articleId: String(row.articleId), stretches: [{ start: Number(row.start), end: Number(row.end) }] }
}
