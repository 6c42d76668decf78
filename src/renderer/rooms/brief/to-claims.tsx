import { ArrowUpRight, History } from 'lucide-react'
import { useNavigation } from '../../state/navigation.ts'
import { Button, IconButton } from '../../ui/button.tsx'

/** From a line of the document to its claim, and to the events that made the claim what it is. */
export function ClaimWays({ claimId }: { claimId: string }) {
  const { openClaim, openHistoryOf } = useNavigation.getState()
  return (
    <>
      <IconButton
        size="small"
        label="Open the claim"
        icon={<ArrowUpRight />}
        onPress={() => openClaim(claimId)}
      />
      <IconButton
        size="small"
        label="The claim’s events"
        icon={<History />}
        onPress={() => openHistoryOf(`claims/${claimId}`)}
      />
    </>
  )
}

/** From a note to each claim that it carries, and to the claim's events. */
export function ToClaims({ claimIds }: { claimIds: readonly string[] }) {
  const { openClaim, openHistoryOf } = useNavigation.getState()
  return (
    <span className="brief-to-claims">
      {claimIds.map((id, index) => {
        const claim = claimIds.length === 1 ? 'claim' : `claim ${index + 1}`
        return (
          <span key={id}>
            <Button variant="plain" size="small" icon={<ArrowUpRight />} onPress={() => openClaim(id)}>
              {claim}
            </Button>
            <Button
              variant="plain"
              size="small"
              icon={<History />}
              aria-label={`Events of the ${claim}`}
              onPress={() => openHistoryOf(`claims/${id}`)}
            >
              events
            </Button>
          </span>
        )
      })}
    </span>
  )
}
