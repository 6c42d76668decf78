import { ArrowUpRight, Unlink } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Evidence, NamedClaim } from '../../../../contract/rows.ts'
import { execute } from '../../../data/execute.ts'
import { date } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { IconButton } from '../../../ui/button.tsx'

/** The words that a claim rests on. A press leads to them in their article; what was lost is named. */
export function EvidenceList({
  claim,
  evidence,
  readOnly,
}: {
  claim: NamedClaim
  evidence: readonly Evidence[]
  readOnly: string | null
}) {
  const openArticle = useNavigation((navigation) => navigation.openArticle)
  const detach = (annotationId: string) =>
    void execute('claim.detach', { id: claim.id, evidence: [annotationId] })
  return (
    <section aria-label="Evidence">
      <h2 className="heading-small">Evidence · {evidence.length}</h2>
      {evidence.length === 0 && (
        <p className="dim">None yet. Select words in an article and add them to this claim.</p>
      )}
      <ul className="details-list">
        {evidence.map(({ annotationId, annotation, article }) => (
          <li key={annotationId} className="details-evidence">
            {annotation && article ? (
              <AriaButton className="details-quote" onPress={() => openArticle(article.id, { annotationId })}>
                <span className="quote" dir="auto">
                  {annotation.quote}
                </span>
                <span className="details-where">
                  {[
                    article.title,
                    article.publisher,
                    article.publishedDate ? date(article.publishedDate) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  <ArrowUpRight aria-hidden />
                </span>
              </AriaButton>
            ) : (
              <p className="warning details-lost">
                Lost: the annotation was removed. Its history tells the words; undo brings it back.
              </p>
            )}
            <IconButton
              label="Take off this claim"
              size="small"
              icon={<Unlink />}
              isDisabled={readOnly !== null}
              onPress={() => detach(annotationId)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
