import type { Brief } from '../../../contract/rows.ts'

export type Section = Brief['sections'][number]

/** Names a section as long as its kind stays: a topic has one at most, texts are told apart by their order. */
export function sectionKeys(sections: readonly Section[]): string[] {
  let texts = 0
  return sections.map((section) => {
    if (section.kind === 'topic') return `topic/${section.topicId}`
    if (section.kind !== 'text') return section.kind
    texts += 1
    return `text/${texts}`
  })
}

/** The sections with those at `from` (any order) standing before what was at index `before`. */
export function moveSections(
  sections: readonly Section[],
  from: readonly number[],
  before: number,
): Section[] {
  const moving = new Set(from)
  const keep = (section: Section, index: number) => (moving.has(index) ? [] : [section])
  return [
    ...sections.slice(0, before).flatMap(keep),
    ...sections.filter((_, index) => moving.has(index)),
    ...sections.slice(before).flatMap((section, index) => keep(section, index + before)),
  ]
}

/** The sections that can still be added: texts as often as wanted, everything else once. */
export function addable<Topic extends { id: string; retired: boolean }>(
  sections: readonly Section[],
  topics: readonly Topic[],
): { topics: Topic[]; singles: Exclude<Section['kind'], 'text' | 'topic'>[] } {
  const used = new Set(sections.map((section) => (section.kind === 'topic' ? section.topicId : section.kind)))
  return {
    topics: topics.filter(({ id, retired }) => !retired && !used.has(id)),
    singles: (['other claims', 'contradictions', 'sources'] as const).filter((kind) => !used.has(kind)),
  }
}

/** What a section is called in the outline. */
export function sectionTitle(section: Section, questions: ReadonlyMap<string, string>): string {
  switch (section.kind) {
    case 'text':
      return section.heading || 'Text without a heading'
    case 'topic':
      return questions.get(section.topicId) ?? 'A topic that is gone'
    case 'other claims':
      return 'Other claims'
    case 'contradictions':
      return 'Contradictions'
    case 'sources':
      return 'Sources'
  }
}

/** What stands in a section that has no text of its own. */
export const sectionMeaning: Record<Section['kind'], string> = {
  text: 'Your own words. Empty lines part paragraphs.',
  topic: 'Every claim on this topic within the scope, by the day on which it was said.',
  'other claims': 'Claims within the scope whose topic has no section here, or that have no topic.',
  contradictions: 'Claims marked as contradicting each other, side by side with their quotes.',
  sources: 'Everybody named above, with grades.',
}
