import { ArrowLeft, ArrowUpRight, ListChecks, TriangleAlert } from 'lucide-react'
import type { NamedClaim } from '../../../../contract/rows.ts'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import { jumpToEvidence } from '../../../claims/jump.ts'
import { useAsk } from '../../../data/ask.ts'
import { credibility, date, dateRange, likelihood, reliability } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button, IconButton } from '../../../ui/button.tsx'

/** One claim in short: its statement, who says it and how sure, the words it rests on, and the ways to both. */
export function ClaimCard({ id, onBack }: { id: string; onBack: (() => void) | null }) {
  const { data, error } = useAsk('claim.get', { id })
  const openClaim = useNavigation((navigation) => navigation.openClaim)
  if (error) return <p className="claim-card warning">{error.problem.message}</p>
  if (!data) return <div className="claim-card" aria-busy />
  const { claim } = data
  const words = data.evidence.find(({ annotation, article }) => annotation && article)
  return (
    <div className="claim-card">
      <div className="claim-card-head">
        {onBack && <IconButton label="Back to the list" size="small" icon={<ArrowLeft />} onPress={onBack} />}
        <p className="claim-card-speaker">
          <b>{claim.sourceName || 'Speaker unknown'}</b>
          {claim.sourceId !== null && <span className="dim"> · {reliability(claim.reliability)}</span>}
          {claim.viaNames.length > 0 && <span className="dim"> · via {claim.viaNames.join(' → ')}</span>}
        </p>
      </div>
      <p className="claim-card-statement" dir="auto">
        {claim.statement}
      </p>
      <dl className="claim-card-facts">
        {factsOf(claim).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {words?.annotation && words.article ? (
        <figure className="claim-card-words">
          <blockquote className="quote" dir="auto">
            {words.annotation.quote}
          </blockquote>
          <figcaption className="dim">
            {[
              words.article.title,
              words.article.publisher,
              words.article.publishedDate ? date(words.article.publishedDate) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </figcaption>
        </figure>
      ) : (
        <p className="warning claim-card-lost">
          <TriangleAlert aria-hidden /> It rests on no words: none were given, or they were removed.
        </p>
      )}
      <div className="claim-card-acts">
        <Button
          size="small"
          variant="primary"
          icon={<ArrowUpRight />}
          isDisabled={!words}
          onPress={() => void jumpToEvidence(id)}
        >
          Show its words
        </Button>
        <Button size="small" icon={<ListChecks />} onPress={() => openClaim(id)}>
          Open the claim
        </Button>
      </div>
    </div>
  )
}

function factsOf(claim: NamedClaim): [string, string][] {
  const facts: [string, string][] = [
    ['Stance', claim.stance],
    ['Quantity', quantityWords(claim, claim.unit)],
    ['Place', claim.place],
    ['Happened', dateRange(claim.eventFrom, claim.eventTo)],
    ['Said', dateRange(claim.statementFrom, claim.statementTo)],
    ['Credibility', credibility(claim.credibility)],
    ['Confidence', claim.confidence ?? ''],
    ['Likelihood', claim.likelihood === null ? '' : likelihood(claim.likelihood)],
    ['Status', claim.status],
  ]
  return facts.filter(([, value]) => value !== '')
}
