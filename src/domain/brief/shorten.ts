import type { BriefDocument, BriefDocumentSection } from './document.ts'

/**
 * A document with at most `most` claims or pairs in each section, for the screen: numbers stay those of the whole
 * document, each shortened section tells how many are left out, and only notes that are still referred to are kept.
 */
export function shortened(document: BriefDocument, most: number): BriefDocument {
  const sections = document.sections.map((section) => shortenedSection(section, most))
  const used = new Set(sections.flatMap((section) => claimsOf(section).flatMap(({ footnotes }) => footnotes)))
  return { ...document, sections, footnotes: document.footnotes.filter(({ number }) => used.has(number)) }
}

function shortenedSection(section: BriefDocumentSection, most: number): BriefDocumentSection {
  if (section.kind === 'topic' && section.claims.length > most) {
    return { ...section, claims: section.claims.slice(0, most), leftOut: section.claims.length - most }
  }
  if (section.kind === 'contradictions' && section.pairs.length > most) {
    return { ...section, pairs: section.pairs.slice(0, most), leftOut: section.pairs.length - most }
  }
  return section
}

function claimsOf(section: BriefDocumentSection) {
  if (section.kind === 'topic') return section.claims
  return section.kind === 'contradictions' ? section.pairs.flatMap(({ a, b }) => [a, b]) : []
}
