import type {
  BriefClaim,
  BriefDocumentSection,
  BriefFigure,
  BriefPair,
  BriefSource,
  WordsFootnote,
} from '../../../domain/brief/document.ts'
import { type Drawing, drawingText } from '../../../domain/compare/drawing/drawing.ts'
import { Html, html } from './html-text.ts'
import type { Notes } from './notes.ts'

/** A section of a brief. `place` is its place in the document, from 0. */
export function sectionHtml(section: BriefDocumentSection, place: number, notes: Notes): Html {
  const { heading } = section
  const id = `section-${place + 1}`
  return html`<section${heading ? html` aria-labelledby="${id}"` : null}>
${heading ? html`<h2 id="${id}" dir="auto">${heading}</h2>\n` : null}${contentHtml(section, notes)}
</section>`
}

function contentHtml(section: BriefDocumentSection, notes: Notes): Html {
  switch (section.kind) {
    case 'text':
      return paragraphs(section.paragraphs)
    case 'topic':
      return html`${paragraphs(section.paragraphs)}${
        section.claims.length > 0
          ? html`<ol class="claims">
${section.claims.map((claim) => html`<li>${claimHtml(claim, notes)}</li>\n`)}</ol>`
          : nothing('No claim is in the scope of this brief.')
      }`
    case 'contradictions':
      return section.pairs.length > 0
        ? html`${section.pairs.map((pair) => pairHtml(pair, notes))}`
        : nothing('No claims in the scope of this brief are marked as contradicting each other.')
    case 'comparison':
      return html`${paragraphs(section.paragraphs)}${
        section.figures.length > 0
          ? section.figures.map((figure) => figureHtml(figure, notes))
          : nothing(section.nothing)
      }`
    case 'sources':
      return section.sources.length > 0
        ? sourceTable(section.sources)
        : nothing('No claim of this brief names a source.')
  }
}

function claimHtml(claim: BriefClaim, notes: Notes): Html {
  const { speaker, via, quantity, place, happened, said, stance, status } = claim
  const facts = [
    html`Speaker: <bdi>${speaker}</bdi>${via.map((link, index) => html`${index === 0 ? ', via ' : ', '}<bdi>${link}</bdi>`)}`,
    html`Stance: ${stance}`,
    place && html`Place: <bdi>${place}</bdi>`,
    happened && html`Happened: ${happened}`,
    said && html`Said: ${said}`,
    html`Status: ${status}`,
  ].filter((fact) => fact !== '')
  return html`<p class="statement" dir="auto">${quantity ? html`<strong><bdi>${quantity}</bdi></strong> — ` : null}${statementWithNotes(claim, notes)}</p>
<p class="facts">${facts.map((fact, index) => html`${index > 0 ? ' · ' : ''}${fact}`)}</p>
<p class="grades">${claim.grades.map(({ label, words }) => `${label}: ${words}.`).join(' ')}</p>`
}

function statementWithNotes(claim: BriefClaim, notes: Notes): Html {
  return claim.footnotes.length === 0
    ? html`${claim.statement} <em class="dim">No evidence is attached to this claim.</em>`
    : html`${claim.statement}${references(claim.footnotes, notes)}`
}

function pairHtml(pair: BriefPair, notes: Notes): Html {
  return html`<div class="pair">
${[pair.a, pair.b].map((claim) => html`<div>${sideHtml(claim, notes)}</div>\n`)}</div>
${pair.note.trim() ? html`<p dir="auto">${pair.note.trim()}</p>\n` : null}`
}

function sideHtml(claim: BriefClaim, notes: Notes): Html {
  const words = claim.footnotes
    .map((number) => notes.get(number))
    .filter((footnote): footnote is WordsFootnote => footnote?.kind === 'words')
  return html`<p class="speaker"><bdi>${claim.speaker}</bdi>${claim.said && `, ${claim.said}`}</p>
<p class="statement" dir="auto">${statementWithNotes(claim, notes)}</p>
<p class="facts">Stance: ${claim.stance} · Status: ${claim.status}${claim.quantity ? html` · <bdi>${claim.quantity}</bdi>` : null}</p>
${
  words.length > 0
    ? words.map(({ quote }) => html`<blockquote class="quote" dir="auto">${quote}</blockquote>`)
    : html`<p class="dim">No words to quote.</p>`
}`
}

function figureHtml(
  { title, drawings, legend, columns, rows, notes: remarks }: BriefFigure,
  notes: Notes,
): Html {
  const heads = [...columns, 'Notes']
  return html`<figure>
<figcaption dir="auto">${title}</figcaption>
${drawings.map((drawing, index) => drawingHtml(drawing, drawings.length > 1 ? `${title}, part ${index + 1} of ${drawings.length}` : title))}${
  legend && drawings.length > 0 ? drawingHtml(legend, `Marks in: ${title}`) : null
}${remarks.length > 0 ? html`<p class="dim">${remarks.join(' ')}</p>\n` : null}${rows.length > 0 ? tableHtml(heads, rows, notes) : null}</figure>
`
}

function tableHtml(heads: readonly string[], rows: BriefFigure['rows'], notes: Notes): Html {
  return html`<div class="frame">
<table>
<thead><tr>${heads.map((head) => html`<th scope="col" dir="auto">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ cells, footnotes }) =>
    html`<tr>${cells.map((cell, index) => cellHtml(cell, index))}<td>${references(footnotes, notes)}</td></tr>\n`,
)}</tbody>
</table>
</div>
`
}

function cellHtml(words: string, index: number): Html {
  return index === 0 ? html`<th scope="row" dir="auto">${words}</th>` : html`<td dir="auto">${words}</td>`
}

/** An image to a screen reader: all that it shows stands in the table below it. */
function drawingHtml(drawing: Drawing, label: string): Html {
  const image = { ...drawing, attributes: { ...drawing.attributes, role: 'img', 'aria-label': label } }
  return html`<div class="drawing">${new Html(drawingText(image))}</div>\n`
}

function sourceTable(sources: readonly BriefSource[]): Html {
  return html`<div class="frame">
<table>
<thead><tr><th scope="col">Source</th><th scope="col">Kind</th><th scope="col">Reliability</th><th scope="col">Also known as</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Passed on</th></tr></thead>
<tbody>
${sources.map(
  ({ name, kind, reliability, aliases, claims, via }) =>
    html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${kind}</td><td>${reliability}</td><td>${aliases.map(
      (alias, index) => html`${index > 0 ? ', ' : ''}<bdi>${alias}</bdi>`,
    )}</td><td class="number">${claims}</td><td class="number">${via}</td></tr>\n`,
)}</tbody>
</table>
</div>`
}

function references(numbers: readonly number[], notes: Notes): Html | null {
  if (numbers.length === 0) return null
  return html`<span class="ref">${numbers.map((number, index) => html`${index > 0 ? ' ' : ''}${notes.reference(number)}`)}</span>`
}

function paragraphs(texts: readonly string[]): Html {
  return html`${texts.map((text) => html`<p dir="auto">${text}</p>\n`)}`
}

function nothing(sentence: string): Html {
  return html`<p class="dim">${sentence}</p>`
}
