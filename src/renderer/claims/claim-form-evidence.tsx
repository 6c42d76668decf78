import { Plus, X } from 'lucide-react'
import { useAsk } from '../data/ask.ts'
import { execute } from '../data/execute.ts'
import { Button, IconButton } from '../ui/button.tsx'
import type { ClaimDraft } from './claim-form-draft.ts'
import type { Words } from './claim-form-prefill.ts'
import type { OpenDraft } from './use-claim-draft.ts'
import { annotationOn, spanOf } from './use-save-claim.ts'

interface EvidenceProps {
  open: OpenDraft
  draft: ClaimDraft
  /** Words selected while the form is open. */
  moreWords: Words | null
  isDisabled: boolean
}

/** What the claim rests on, and more of it: words selected in the text while the form stands open. */
export function ClaimEvidence(props: EvidenceProps) {
  const { base } = props.draft
  return base ? <KeptEvidence claimId={base.claimId} {...props} /> : <NewEvidence {...props} />
}

/** Of a new claim: marked together with it. */
function NewEvidence({ open, draft, moreWords, isDisabled }: EvidenceProps) {
  const { words } = draft
  const isNew = moreWords !== null && !words.some((one) => sameSpan(one, moreWords))
  if (words.length === 1 && !isNew) return null
  return (
    <section className="claim-evidence" aria-label="Evidence">
      {words.length > 1 && (
        <Pieces
          pieces={words.map((one) => ({ id: `${one.articleId} ${one.start} ${one.end}`, quote: one.quote }))}
          // The form is about its first words.
          fixed={1}
          isDisabled={isDisabled}
          onRemove={(index) => open.changeDraft({ words: words.filter((_, place) => place !== index) })}
        />
      )}
      {isNew && (
        <AddWords words={moreWords} onAdd={() => open.changeDraft({ words: [...words, moreWords] })} />
      )}
    </section>
  )
}

/** Of a claim that is there: added and taken off at once, each as its own step. */
function KeptEvidence({ claimId, moreWords, isDisabled }: EvidenceProps & { claimId: string }) {
  const { data } = useAsk('claim.get', { id: claimId })
  const evidence = data?.evidence ?? []
  const isNew =
    moreWords !== null &&
    !isDisabled &&
    !evidence.some(({ annotation }) => annotation && sameSpan(annotation, moreWords))
  const attach = async (words: Words) => {
    const there = await annotationOn(words)
    await execute('claim.attach', {
      id: claimId,
      ...(there ? { evidence: [there] } : { spans: [spanOf(words)] }),
    })
  }
  return (
    <section className="claim-evidence" aria-label="Evidence">
      <Pieces
        pieces={evidence.map(({ annotationId, annotation }) => ({
          id: annotationId,
          quote: annotation?.quote ?? 'Lost: the annotation was removed. Undo brings it back.',
        }))}
        fixed={0}
        isDisabled={isDisabled}
        onRemove={(index) =>
          void execute('claim.detach', { id: claimId, evidence: [evidence[index]!.annotationId] })
        }
      />
      {isNew && <AddWords words={moreWords} onAdd={() => void attach(moreWords)} />}
    </section>
  )
}

function Pieces({
  pieces,
  fixed,
  isDisabled,
  onRemove,
}: {
  pieces: readonly { id: string; quote: string }[]
  /** How many of the first cannot be taken off. */
  fixed: number
  isDisabled: boolean
  onRemove: (index: number) => void
}) {
  return (
    <>
      <h3 className="field-label">Evidence · {pieces.length}</h3>
      <ul>
        {pieces.map(({ id, quote }, index) => (
          <li key={id}>
            <span className="quote" dir="auto">
              {quote}
            </span>
            {index >= fixed && (
              <IconButton
                label={`Take “${quote}” off this claim`}
                tooltip="Take off this claim"
                size="small"
                icon={<X />}
                isDisabled={isDisabled}
                onPress={() => onRemove(index)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function AddWords({ words, onAdd }: { words: Words; onAdd: () => void }) {
  const { quote } = words
  const shown = quote.length > 40 ? `${quote.slice(0, 40).trimEnd()}…` : quote
  return (
    <Button size="small" icon={<Plus />} className="claim-evidence-add" onPress={onAdd}>
      Add “{shown}” as evidence
    </Button>
  )
}

function sameSpan(a: Omit<Words, 'quote'>, b: Omit<Words, 'quote'>): boolean {
  return a.articleId === b.articleId && a.start === b.start && a.end === b.end
}
