import type { Brief } from '../../../contract/rows.ts'
import { comparisonTitles } from '../../../domain/brief/comparison-titles.ts'
import { sectionKey } from '../../../domain/brief/merges.ts'
import { type ComparisonKind, comparisonKinds } from '../../../domain/brief/row.ts'

export type Section = Brief['sections'][number]

/** Names a section as long as its kind stays: a topic has one of each at most, texts are told apart by their order. */
export function sectionKeys(sections: readonly Section[]): string[] {
  let texts = 0
  return sections.map((section) => {
    if (section.kind !== 'text') return sectionKey(section) ?? section.kind
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
): {
  topics: Topic[]
  comparisons: { topic: Topic; kinds: ComparisonKind[] }[]
  singles: Exclude<Section['kind'], 'text' | 'topic' | 'comparison'>[]
} {
  const used = new Set(sectionKeys(sections))
  const open = topics.filter(({ retired }) => !retired)
  return {
    topics: open.filter(({ id }) => !used.has(`topic/${id}`)),
    comparisons: open
      .map((topic) => ({
        topic,
        kinds: comparisonKinds.filter((kind) => !used.has(`${kind}/${topic.id}`)),
      }))
      .filter(({ kinds }) => kinds.length > 0),
    singles: (['other claims', 'contradictions', 'sources'] as const).filter((kind) => !used.has(kind)),
  }
}

/** What a section is called in the outline. */
export function sectionTitle(section: Section, questions: ReadonlyMap<string, string>): string {
  switch (section.kind) {
    case 'text':
      return section.heading || 'Text without a heading'
    case 'topic':
      return questions.get(section.topicId) ?? lostTopic
    case 'comparison':
      return `${comparisonTitles[section.comparison]}: ${questions.get(section.topicId) ?? lostTopic}`
    case 'other claims':
      return 'Other claims'
    case 'contradictions':
      return 'Contradictions'
    case 'sources':
      return 'Sources'
  }
}

const lostTopic = 'A topic that is gone'

/** What stands in a section. */
export function sectionMeaning(section: Section): string {
  return section.kind === 'comparison' ? comparisonMeaning[section.comparison] : meaning[section.kind]
}

const comparisonMeaning: Record<ComparisonKind, string> = {
  spread: 'Every figure on this topic within the scope, as a chart and a table.',
  matrix: 'What each source said last and how often, and whether it changed its story.',
  agreement: 'Contradictions, tensions and agreement, each with its reason and both quotes.',
  independence: 'Which claims go back to one origin, as a graph and a table.',
  chronology: 'Claims and their articles along time, with uncertain dates as ranges.',
  hypotheses: 'The hypotheses with what stands against them, and the matrix of the evidence.',
}

const meaning: Record<Exclude<Section['kind'], 'comparison'>, string> = {
  text: 'Your own words. Leave a blank line between paragraphs.',
  topic: 'Every claim on this topic within the scope, by the day on which it was said.',
  'other claims': 'Claims within the scope whose topic has no section here, or that have no topic.',
  contradictions: 'Claims marked as contradicting each other, side by side with their quotes.',
  sources: 'Everybody named above, with grades.',
}
