import { fieldOf } from '../../domain/claim/fields.ts'
import { useAsk } from '../data/ask.ts'
import { Button } from '../ui/button.tsx'
import { fieldWords } from './claim-fields.ts'
import type { Conflict } from './use-save-claim.ts'

/** Fields that were changed here and elsewhere: both values, one of which is chosen, field by field. */
export function ClaimConflicts({
  conflicts,
  onChoose,
}: {
  conflicts: readonly Conflict[]
  onChoose: (conflict: Conflict, which: 'mine' | 'theirs') => void
}) {
  const { data: sources } = useAsk('sources.list', {})
  const { data: topics } = useAsk('topics.list', {})
  const names = {
    source: (id: string) => sources?.find((source) => source.id === id)?.name ?? id,
    topic: (id: string) => topics?.find((topic) => topic.id === id)?.question ?? id,
  }
  return (
    <section className="claim-conflicts" aria-label="Changed meanwhile" role="alert">
      <p className="claim-conflicts-lead">
        The claim was changed meanwhile. Nothing was saved yet: choose which value stands, then save again.
      </p>
      {conflicts.map((conflict) => {
        const { field, mine, theirs } = conflict
        const { label } = fieldOf(field)
        return (
          <div key={field} className="claim-conflict" role="group" aria-label={label}>
            <span className="field-label">{label}</span>
            <Button size="small" onPress={() => onChoose(conflict, 'mine')}>
              Yours: {fieldWords(field, mine, names)}
            </Button>
            <Button size="small" onPress={() => onChoose(conflict, 'theirs')}>
              Now: {fieldWords(field, theirs, names)}
            </Button>
          </div>
        )
      })}
    </section>
  )
}
