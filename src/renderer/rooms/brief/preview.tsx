import type { Brief } from '../../../contract/rows.ts'
import type { BriefDocument, BriefDocumentSection } from '../../../domain/brief/document.ts'
import { useAsk } from '../../data/ask.ts'
import { count, number, shortHash } from '../../format.ts'
import { ExportBar } from './export-bar.tsx'
import type { Footnotes } from './footnote-links.tsx'
import type { OnWording } from './on-wording.ts'
import { PreviewClaim } from './preview-claim.tsx'
import { PreviewFigure } from './preview-figure.tsx'
import { PreviewFootnotes } from './preview-footnotes.tsx'
import { PreviewPair } from './preview-pair.tsx'
import { changeBrief, draftOf } from './use-brief.ts'
import './preview.css'

/** The document as it would be exported now. Every number leads to the words it rests on. */
export function Preview({ brief, readOnly }: { brief: Brief; readOnly: boolean }) {
  const { data: document, error } = useAsk('brief.compose', draftOf(brief))
  const footnotes = new Map(document?.footnotes.map((footnote) => [footnote.number, footnote]))
  return (
    <div className="brief-preview">
      <ExportBar brief={brief} summary={document ? summaryOf(document) : ''} />
      <div className="brief-scroll">
        {error && <p className="warning">{error.message}</p>}
        {document && (
          <article className="brief-paper" aria-label="Preview">
            <h1>{document.title}</h1>
            {document.sections.map((section, at) => (
              <PreviewSection
                key={section.index ?? `default/${at}`}
                at={at}
                section={section}
                footnotes={footnotes}
                onWording={
                  readOnly
                    ? undefined
                    : (claimId, words) => changeBrief(brief, { wording: withWording(brief, claimId, words) })
                }
              />
            ))}
            <PreviewFootnotes footnotes={document.footnotes} />
            <p className="brief-head">
              Composed from event {number(document.head.seq)} of the log, hash{' '}
              <code>{document.head.hash}</code>.
            </p>
          </article>
        )}
      </div>
    </div>
  )
}

function PreviewSection({
  section,
  at,
  footnotes,
  onWording,
}: {
  section: BriefDocumentSection
  at: number
  footnotes: Footnotes
  onWording: OnWording | undefined
}) {
  return (
    <section id={`brief-section-${at}`} className="brief-section">
      {section.heading && <h2 dir="auto">{section.heading}</h2>}
      {'paragraphs' in section &&
        section.paragraphs.map((paragraph, index) => (
          <p key={index} className="brief-paragraph" dir="auto">
            {paragraph}
          </p>
        ))}
      {section.kind === 'text' && section.paragraphs.length === 0 && (
        <p className="brief-nothing brief-unwritten">
          Nothing is written here yet. Choose this section in the outline.
        </p>
      )}
      {section.kind === 'topic' &&
        (section.claims.length > 0 ? (
          <ol className="brief-claims">
            {section.claims.map((claim, index) => (
              <PreviewClaim
                key={claim.claimId}
                claim={claim}
                number={index + 1}
                footnotes={footnotes}
                onWording={onWording}
              />
            ))}
          </ol>
        ) : (
          <p className="brief-nothing">No claim is in the scope of this brief.</p>
        ))}
      {section.kind === 'contradictions' &&
        (section.pairs.length > 0 ? (
          section.pairs.map((pair) => <PreviewPair key={pair.relationId} pair={pair} footnotes={footnotes} />)
        ) : (
          <p className="brief-nothing">
            No claims in the scope of this brief are marked as contradicting each other.
          </p>
        ))}
      {section.kind === 'comparison' &&
        (section.figures.length > 0 ? (
          section.figures.map((figure) => (
            <PreviewFigure key={figure.title} figure={figure} footnotes={footnotes} />
          ))
        ) : (
          <p className="brief-nothing">{section.nothing}</p>
        ))}
      {'leftOut' in section && section.leftOut > 0 && (
        <p className="brief-nothing brief-unwritten">
          {number(section.leftOut)} more are not shown here; the export has all of them.
        </p>
      )}
      {section.kind === 'sources' && <SourceTable sources={section.sources} />}
    </section>
  )
}

type Sources = Extract<BriefDocumentSection, { kind: 'sources' }>['sources']

function SourceTable({ sources }: { sources: Sources }) {
  if (sources.length === 0) return <p className="brief-nothing">No claim of this brief names a source.</p>
  return (
    <div className="brief-table-frame">
      <table className="brief-table">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Kind</th>
            <th scope="col">Reliability</th>
            <th scope="col">Also known as</th>
            <th scope="col">Claims</th>
            <th scope="col">Passed on</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.sourceId}>
              <th scope="row">
                <bdi>{source.name}</bdi>
              </th>
              <td>{source.kind}</td>
              <td>{source.reliability}</td>
              <td>{source.aliases.join(', ')}</td>
              <td className="brief-number">{source.claims}</td>
              <td className="brief-number">{source.via}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function withWording(brief: Brief, claimId: string, words: string | null): Brief['wording'] {
  const { [claimId]: _, ...others } = brief.wording
  return words === null ? others : { ...others, [claimId]: words }
}

function summaryOf({ sections, footnotes, head }: BriefDocument): string {
  const printed = sections.filter((section) => section.kind === 'topic')
  const leftOut = printed.reduce((sum, section) => sum + section.leftOut, 0)
  const claims = printed.reduce((sum, section) => sum + section.claims.length, leftOut)
  const lost = footnotes.filter(({ kind }) => kind === 'lost').length
  return [
    count(claims, 'claim'),
    // Of what is left out the notes are not known.
    ...(leftOut === 0 ? [count(footnotes.length, 'note')] : []),
    ...(lost > 0 ? [`${number(lost)} lost`] : []),
    `event ${number(head.seq)} · ${shortHash(head.hash)}`,
  ].join(' · ')
}
