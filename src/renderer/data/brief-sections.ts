import type { Brief } from '../../contract/rows.ts'

type Section = Brief['sections'][number]

/** The sections with another one at the end, but before the sources: those close a report. */
export function withSection(sections: readonly Section[], section: Section): Section[] {
  const last = sections.at(-1)?.kind === 'sources' && section.kind !== 'sources' ? -1 : sections.length
  return [...sections.slice(0, last), section, ...sections.slice(last)]
}

/** What a brief without sections of its own shows, as sections that can be ordered and added to. */
export function writtenOut(topics: readonly { id: string; claims: number; retired: boolean }[]): Section[] {
  const answered = topics.filter(({ claims, retired }) => claims > 0 && !retired)
  return [
    ...answered.map(({ id }) => ({ kind: 'topic' as const, topicId: id, body: '' })),
    { kind: 'other claims' },
    { kind: 'contradictions' },
    { kind: 'sources' },
  ]
}
