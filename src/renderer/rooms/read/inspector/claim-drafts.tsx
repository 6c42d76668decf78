import { PencilLine, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { type ClaimDraft, dropDraft, putDraft, useDrafts } from '../../../claims/claim-form-draft.ts'
import { IconButton } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useReading } from '../reading-state.ts'

/** Claims that were begun from words of this article and not finished: the way back to each form. */
export function ClaimDrafts({ articleId }: { articleId: string }) {
  const drafts = Object.entries(useDrafts() ?? {}).filter(
    ([, draft]) => draft.isTouched && draft.words[0]?.articleId === articleId,
  )
  if (drafts.length === 0) return null
  return (
    <section className="claim-drafts" aria-label="Claims begun">
      <h2 className="heading-small">Begun · {drafts.length}</h2>
      <ul>
        {drafts.map(([key, draft]) => (
          <li key={key}>
            <AriaButton
              className="chosen-claim"
              onPress={() => useReading.getState().newClaim(draft.words[0]!)}
            >
              <span className="claim-drafts-words" dir="auto">
                <PencilLine aria-hidden />
                {draft.fields.statement.trim() || draft.words[0]!.quote}
              </span>
            </AriaButton>
            <IconButton
              label={`Discard the claim begun from “${draft.words[0]!.quote}”`}
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

function discard(key: string, draft: ClaimDraft): void {
  dropDraft(key)
  toast({ text: 'Discarded the draft', action: { label: 'Bring it back', run: () => putDraft(key, draft) } })
}
