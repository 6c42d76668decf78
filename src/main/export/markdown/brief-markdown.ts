import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast'
import type {
  BriefClaim,
  BriefDocument,
  BriefDocumentSection,
  BriefFigure,
  BriefFootnote,
  BriefPair,
  BriefSource,
  WordsFootnote,
} from '../../../domain/brief/document.ts'
import { footnoteNode, reference } from './footnote-markdown.ts'
import { exact, lines, name, plain } from './markdown-text.ts'
import { emphasis, markdownOf, paragraph, table } from './markdown-tree.ts'

/**
 * A brief as GitHub-flavoured Markdown with footnotes. Built as a tree, so that no article text and no wording
 * can break out of its place. The same document gives the same bytes: LF line ends, no clock, no locale.
 */
export function briefMarkdown(document: BriefDocument): string {
  return markdownOf(briefTree(document))
}

/** The Markdown tree of a brief, without positions. */
export function briefTree(document: BriefDocument): Root {
  const { title, sections, footnotes, head } = document
  const quotes = new Map(footnotes.map((footnote) => [footnote.number, footnote]))
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [plain(title)] },
      ...sections.flatMap((section) => sectionNodes(section, quotes)),
      ...footnotes.map(footnoteNode),
      { type: 'thematicBreak' },
      paragraph(
        plain(`Composed from event ${head.seq} of the workspace’s log, whose hash (SHA-256) is `),
        { type: 'inlineCode', value: head.hash },
        plain(
          '. Notes give places in the article’s text as start–end, end exclusive, first in UTF-16 code units, then in Unicode code points; and the first 12 digits of the text’s own SHA-256.',
        ),
      ),
    ],
  }
}

type Quotes = ReadonlyMap<number, BriefFootnote>

function sectionNodes(section: BriefDocumentSection, quotes: Quotes): RootContent[] {
  const heading: RootContent[] = section.heading
    ? [{ type: 'heading', depth: 2, children: [plain(section.heading)] }]
    : []
  switch (section.kind) {
    case 'text':
      return [...heading, ...section.paragraphs.map((text) => paragraph(...lines(text)))]
    case 'topic':
      return [
        ...heading,
        ...section.paragraphs.map((text) => paragraph(...lines(text))),
        ...orElse('No claim is in the scope of this brief.', claimList(section.claims)),
      ]
    case 'contradictions':
      return [
        ...heading,
        ...orElse(
          'No claims in the scope of this brief are marked as contradicting each other.',
          section.pairs.flatMap((pair) => pairNodes(pair, quotes)),
        ),
      ]
    case 'comparison':
      return [
        ...heading,
        ...section.paragraphs.map((text) => paragraph(...lines(text))),
        ...orElse(section.nothing, section.figures.flatMap(figureNodes)),
      ]
    case 'sources':
      return [...heading, ...orElse('No claim of this brief names a source.', sourceTable(section.sources))]
  }
}

function claimList(claims: BriefClaim[]): BlockContent[] {
  if (claims.length === 0) return []
  const children = claims.map((claim) => ({
    type: 'listItem' as const,
    spread: true,
    checked: null,
    children: claimNodes(claim),
  }))
  return [{ type: 'list', ordered: true, start: 1, spread: claims.length > 1, children }]
}

function claimNodes(claim: BriefClaim): BlockContent[] {
  const { quantity, place, happened, said, stance, status } = claim
  const via = claim.via.flatMap((link, index) => [plain(index === 0 ? ', via ' : ', '), name(link)])
  const facts: PhrasingContent[] = [
    plain('Speaker: '),
    name(claim.speaker),
    ...via,
    plain(` · Stance: ${stance}`),
    ...(place ? [plain(' · Place: '), name(place)] : []),
    ...(happened ? [plain(` · Happened: ${happened}`)] : []),
    ...(said ? [plain(` · Said: ${said}`)] : []),
    plain(` · Status: ${status}`),
  ]
  const figure: PhrasingContent[] = quantity
    ? [{ type: 'strong', children: [name(quantity)] }, plain(' — ')]
    : []
  return [
    paragraph(...figure, ...statementWithNotes(claim)),
    paragraph(...facts),
    paragraph(plain(claim.grades.map(({ label, words }) => `${label}: ${words}.`).join(' '))),
  ]
}

function statementWithNotes(claim: BriefClaim): PhrasingContent[] {
  if (claim.footnotes.length === 0) {
    return [...lines(claim.statement), plain(' '), emphasis('No evidence is attached to this claim.')]
  }
  return [...lines(claim.statement), ...claim.footnotes.map(reference)]
}

function pairNodes({ a, b, note }: BriefPair, quotes: Quotes): BlockContent[] {
  const head = (claim: BriefClaim) => [name(claim.speaker), ...(claim.said ? [plain(`, ${claim.said}`)] : [])]
  const stance = (claim: BriefClaim) => [
    plain(`Stance: ${claim.stance} · Status: ${claim.status}`),
    ...(claim.quantity ? [plain(' · '), name(claim.quantity)] : []),
  ]
  const statement = (claim: BriefClaim): PhrasingContent[] => statementWithNotes(claim).map(inOneLine)
  const rows = [head, statement, stance].map((cell) => [cell(a), cell(b)])
  return [
    table([...rows, [quoteCell(a, quotes), quoteCell(b, quotes)]]),
    ...(note.trim() ? [paragraph(...lines(note.trim()))] : []),
  ]
}

/** The words themselves, side by side; the footnotes tell where they stand. */
function quoteCell(claim: BriefClaim, quotes: Quotes): PhrasingContent[] {
  const words = claim.footnotes
    .map((number) => quotes.get(number))
    .filter((footnote): footnote is WordsFootnote => footnote?.kind === 'words')
  if (words.length === 0) return [emphasis('No words to quote.')]
  return words.flatMap((footnote, index) => [...(index > 0 ? [plain(' ')] : []), exact(footnote.quote)])
}

/** A chart as its table; one that has none, because another figure's table tells the same, leaves nothing. */
function figureNodes({ title, columns, rows, notes }: BriefFigure): BlockContent[] {
  if (rows.length === 0) return []
  const cells = rows.map((row): PhrasingContent[][] => [
    ...row.cells.map((cell) => inCell(cell)),
    row.footnotes.map(reference),
  ])
  return [
    { type: 'heading', depth: 3, children: [name(title)] },
    table([[...columns, 'Notes'].map((column) => [name(column)]), ...cells]),
    ...(notes.length > 0 ? [paragraph(...lines(notes.join(' ')))] : []),
  ]
}

/** A table's cell is one line. */
function inCell(words: string): PhrasingContent[] {
  return lines(words).map(inOneLine)
}

function inOneLine(node: PhrasingContent): PhrasingContent {
  return node.type === 'break' ? plain(' ') : node
}

function sourceTable(sources: BriefSource[]): BlockContent[] {
  if (sources.length === 0) return []
  const header = ['Source', 'Kind', 'Reliability', 'Also known as', 'Claims', 'Passed on']
  const rows = sources.map((source): PhrasingContent[][] => [
    [name(source.name)],
    [plain(source.kind)],
    [plain(source.reliability)],
    source.aliases.flatMap((alias, index) => [...(index > 0 ? [plain(', ')] : []), name(alias)]),
    [plain(String(source.claims))],
    [plain(String(source.via))],
  ])
  return [table([header.map((title) => [plain(title)]), ...rows])]
}

function orElse(sentence: string, nodes: BlockContent[]): BlockContent[] {
  return nodes.length > 0 ? nodes : [paragraph(emphasis(sentence))]
}
