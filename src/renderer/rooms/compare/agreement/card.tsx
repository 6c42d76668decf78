import { ArrowUpRight, Check, Link2, MessageSquareText, RotateCcw, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { AgreementFinding, FindingSide } from '../../../../contract/compare.ts'
import { count, dateRange, reliability } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { kindLooks } from './kind-looks.tsx'
import type { FindingAct } from './use-finding-actions.ts'

type OpenClaims = (claimIds: readonly string[], beside: Element) => void

/** A finding: what it is and why, the words of both sides beside each other, and what is to be done with it. */
export function FindingCard({
  finding,
  isWritable,
  isBusy,
  onClaims,
  onAct,
}: {
  finding: AgreementFinding
  isWritable: boolean
  /** A verdict is on its way. */
  isBusy: boolean
  onClaims: OpenClaims
  onAct: (act: FindingAct) => void
}) {
  const { kind, reason, a, b, verdict, relations } = finding
  const looks = kindLooks[kind]
  return (
    <article className="finding" data-kind={kind} data-verdict={verdict?.verdict}>
      <header className="finding-head">
        <span className="finding-kind" data-kind={kind}>
          {looks.icon}
          {looks.one}
        </span>
        {verdict && (
          <span className="finding-verdict" data-verdict={verdict.verdict}>
            {verdict.verdict === 'confirmed' ? <Check aria-hidden /> : <X aria-hidden />}
            {verdict.verdict}
          </span>
        )}
        {relations.map((relation) => (
          <span key={relation.id} className="finding-related">
            <Link2 aria-hidden />
            {relationWords(finding, relation)}
          </span>
        ))}
      </header>
      <p className="finding-reason">{reason}</p>
      <div className="finding-sides">
        <Side side={a} onClaims={onClaims} />
        <Side side={b} onClaims={onClaims} />
      </div>
      {verdict && verdict.note !== '' && <p className="finding-note">{verdict.note}</p>}
      {isWritable && (
        <footer className="finding-acts">
          {verdict?.verdict !== 'confirmed' && (
            <Button
              size="small"
              variant={verdict ? 'quiet' : 'primary'}
              isDisabled={isBusy}
              onPress={() => onAct('confirm')}
            >
              Confirm {!verdict && <Kbd keys="C" />}
            </Button>
          )}
          {verdict?.verdict !== 'dismissed' && (
            <Button size="small" isDisabled={isBusy} onPress={() => onAct('dismiss')}>
              Dismiss {!verdict && <Kbd keys="D" />}
            </Button>
          )}
          {verdict && (
            <Button size="small" icon={<RotateCcw />} isDisabled={isBusy} onPress={() => onAct('reopen')}>
              Reopen
            </Button>
          )}
          <Button size="small" variant="plain" icon={<Link2 />} onPress={() => onAct('relate')}>
            Relate as {looks.relation}…
          </Button>
          {verdict && (
            <IconButton
              label={verdict.note === '' ? 'Add a note' : 'Change the note'}
              size="small"
              keys="N"
              icon={<MessageSquareText />}
              onPress={() => onAct('note')}
            />
          )}
        </footer>
      )}
    </article>
  )
}

function Side({ side, onClaims }: { side: FindingSide; onClaims: OpenClaims }) {
  const openArticle = useNavigation((navigation) => navigation.openArticle)
  const { evidence } = side
  const speaker = side.speaker ?? 'Speaker unknown'
  return (
    <div className="finding-side" data-stance={side.stance} role="group" aria-label={speaker}>
      <p className="finding-speaker">
        <b dir="auto">{speaker}</b>
        {side.reliability && (
          <abbr className="finding-grade" title={reliability(side.reliability)}>
            {side.reliability}
          </abbr>
        )}
        <span className="finding-stance">{side.stance}</span>
        {side.figure !== '' && <span className="finding-figure">{side.figure}</span>}
      </p>
      {evidence && evidence.quote.length < shortQuote && (
        <p className="finding-statement" dir="auto">
          {side.statement}
        </p>
      )}
      {evidence ? (
        <AriaButton
          className="finding-quote"
          aria-label={`Show the words: ${evidence.quote}`}
          onPress={() => openArticle(evidence.articleId, { annotationId: evidence.annotationId })}
        >
          <span className="quote" dir="auto">
            {evidence.quote}
          </span>
          <ArrowUpRight aria-hidden />
        </AriaButton>
      ) : (
        <p className="finding-statement" data-wordless dir="auto">
          {side.statement} <span className="dim">(rests on no words)</span>
        </p>
      )}
      <p className="finding-source">
        {factsOf(side).join(' · ')}
        {side.claims > 1 && (
          <AriaButton
            className="finding-more"
            onPress={({ target }) => onClaims(side.claimIds, target)}
            aria-label={`${count(side.claims, 'claim')} by ${speaker} say the same`}
          >
            {count(side.claims, 'claim')}
          </AriaButton>
        )}
      </p>
    </div>
  )
}

/** A quote of fewer characters says little by itself: then the claim's statement stands before it. */
const shortQuote = 40

function factsOf(side: FindingSide): string[] {
  const happened = dateRange(side.eventFrom, side.eventTo)
  const said = dateRange(side.saidFrom, side.saidTo)
  return [
    side.evidence?.articleTitle ?? '',
    side.evidence?.publisher ?? '',
    side.place,
    happened && `happened ${happened}`,
    said && `said ${said}`,
    side.credibility === null ? '' : `credibility ${side.credibility}`,
    side.status === 'open' ? '' : side.status,
  ].filter((fact) => fact !== '')
}

/** “contradicts” reads the same from both ends; of the others it is told who does it. */
function relationWords(
  { a, b }: AgreementFinding,
  { kind, fromId }: AgreementFinding['relations'][number],
): string {
  if (kind === 'contradicts') return 'related: contradict each other'
  const [from, to] = fromId === a.claimId ? [a, b] : [b, a]
  return `related: ${from.speaker ?? 'the one'} ${kind} ${to.speaker ?? 'the other'}`
}
