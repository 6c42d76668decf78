import { useAsk } from '../../data/ask.ts'
import { useNavigation } from '../../state/navigation.ts'

/** The words that a claim rests on; each leads to its place in the article, and Alt and the left arrow lead back. */
export function Evidence({ claimId }: { claimId: string }) {
  const evidence = useAsk('claim.get', { id: claimId }, { placeholderData: undefined }).data?.evidence ?? []
  if (evidence.length === 0) return null
  return (
    <section>
      <h3 className="heading-small">The words it rests on</h3>
      <ul className="item-evidence">
        {evidence.map(({ annotationId, annotation, article }) => (
          <li key={annotationId}>
            {annotation && article ? (
              <button
                type="button"
                className="item-words"
                onClick={() => useNavigation.getState().openArticle(article.id, { annotationId })}
              >
                <q dir="auto">{annotation.quote}</q>
                <span className="item-set-by">{article.title}</span>
              </button>
            ) : (
              <button
                type="button"
                className="item-words"
                onClick={() => useNavigation.getState().openHistoryOf(`annotations/${annotationId}`)}
              >
                <em>Evidence lost</em>
                <span className="item-set-by">See what became of it</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
