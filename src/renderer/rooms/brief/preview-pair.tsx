import type { BriefClaim, BriefPair, WordsFootnote } from '../../../domain/brief/document.ts'
import { FootnoteLinks, type Footnotes, openWords } from './footnote-links.tsx'
import { ClaimWays } from './to-claims.tsx'

/** Two claims that contradict each other, side by side with the words they rest on. */
export function PreviewPair({ pair, footnotes }: { pair: BriefPair; footnotes: Footnotes }) {
  return (
    <div className="brief-pair">
      <Side claim={pair.a} footnotes={footnotes} />
      <Side claim={pair.b} footnotes={footnotes} />
      {pair.note.trim() && (
        <p className="brief-pair-note" dir="auto">
          {pair.note}
        </p>
      )}
    </div>
  )
}

function Side({ claim, footnotes }: { claim: BriefClaim; footnotes: Footnotes }) {
  const words = claim.footnotes
    .map((number) => footnotes.get(number))
    .filter((footnote): footnote is WordsFootnote => footnote?.kind === 'words')
  return (
    <div className="brief-side">
      <p className="brief-side-head">
        <bdi>{claim.speaker}</bdi>
        {claim.said && `, ${claim.said}`}
      </p>
      <p className="brief-statement" dir="auto">
        {claim.quantity && <strong className="brief-figure">{claim.quantity}</strong>}
        {claim.quantity && ' — '}
        {claim.statement}
        <FootnoteLinks numbers={claim.footnotes} footnotes={footnotes} />
      </p>
      {words.map((footnote) => (
        <button
          key={footnote.number}
          type="button"
          className="brief-words quote"
          onClick={() => openWords(footnote)}
        >
          <span dir="auto">{footnote.quote}</span>
        </button>
      ))}
      <p className="brief-side-foot">
        {claim.stance} · {claim.status}
        <span className="brief-side-ways">
          <ClaimWays claimId={claim.claimId} />
        </span>
      </p>
    </div>
  )
}
