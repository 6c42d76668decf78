import { Archive, ArchiveRestore, History, Trash2 } from 'lucide-react'
import type { AchHypothesis } from '../../../../contract/compare.ts'
import type { Confidence, Likelihood } from '../../../../domain/grade.ts'
import { confidenceChoices, likelihoodChoices } from '../../../claims/choices.ts'
import { execute } from '../../../data/execute.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { KeptField } from '../../../ui/kept-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { WordingHints } from '../../../ui/wording-hints.tsx'

/** Everything about one hypothesis. Each field is kept by itself; likelihood and confidence are apart. */
export function HypothesisDialog({
  hypothesis,
  topicId,
  all,
  readOnly,
  onClose,
}: {
  hypothesis: AchHypothesis
  topicId: string
  /** In their own order. */
  all: readonly AchHypothesis[]
  /** Why nothing can be changed; null where it can. */
  readOnly: string | null
  onClose: () => void
}) {
  const { id, statement, note, likelihood, confidence, retired } = hypothesis
  const openHistoryOf = useNavigation((navigation) => navigation.openHistoryOf)
  const isFixed = readOnly !== null
  const change = (set: object) => execute('hypothesis.change', { id, set })
  const others = all.filter((other) => other.id !== id).flatMap((other) => [other.statement, other.note])
  const place = all.findIndex((other) => other.id === id)
  const move = (to: number) => {
    const ids = all.map((other) => other.id)
    ids.splice(to, 0, ...ids.splice(place, 1))
    void execute('hypothesis.order', { topicId, ids })
  }
  return (
    <Dialog isOpen onClose={onClose} title="Hypothesis" subtitle={readOnly ?? undefined}>
      <div className="ach-dialog">
        <KeptField
          label="Statement"
          value={statement}
          lines={2}
          maxLength={1000}
          isDisabled={isFixed}
          onKeep={(text) => change({ statement: text.replace(/\s*\n\s*/g, ' ').trim() })}
          notes={(text) => <WordingHints text={text} elsewhere={[...others, note]} />}
        />
        <div className="ach-dialog-grades">
          <Select<Likelihood>
            label="Likelihood (ICD 203)"
            none="not stated"
            items={likelihoodChoices}
            value={likelihood}
            isDisabled={isFixed}
            onChange={(term) => void change({ likelihood: term })}
          />
          <Select<Confidence>
            label="Confidence in this judgement"
            none="not stated"
            items={confidenceChoices}
            value={confidence}
            isDisabled={isFixed}
            onChange={(level) => void change({ confidence: level })}
          />
          <Select
            label="Place in their own order"
            items={all.map((_, index) => ({ id: String(index), label: `${index + 1} of ${all.length}` }))}
            value={String(place)}
            isDisabled={isFixed}
            onChange={(to) => move(Number(to))}
          />
        </div>
        <p className="dim">
          How likely it is and how well founded that judgement is are two things, and neither follows from the
          matrix. A brief keeps them in sentences of their own.
        </p>
        <KeptField
          label="Note"
          value={note}
          lines={4}
          isDisabled={isFixed}
          placeholder="What it would explain, and what it would not"
          onKeep={(text) => change({ note: text })}
          notes={(text) => <WordingHints text={text} elsewhere={[...others, statement]} />}
        />
        <div className="ach-dialog-acts">
          {!isFixed && (
            <Button
              size="small"
              icon={retired ? <ArchiveRestore /> : <Archive />}
              onPress={() => void change({ retired: !retired })}
            >
              {retired ? 'Take up again' : 'Set aside'}
            </Button>
          )}
          <Button
            size="small"
            variant="plain"
            icon={<History />}
            onPress={() => {
              onClose()
              openHistoryOf(`hypotheses/${id}`)
            }}
          >
            History
          </Button>
          {!isFixed && (
            <Button
              size="small"
              variant="plain"
              icon={<Trash2 />}
              onPress={() => {
                onClose()
                void execute('hypothesis.remove', { ids: [id] })
              }}
            >
              Remove with its ratings
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
