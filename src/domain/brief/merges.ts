import type { ReadTables } from '../rows.ts'
import type { BriefDraft } from './brief-tables.ts'
import type { BriefSection } from './row.ts'

/**
 * The brief with each merged source and topic replaced by the one it was merged into: the claims have moved there,
 * and none may drop out of a brief because two names turned out to be one. A topic that has a section of its own
 * keeps that one.
 */
export function afterMerges(
  brief: BriefDraft,
  { sources, topics }: Pick<ReadTables, 'sources' | 'topics'>,
): BriefDraft {
  const printed = new Set(brief.sections.flatMap((section) => sectionKey(section) ?? []))
  const sections = brief.sections.map((section) => {
    if (!('topicId' in section)) return section
    const moved = { ...section, topicId: afterMerge(topics, section.topicId) }
    const key = sectionKey(moved)!
    if (printed.has(key)) return section
    printed.add(key)
    return moved
  })
  const sourceIds = [...new Set(brief.scope.sourceIds.map((id) => afterMerge(sources, id)))]
  return { ...brief, sections, scope: { ...brief.scope, sourceIds } }
}

/** What a brief has once at most: a topic, and each way of comparing it. Null for other sections. */
export function sectionKey(section: BriefSection): string | null {
  if (!('topicId' in section)) return null
  return `${section.kind === 'comparison' ? section.comparison : 'topic'}/${section.topicId}`
}

/** The id at the end of a chain of merges. */
export function afterMerge(rows: ReadTables['sources'] | ReadTables['topics'], id: string): string {
  let last = id
  for (let next = rows.get(last)?.mergedInto; next; next = rows.get(next)?.mergedInto) last = next
  return last
}
