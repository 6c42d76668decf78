import type { BriefFootnote, LostFootnote, WordsFootnote } from '../../../domain/brief/document.ts'
import { date } from '../../format.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { openWords } from './footnote-links.tsx'
import { ToClaims } from './to-claims.tsx'

/** The notes of the document: words, article, place in its text, and the ways to the words and to the claims. */
export function PreviewFootnotes({ footnotes }: { footnotes: readonly BriefFootnote[] }) {
  if (footnotes.length === 0) return null
  return (
    <section className="brief-notes" aria-label="Notes">
      <h2>Notes</h2>
      <ol>
        {footnotes.map((footnote) => (
          <li key={footnote.number} id={`brief-note-${footnote.number}`}>
            <span className="brief-item-number">{footnote.number}</span>
            {footnote.kind === 'words' ? <Words footnote={footnote} /> : <Lost footnote={footnote} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Words({ footnote }: { footnote: WordsFootnote }) {
  const { quote, articleTitle, publisher, publishedDate, start, end, textHash } = footnote
  return (
    <>
      <button type="button" className="brief-words" onClick={() => openWords(footnote)}>
        <q dir="auto">{quote}</q>
      </button>
      <p className="brief-note-source">
        <cite>
          <bdi>{articleTitle}</bdi>
        </cite>
        {publisher && `, ${publisher}`}, {date(publishedDate)} · UTF-16 {start}–{end} · code points{' '}
        {footnote.startCodePoint}–{footnote.endCodePoint} · text <code>{textHash.slice(0, 12)}</code>{' '}
        <ToClaims claimIds={footnote.claimIds} />
      </p>
    </>
  )
}

function Lost({ footnote }: { footnote: LostFootnote }) {
  const { openHistoryOf } = useNavigation.getState()
  return (
    <p className="brief-lost">
      <em>Evidence lost:</em> the annotation or its article is no longer in the workspace.{' '}
      <Button
        variant="plain"
        size="small"
        onPress={() => openHistoryOf(`annotations/${footnote.annotationId}`)}
      >
        See what became of it
      </Button>{' '}
      <ToClaims claimIds={footnote.claimIds} />
    </p>
  )
}
