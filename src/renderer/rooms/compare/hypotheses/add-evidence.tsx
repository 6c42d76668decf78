import { useState } from 'react'
import type { AchHypothesis } from '../../../../contract/compare.ts'
import type { NamedClaim } from '../../../../contract/rows.ts'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import { everyClaim } from '../../../claims/view-state.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { dateRange } from '../../../format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PickList } from '../../../ui/pick-list.tsx'

/** Takes claims of other topics as evidence, one after another. They come into the matrix unrated. */
export function AddEvidence({
  topicId,
  hypotheses,
  known,
  onTaken,
  onClose,
}: {
  topicId: string
  hypotheses: readonly AchHypothesis[]
  /** Claims that are in the matrix. */
  known: ReadonlySet<string>
  onTaken: (claimId: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const { data: topics } = useAsk('topics.list', {})
  const others = (topics ?? []).flatMap(({ id }) => (id === topicId ? [] : [id]))
  const { data, isFetching } = useAsk(
    'claims.page',
    {
      query: { ...everyClaim, text, topicIds: [null, ...others], sort: { column: 'said', descending: true } },
      offset: 0,
      limit: 200,
    },
    { enabled: topics !== undefined },
  )
  const items = (data?.rows ?? [])
    .filter(({ id }) => !known.has(id))
    .slice(0, mostOffered)
    .map((claim) => ({ id: claim.id, label: claim.statement, detail: detailOf(claim) }))
  const take = async (claimId: string) => {
    const cells = hypotheses.map(({ id }) => ({ id: newId(), hypothesisId: id, claimId }))
    const answer = await execute('assessment.set', { cells })
    if (answer.ok) onTaken(claimId)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Take other claims as evidence"
      subtitle="Claims on this topic are in the matrix by themselves. Here are those on other topics."
      footer={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <PickList
        label="Claims"
        items={items}
        chosen={[]}
        onSearch={setText}
        isLooking={isFetching}
        onChoose={([id]) => {
          if (id) void take(id)
        }}
      />
    </Dialog>
  )
}

const mostOffered = 50

function detailOf(claim: NamedClaim): string {
  return [
    claim.sourceName || 'nobody named',
    quantityWords(claim, claim.unit),
    dateRange(claim.statementFrom, claim.statementTo),
    claim.topicQuestion || 'no topic',
  ]
    .filter(Boolean)
    .join(' · ')
}
