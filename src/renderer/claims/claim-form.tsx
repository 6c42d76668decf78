import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Article, NamedClaim } from '../../contract/rows.ts'
import { useReadOnly } from '../data/read-only.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { toast } from '../ui/toast.ts'
import { ClaimConflicts } from './claim-form-conflicts.tsx'
import { dropDraft, putDraft } from './claim-form-draft.ts'
import { ClaimEvidence } from './claim-form-evidence.tsx'
import { ClaimFormFields } from './claim-form-fields.tsx'
import type { Words } from './claim-form-prefill.ts'
import { DifferingClaims } from './differing-claims.tsx'
import { UnconfirmedClaim } from './unconfirmed-claim.tsx'
import { useClaimDraft } from './use-claim-draft.ts'
import { useSaveClaim } from './use-save-claim.ts'
import './claim-form.css'

/**
 * The form for a new claim from words of an article, or for a claim that is there. Mod+Enter saves. Escape goes back
 * to the text; what was filled in is kept and stands there again when the form is opened for the same words.
 */
export function ClaimForm({
  words,
  claim,
  article,
  moreWords = null,
  onDone,
  onCancel,
}: {
  /** The words that a new claim is made from. */
  words: Words | null
  /** The claim to edit. */
  claim: NamedClaim | null
  /** The article that the words stand in. */
  article: Article | null
  /** Words selected meanwhile: offered as more evidence. */
  moreWords?: Words | null
  /** It is saved; a new claim rests on this annotation. */
  onDone: (evidenceId: string | null) => void
  onCancel: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const open = useClaimDraft(words, claim, article)
  const { key, draft, problem } = open
  const readOnly = useReadOnly()
  const saving = useSaveClaim(open, onDone)
  const [unclear, setUnclear] = useState('')
  const save = () => {
    // A date or number still being typed is taken, or marked where it cannot be read.
    if (document.activeElement instanceof HTMLElement && form.current?.contains(document.activeElement)) {
      const field = document.activeElement
      flushSync(() => field.blur())
      field.focus()
    }
    const wrong = form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')
    wrong?.focus()
    setUnclear(wrong ? 'One field cannot be read yet. It says how to write it.' : '')
    if (!wrong) void saving.save()
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    // An open list has these keys for itself: Escape closes it, Enter chooses.
    const isList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (isList || !event.currentTarget.contains(event.target as Node)) return
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (event.key !== 'Escape' && !isSave) return
    event.preventDefault()
    event.stopPropagation()
    if (isSave) save()
    else onCancel()
  }
  const discard = () => {
    if (!draft) return
    dropDraft(key)
    onCancel()
    toast({
      text: 'Discarded the draft',
      action: { label: 'Bring it back', run: () => putDraft(key, draft) },
    })
  }
  const title = claim ? 'Edit claim' : 'New claim'
  if (!draft) {
    return (
      <section className="claim-form" aria-label={title} aria-busy={problem === ''}>
        {problem && <p className="warning">{problem}</p>}
      </section>
    )
  }
  const isBlocked = saving.conflicts.length > 0
  const complaint = unclear || saving.problem
  return (
    <form
      ref={form}
      className="claim-form"
      aria-label={title}
      onSubmit={(event) => event.preventDefault()}
      onKeyDownCapture={onKeyDownCapture}
    >
      <h2 className="heading-small claim-form-title">{title}</h2>
      {words && (
        <blockquote className="quote claim-form-quote" dir="auto">
          {words.quote}
        </blockquote>
      )}
      <ClaimFormFields open={open} draft={draft} isDisabled={readOnly !== null} />
      <ClaimEvidence open={open} draft={draft} moreWords={moreWords} isDisabled={readOnly !== null} />
      <footer className="claim-form-foot">
        <DifferingClaims fields={draft.fields} except={draft.base?.claimId ?? null} />
        <UnconfirmedClaim fields={draft.fields} id={draft.base?.claimId ?? null} />
        {isBlocked && <ClaimConflicts conflicts={saving.conflicts} onChoose={saving.choose} />}
        {(complaint || readOnly) && (
          <p className="warning" role="alert">
            {complaint || readOnly}
          </p>
        )}
        <div className="claim-form-acts">
          <Button
            variant="primary"
            onPress={save}
            isDisabled={
              readOnly !== null || isBlocked || saving.isSaving || draft.fields.statement.trim() === ''
            }
          >
            {claim ? 'Save changes' : 'Add claim'}
          </Button>
          <Button variant="plain" onPress={onCancel}>
            Cancel <Kbd keys="Escape" />
          </Button>
          {draft.isTouched && (
            <Button variant="plain" className="claim-form-discard" onPress={discard}>
              Discard
            </Button>
          )}
        </div>
      </footer>
    </form>
  )
}
