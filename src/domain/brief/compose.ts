import { byTimeSaid } from '../claim/order.ts'
import { comparedClaims } from '../compare/compared-claim.ts'
import type { RowOf } from '../rows.ts'
import { order } from '../text/order.ts'
import type { BriefDraft, BriefTables } from './brief-tables.ts'
import { briefClaim, gradeWords } from './claim-words.ts'
import { comparisons } from './comparison/compare.ts'
import type { ComparedFigure } from './comparison/figure.ts'
import { comparisonTitles } from './comparison-titles.ts'
import type {
  BriefClaim,
  BriefDocument,
  BriefDocumentSection,
  BriefFigure,
  BriefHead,
  BriefPair,
  BriefSource,
} from './document.ts'
import { footnotesOf } from './footnotes.ts'
import { afterMerge, afterMerges } from './merges.ts'
import { claimInScope } from './scope.ts'

/**
 * Composes the document of a brief. Pure and the same for the same rows: claims stand by the time they were said,
 * then by the time of the event, then by their entry; undated ones last. A brief without sections gets a topic
 * section for each topic that has claims in its scope, then the other claims, contradictions and sources.
 *
 * @param textOf the canonical text of an article that exists; asked once per cited article
 * @param mostDrawn rows of a chart that are drawn at most; its table has all of them
 */
export function composeBrief(
  saved: BriefDraft,
  tables: BriefTables,
  head: BriefHead,
  textOf: (articleId: string) => string,
  mostDrawn = Number.POSITIVE_INFINITY,
): BriefDocument {
  const brief = afterMerges(saved, tables)
  const notes = footnotesOf(tables, textOf)
  const printed = new Map<string, RowOf<'claims'>>()
  const plan = sectionPlan(brief, tables)
  const withSection = new Set(
    plan.flatMap(({ section }) => (section.kind === 'topic' ? [section.topicId] : [])),
  )
  const compared = new Set(
    plan.flatMap(({ section }) => (section.kind === 'comparison' ? [section.topicId] : [])),
  )
  const speaksOfClaims = plan.some(
    ({ section: { kind } }) => kind === 'topic' || kind === 'comparison' || kind === 'other claims',
  )

  const sections = plan
    .map(composeSection)
    // After all others: their claims decide which sources are listed.
    .map((section) =>
      section.kind === 'sources' ? { ...section, sources: sourcesOf(printed.values(), tables) } : section,
    )
  return { title: brief.title || brief.name, sections, footnotes: notes.all(), head }

  function composeSection({ section, index }: PlannedSection): BriefDocumentSection {
    if (section.kind === 'text') {
      return { index, kind: 'text', heading: section.heading, paragraphs: paragraphs(section.body) }
    }
    if (section.kind === 'topic') {
      return {
        index,
        kind: 'topic',
        topicId: section.topicId,
        heading: tables.topics.get(section.topicId)?.question ?? lostTopic,
        paragraphs: paragraphs(section.body),
        claims: print(tables.claims.where('topicId', section.topicId)),
        leftOut: 0,
      }
    }
    if (section.kind === 'comparison') return composeComparison(section, index)
    if (section.kind === 'other claims') {
      const heading = 'Other claims'
      const claims = print(otherClaims())
      return { index, kind: 'topic', topicId: null, heading, paragraphs: [], claims, leftOut: 0 }
    }
    if (section.kind === 'contradictions') {
      const pairs = contradictions()
      return { index, kind: 'contradictions', heading: 'Contradictions', pairs, leftOut: 0 }
    }
    return { index, kind: 'sources', heading: 'Sources', sources: [] }
  }

  function composeComparison(
    { comparison, topicId, body }: Extract<Section, { kind: 'comparison' }>,
    index: number | null,
  ): BriefDocumentSection {
    const topic = tables.topics.get(topicId)
    const { nothing, figures } = comparisons[comparison]
    const inScope = (claim: RowOf<'claims'>) => claimInScope(claim, brief.scope)
    const claims = comparedClaims(claimsOn(topicId).filter(inScope), tables)
    const all = () => comparedClaims(claimsOn(topicId), tables)
    return {
      index,
      kind: 'comparison',
      comparison,
      topicId,
      heading: `${comparisonTitles[comparison]}: ${topic?.question ?? lostTopic}`,
      paragraphs: paragraphs(body),
      figures: topic ? figures({ topic, claims, all, inScope, tables, mostDrawn }).map(withNotes) : [],
      nothing,
      leftOut: 0,
    }
  }

  /** Claims of the topic and of those that were merged into it. */
  function claimsOn(topicId: string): RowOf<'claims'>[] {
    return [...tables.topics.all()]
      .filter(({ id }) => afterMerge(tables.topics, id) === topicId)
      .flatMap(({ id }) => tables.claims.where('topicId', id))
  }

  function withNotes(figure: ComparedFigure): BriefFigure {
    return {
      ...figure,
      rows: figure.rows.map(({ cells, claimIds }) => ({
        cells,
        footnotes: [...new Set(claimIds.flatMap((id) => notesOf(tables.claims.get(id)!)))],
      })),
    }
  }

  function notesOf(claim: RowOf<'claims'>): number[] {
    printed.set(claim.id, claim)
    return notes.of(claim)
  }

  function otherClaims(): RowOf<'claims'>[] {
    const others: RowOf<'claims'>[] = []
    for (const claim of tables.claims.all()) {
      if (claim.topicId === null || !withSection.has(claim.topicId)) others.push(claim)
    }
    return others
  }

  function print(claims: RowOf<'claims'>[]): BriefClaim[] {
    return claims
      .filter((claim) => claimInScope(claim, brief.scope))
      .sort(byTimeSaid)
      .map(printOne)
  }

  function printOne(claim: RowOf<'claims'>): BriefClaim {
    return briefClaim(
      claim,
      Object.hasOwn(brief.wording, claim.id) ? brief.wording[claim.id] : undefined,
      tables,
      notesOf(claim),
    )
  }

  /** Only pairs that touch what the brief speaks of: a brief on missiles does not argue about troops. */
  function contradictions(): BriefPair[] {
    const pairs: { relation: RowOf<'relations'>; a: RowOf<'claims'>; b: RowOf<'claims'> }[] = []
    for (const relation of tables.relations.all()) {
      if (relation.kind !== 'contradicts') continue
      const from = tables.claims.get(relation.fromId)
      const to = tables.claims.get(relation.toId)
      if (!from || !to || !claimInScope(from, brief.scope) || !claimInScope(to, brief.scope)) continue
      if (speaksOfClaims && !belongs(from) && !belongs(to)) continue
      const [a, b] = byTimeSaid(from, to) <= 0 ? [from, to] : [to, from]
      pairs.push({ relation, a, b })
    }
    return pairs
      .sort((x, y) => byTimeSaid(x.a, y.a) || byTimeSaid(x.b, y.b) || order(x.relation.id, y.relation.id))
      .map(({ relation, a, b }) => ({
        relationId: relation.id,
        a: printOne(a),
        b: printOne(b),
        note: relation.note,
      }))
  }

  function belongs(claim: RowOf<'claims'>): boolean {
    if (claim.topicId !== null && (withSection.has(claim.topicId) || compared.has(claim.topicId))) return true
    return plan.some(({ section }) => section.kind === 'other claims')
  }
}

const lostTopic = 'A topic that is no longer in the workspace'

type Section = BriefDraft['sections'][number]
interface PlannedSection {
  section: Section
  index: number | null
}

function sectionPlan(brief: BriefDraft, tables: BriefTables): PlannedSection[] {
  if (brief.sections.length > 0) return brief.sections.map((section, index) => ({ section, index }))
  const inScope = new Set<string | null>()
  for (const claim of tables.claims.all()) if (claimInScope(claim, brief.scope)) inScope.add(claim.topicId)
  const topics = [...tables.topics.all()]
    .filter((topic) => inScope.has(topic.id))
    .sort((a, b) => order(a.question, b.question) || order(a.id, b.id))
  const sections: Section[] = [
    ...topics.map((topic): Section => ({ kind: 'topic', topicId: topic.id, body: '' })),
    ...(inScope.has(null) ? [{ kind: 'other claims' } satisfies Section] : []),
    { kind: 'contradictions' },
    { kind: 'sources' },
  ]
  return sections.map((section) => ({ section, index: null }))
}

/** Speakers and links of the chain behind the printed claims, by name. */
function sourcesOf(claims: Iterable<RowOf<'claims'>>, tables: BriefTables): BriefSource[] {
  const counts = new Map<string, { claims: number; via: number }>()
  const count = (id: string) => {
    const entry = counts.get(id) ?? { claims: 0, via: 0 }
    counts.set(id, entry)
    return entry
  }
  for (const claim of claims) {
    if (claim.sourceId !== null) count(claim.sourceId).claims += 1
    for (const id of claim.via) count(id).via += 1
  }
  return [...counts]
    .flatMap(([id, counted]): BriefSource[] => {
      const source = tables.sources.get(id)
      if (!source) return []
      const { name, kind, aliases } = source
      return [
        {
          sourceId: id,
          name,
          kind,
          aliases,
          reliability: gradeWords.reliability(source.reliability),
          ...counted,
        },
      ]
    })
    .sort((a, b) => order(a.name, b.name) || order(a.sourceId, b.sourceId))
}

/** Paragraphs are parted by empty lines; line breaks inside one are kept. */
function paragraphs(body: string): string[] {
  return body
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
