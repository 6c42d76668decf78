import type { BriefDocument, BriefDocumentSection } from './document.ts'

/**
 * A document with at most `most` claims, pairs or table rows in each section, for the screen: numbers stay those of the whole
 * document, each shortened section tells how many are left out, and only notes that are still referred to are kept.
 */
export function shortened(document: BriefDocument, most: number): BriefDocument {
  const sections = document.sections.map((section) => shortenedSection(section, most))
  const used = new Set(sections.flatMap((section) => partsOf(section).flatMap(({ footnotes }) => footnotes)))
  return { ...document, sections, footnotes: document.footnotes.filter(({ number }) => used.has(number)) }
}

function shortenedSection(section: BriefDocumentSection, most: number): BriefDocumentSection {
  if (section.kind === 'topic' && section.claims.length > most) {
    return { ...section, claims: section.claims.slice(0, most), leftOut: section.claims.length - most }
  }
  if (section.kind === 'contradictions' && section.pairs.length > most) {
    return { ...section, pairs: section.pairs.slice(0, most), leftOut: section.pairs.length - most }
  }
  if (section.kind === 'comparison') {
    const figures = section.figures.map((figure) => ({ ...figure, rows: figure.rows.slice(0, most) }))
    return { ...section, figures, leftOut: rowCount(section.figures) - rowCount(figures) }
  }
  return section
}

function rowCount(figures: readonly { rows: readonly unknown[] }[]): number {
  return figures.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** What refers to notes. */
function partsOf(section: BriefDocumentSection): readonly { footnotes: readonly number[] }[] {
  if (section.kind === 'topic') return section.claims
  if (section.kind === 'comparison') return section.figures.flatMap(({ rows }) => rows)
  return section.kind === 'contradictions' ? section.pairs.flatMap(({ a, b }) => [a, b]) : []
}
