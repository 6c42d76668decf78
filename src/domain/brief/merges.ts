import type { ReadTables } from '../rows.ts'
import type { BriefDraft } from './compose.ts'

/**
 * The brief with each merged source and topic replaced by the one it was merged into: the claims have moved there,
 * and none may drop out of a brief because two names turned out to be one. A topic that has a section of its own
 * keeps that one.
 */
export function afterMerges(
  brief: BriefDraft,
  { sources, topics }: Pick<ReadTables, 'sources' | 'topics'>,
): BriefDraft {
  const printed = new Set(
    brief.sections.flatMap((section) => (section.kind === 'topic' ? [section.topicId] : [])),
  )
  const sections = brief.sections.map((section) => {
    if (section.kind === 'comparison') return { ...section, topicId: afterMerge(topics, section.topicId) }
    if (section.kind !== 'topic') return section
    const topicId = afterMerge(topics, section.topicId)
    if (printed.has(topicId)) return section
    printed.add(topicId)
    return { ...section, topicId }
  })
  const sourceIds = [...new Set(brief.scope.sourceIds.map((id) => afterMerge(sources, id)))]
  return { ...brief, sections, scope: { ...brief.scope, sourceIds } }
}

/** The id at the end of a chain of merges. */
export function afterMerge(rows: ReadTables['sources'] | ReadTables['topics'], id: string): string {
  let last = id
  for (let next = rows.get(last)?.mergedInto; next; next = rows.get(next)?.mergedInto) last = next
  return last
}
