import type { BlockContent, FootnoteDefinition, PhrasingContent } from 'mdast'
import type { BriefFootnote, WordsFootnote } from '../../../domain/brief/document.ts'
import { dateWords } from '../../../domain/plain-values/period-words.ts'
import { exact, name, plain } from './markdown-text.ts'
import { emphasis, paragraph } from './markdown-tree.ts'

/** A footnote with its quote, article and offsets, or that its words are lost. */
export function footnoteNode(footnote: BriefFootnote): FootnoteDefinition {
  const identifier = String(footnote.number)
  const children = footnote.kind === 'words' ? wordsNodes(footnote) : lostNodes(footnote.annotationId)
  return { type: 'footnoteDefinition', identifier, label: identifier, children }
}

function wordsNodes(footnote: WordsFootnote): BlockContent[] {
  const { articleTitle, publisher, publishedDate, url, textHash } = footnote
  const utf16 = `${footnote.start}–${footnote.end}`
  const codePoints = `${footnote.startCodePoint}–${footnote.endCodePoint}`
  return [
    paragraph(exact(footnote.quote)),
    paragraph(
      { type: 'emphasis', children: [name(articleTitle)] },
      ...(publisher ? [plain(', '), name(publisher)] : []),
      plain(publishedDate ? `, ${dateWords(publishedDate)}` : ', no date'),
      ...(url ? [plain(', '), { type: 'link' as const, title: null, url, children: [plain(url)] }] : []),
      plain(` · UTF-16 ${utf16} · code points ${codePoints} · text `),
      { type: 'inlineCode', value: textHash.slice(0, 12) },
    ),
  ]
}

function lostNodes(annotationId: string): BlockContent[] {
  return [
    paragraph(
      emphasis('Evidence lost:'),
      plain(' the annotation '),
      { type: 'inlineCode', value: annotationId },
      plain(' or its article is no longer in the workspace. The log still tells what it said.'),
    ),
  ]
}

/** What leads to a footnote. */
export function reference(number: number): PhrasingContent {
  return { type: 'footnoteReference', identifier: String(number), label: String(number) }
}
