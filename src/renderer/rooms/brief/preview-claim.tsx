import { PencilLine } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { BriefClaim } from '../../../domain/brief/document.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { FootnoteLinks, type Footnotes } from './footnote-links.tsx'
import type { OnWording } from './on-wording.ts'
import { ClaimWays } from './to-claims.tsx'
import { WordingNotes } from './wording-notes.tsx'
import { WrittenField } from './written-field.tsx'

/** A claim as the brief prints it, with the way to the claim and to its wording here. */
export function PreviewClaim({
  claim,
  number,
  footnotes,
  onWording,
}: {
  claim: BriefClaim
  /** From 1, within its section. */
  number: number
  footnotes: Footnotes
  onWording: OnWording | undefined
}) {
  const [rewording, setRewording] = useState(false)
  return (
    <li className="brief-claim">
      <span className="brief-item-number">{number}</span>
      <div className="brief-claim-tools">
        {onWording && (
          <IconButton
            size="small"
            label="Word it otherwise in this brief"
            icon={<PencilLine />}
            onPress={() => setRewording(!rewording)}
          />
        )}
        <ClaimWays claimId={claim.claimId} />
      </div>
      {rewording && onWording ? (
        <Rewording claim={claim} onWording={onWording} onDone={() => setRewording(false)} />
      ) : (
        <p className="brief-statement" dir="auto">
          {claim.quantity && <strong className="brief-figure">{claim.quantity}</strong>}
          {claim.quantity && ' — '}
          {claim.statement}
          <FootnoteLinks numbers={claim.footnotes} footnotes={footnotes} />
        </p>
      )}
      <ClaimFacts claim={claim} />
    </li>
  )
}

/** Speaker, stance, place and times as labelled parts; the grades as sentences of their own. */
export function ClaimFacts({ claim }: { claim: BriefClaim }) {
  const facts: [string, string][] = [
    ['Speaker', [claim.speaker, ...(claim.via.length > 0 ? [`via ${claim.via.join(', ')}`] : [])].join(', ')],
    ['Stance', claim.stance],
    ['Place', claim.place],
    ['Happened', claim.happened],
    ['Said', claim.said],
    ['Status', claim.status],
  ]
  return (
    <>
      <dl className="brief-facts">
        {facts
          .filter(([, words]) => words !== '')
          .map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{words}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <p className="brief-grades">
        {claim.grades.map(({ axis, label, words }) => (
          <Fragment key={axis}>
            <span>
              {label}: {words}.
            </span>{' '}
          </Fragment>
        ))}
      </p>
    </>
  )
}

function Rewording({
  claim,
  onWording,
  onDone,
}: {
  claim: BriefClaim
  onWording: OnWording
  onDone: () => void
}) {
  const original = claim.reworded ?? claim.statement
  const keep = (words: string) => {
    const own = words.trim()
    return onWording(claim.claimId, own === '' || own === original ? null : own)
  }
  return (
    <div className="brief-rewording">
      <WrittenField
        label="Wording in this brief"
        description={claim.reworded === null ? undefined : `The claim itself says: ${claim.reworded}`}
        value={claim.statement}
        lines={2}
        autoFocus
        onKeep={keep}
        notes={(text) =>
          text === original ? null : (
            <WordingNotes text={text} saved={claim.reworded === null ? '' : claim.statement} />
          )
        }
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) onDone()
        }}
      />
      <div className="brief-rewording-ways">
        <Button size="small" onPress={onDone}>
          Done
        </Button>
        {claim.reworded !== null && (
          <Button
            size="small"
            variant="plain"
            onPress={() => {
              void onWording(claim.claimId, null)
              onDone()
            }}
          >
            Use the claim’s own words
          </Button>
        )}
      </div>
    </div>
  )
}
