import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { quantityWords } from '../../../../domain/claim/quantity.ts'
import { useAsk } from '../../../data/ask.ts'
import { count, dateRange } from '../../../format.ts'

/** Several claims to choose one from. Only the lines on the screen are asked for. */
export function ClaimChoice({
  claimIds,
  onChoose,
}: {
  claimIds: readonly string[]
  onChoose: (id: string) => void
}) {
  return (
    <>
      <p className="heading-small claim-choice-count">{count(claimIds.length, 'claim')}</p>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: lineHeight, padding: 4 }}>
        <ListBox
          className="claim-choice"
          aria-label="Claims"
          items={claimIds.map((id) => ({ id }))}
          selectionMode="none"
          onAction={(key) => onChoose(String(key))}
          autoFocus="first"
          style={{ height: Math.min(claimIds.length * lineHeight + 8, mostHeight) }}
        >
          {({ id }) => <ClaimLine id={id} />}
        </ListBox>
      </Virtualizer>
    </>
  )
}

function ClaimLine({ id }: { id: string }) {
  const { data } = useAsk('claim.get', { id })
  const claim = data?.claim
  return (
    <ListBoxItem id={id} textValue={claim?.statement ?? 'Claim'} className="claim-choice-line">
      <span className="claim-choice-head">
        <b>{claim ? claim.sourceName || 'speaker unknown' : ' '}</b>
        {claim && (
          <span className="dim">
            {[
              claim.stance === 'asserts' ? '' : claim.stance,
              quantityWords(claim, claim.unit),
              dateRange(claim.statementFrom, claim.statementTo),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </span>
      <span className="claim-choice-statement">{claim?.statement ?? ' '}</span>
    </ListBoxItem>
  )
}

/** Pixels. */
const lineHeight = 52
const mostHeight = 320
