import { Link2 } from 'lucide-react'
import { useState } from 'react'
import type { NamedClaim } from '../../../../contract/rows.ts'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import { everyClaim } from '../../../claims/view-state.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { Button } from '../../../ui/button.tsx'
import { PickList } from '../../../ui/pick-list.tsx'
import { Popover } from '../../../ui/popover.tsx'

const mostShown = 30

/** Lets a claim that is there, from whatever article, rest on these words too. */
export function AddToClaim({
  annotationId,
  claims,
  isDisabled,
}: {
  annotationId: string
  /** Those that rest on them already. */
  claims: readonly NamedClaim[]
  isDisabled: boolean
}) {
  const add = (id: string) => void execute('claim.attach', { id, evidence: [annotationId] })
  return (
    <Popover
      label="Add to a claim"
      trigger={
        <Button size="small" variant="plain" icon={<Link2 />} isDisabled={isDisabled}>
          Add to a claim
        </Button>
      }
    >
      {(close) => (
        <FindClaim
          except={claims}
          onFound={(id) => {
            close()
            add(id)
          }}
        />
      )}
    </Popover>
  )
}

/** Finds a claim by its words, the one entered last first. */
function FindClaim({ except, onFound }: { except: readonly NamedClaim[]; onFound: (id: string) => void }) {
  const [text, setText] = useState('')
  const { data } = useAsk('claims.page', { query: { ...everyClaim, text }, offset: 0, limit: mostShown })
  const items = (data?.rows ?? [])
    .filter(({ id }) => !except.some((claim) => claim.id === id))
    .map((claim) => ({ id: claim.id, label: claim.statement, detail: factsOf(claim) }))
  return (
    <div className="add-to-claim">
      <PickList
        label="Claim"
        items={items}
        chosen={[]}
        onSearch={setText}
        onChoose={([id]) => {
          if (id) onFound(id)
        }}
      />
    </div>
  )
}

/** Who says it, how many, and how it stands, in a line. */
export function factsOf(claim: NamedClaim): string {
  const stance = claim.stance === 'asserts' ? '' : claim.stance
  return [claim.sourceName || 'speaker unknown', stance, quantityWords(claim, claim.unit), claim.status]
    .filter(Boolean)
    .join(' · ')
}
