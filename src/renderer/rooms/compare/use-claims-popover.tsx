import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { count } from '../../format.ts'
import { ClaimCard } from './claim-card.tsx'
import { ClaimChoice } from './claim-choice.tsx'

export interface ClaimsPopover {
  /** Tells of these claims beside an element; the focus comes back to it. */
  open(claimIds: readonly string[], beside: Element): void
  /** To be drawn by whoever asked. */
  pane: ReactNode
}

/** A small pane that tells of one claim, or lets one of several be chosen, and leads to their words. */
export function useClaimsPopover(): ClaimsPopover {
  const [opened, setOpened] = useState<{ claimIds: readonly string[]; beside: Element } | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const anchor = useRef<Element | null>(null)
  const open = useCallback((claimIds: readonly string[], beside: Element) => {
    anchor.current = beside
    setChosen(claimIds.length === 1 ? claimIds[0]! : null)
    setOpened({ claimIds, beside })
  }, [])
  const several = opened !== null && opened.claimIds.length > 1
  const pane = opened && (
    <Popover
      className="popover claims-popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) setOpened(null)
      }}
      offset={6}
      placement="bottom"
    >
      <Dialog
        className="claims-popover-dialog"
        aria-label={several && chosen === null ? count(opened.claimIds.length, 'claim') : 'Claim'}
      >
        {chosen === null ? (
          <ClaimChoice claimIds={opened.claimIds} onChoose={setChosen} />
        ) : (
          <ClaimCard id={chosen} onBack={several ? () => setChosen(null) : null} />
        )}
      </Dialog>
    </Popover>
  )
  return { open, pane }
}
