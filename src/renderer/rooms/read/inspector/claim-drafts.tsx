import { PencilLine, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { type ClaimDraft, dropDraft, putDraft, useDrafts } from '../../../claims/claim-form-draft.ts'
import { useAsk } from '../../../data/ask.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { IconButton } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useReading } from '../reading-state.ts'

/** Claim forms that were begun and not finished: the way back to each. Those of other articles come after this one's. */
export function ClaimDrafts({ articleId }: { articleId: string }) {
  const { data: articles } = useAsk('articles.list', {})
  const titles = new Map(articles?.map(({ id, title }) => [id, title]))
  const begun = Object.entries(useDrafts() ?? {}).filter(
    ([, draft]) => draft.isTouched && isStillThere(draft, titles),
  )
  if (begun.length === 0) return null
  const isElsewhere = ({ words: [first] }: ClaimDraft) => first !== undefined && first.articleId !== articleId
  const drafts = begun.toSorted(([, a], [, b]) => Number(isElsewhere(a)) - Number(isElsewhere(b)))
  return (
    <section className="claim-drafts" aria-label="Claims begun">
      <h2 className="heading-small">Begun · {drafts.length}</h2>
      <ul>
        {drafts.map(([key, draft]) => (
          <li key={key}>
            <AriaButton className="chosen-claim" onPress={() => goOn(draft, articleId)}>
              <span className="claim-drafts-words" dir="auto">
                <PencilLine aria-hidden />
                {nameOf(draft)}
              </span>
              {isElsewhere(draft) && (
                <span className="chosen-claim-facts">in {titles.get(draft.words[0]!.articleId)}</span>
              )}
            </AriaButton>
            <IconButton
              label={`Discard the draft “${nameOf(draft)}”`}
              tooltip="Discard"
              size="small"
              icon={<X />}
              onPress={() => discard(key, draft)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Opens the form again; for words of another article, first that article at its words. */
function goOn({ base, words: [first] }: ClaimDraft, articleId: string): void {
  const { editClaim, newClaim } = useReading.getState()
  if (base) editClaim(base.claimId)
  else if (first?.articleId === articleId) newClaim(first)
  else if (first)
    useNavigation.getState().openArticle(first.articleId, { start: first.start, end: first.end })
}

function isStillThere({ base, words: [first] }: ClaimDraft, titles: ReadonlyMap<string, string>): boolean {
  return base !== null || (first !== undefined && titles.has(first.articleId))
}

function nameOf({ fields, words }: ClaimDraft): string {
  return fields.statement.trim() || words[0]?.quote || 'without a statement'
}

function discard(key: string, draft: ClaimDraft): void {
  dropDraft(key)
  toast({ text: 'Discarded the draft', action: { label: 'Bring it back', run: () => putDraft(key, draft) } })
}
