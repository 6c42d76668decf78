import { ArrowUpRight } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { OriginClaim } from '../../../../contract/independence.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { bylineOf } from './words.ts'

/** A report: who said it, what the claim says, and its quote, which leads to the words in the article. */
export function ReportWords({ claim, isRoot = false }: { claim: OriginClaim; isRoot?: boolean }) {
  const openClaim = useNavigation((navigation) => navigation.openClaim)
  const openArticle = useNavigation((navigation) => navigation.openArticle)
  const { words } = claim
  return (
    <div className="origin-report">
      <AriaButton className="origin-open" onPress={() => openClaim(claim.id)}>
        <span className="origin-byline">
          {isRoot && <b>Origin · </b>}
          {bylineOf(claim)}
        </span>
        <span dir="auto">{claim.statement}</span>
      </AriaButton>
      {words ? (
        <AriaButton
          className="origin-quote"
          onPress={() => openArticle(words.articleId, { annotationId: words.annotationId })}
        >
          <span className="quote" dir="auto">
            {words.quote}
          </span>
          <span className="origin-where">
            {words.where} <ArrowUpRight aria-hidden />
          </span>
        </AriaButton>
      ) : (
        <p className="dim origin-wordless">It rests on no words.</p>
      )}
    </div>
  )
}
