import type { BriefFootnote } from '../../../domain/brief/document.ts'
import { useNavigation } from '../../state/navigation.ts'

/** The notes of the document by their numbers. */
export type Footnotes = ReadonlyMap<number, BriefFootnote>

/** The numbers of a claim's notes: each leads straight to the words in the article. */
export function FootnoteLinks({ numbers, footnotes }: { numbers: readonly number[]; footnotes: Footnotes }) {
  if (numbers.length === 0)
    return <em className="brief-no-evidence"> No evidence is attached to this claim.</em>
  return (
    <sup className="brief-refs">
      {/* A word joiner: the numbers never stand alone on a new line. */}
      {'\u2060'}
      {numbers.map((number) => (
        <FootnoteLink key={number} footnote={footnotes.get(number)!} />
      ))}
    </sup>
  )
}

function FootnoteLink({ footnote }: { footnote: BriefFootnote }) {
  if (footnote.kind === 'lost') {
    return (
      <a className="brief-ref" data-lost href={`#brief-note-${footnote.number}`} title="Its evidence is lost">
        {footnote.number}
      </a>
    )
  }
  return (
    <button
      type="button"
      className="brief-ref"
      title={`“${footnote.quote}”`}
      aria-label={`Note ${footnote.number}: open the words in ${footnote.articleTitle}`}
      onClick={() => openWords(footnote)}
    >
      {footnote.number}
    </button>
  )
}

/** Goes to the annotation's words in the Read room; Alt and the left arrow come back. */
export function openWords({ articleId, annotationId }: { articleId: string; annotationId: string }): void {
  useNavigation.getState().openArticle(articleId, { annotationId })
}
