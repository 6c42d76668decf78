import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { count } from '../../../format.ts'
import { ArticleCard } from './article-card.tsx'
import { ClaimCard } from './claim-card.tsx'
import { ClaimChoice } from './claim-choice.tsx'

export interface ClaimsPopover {
  /** Tells of these claims, or of an article with its claims, beside an element; the focus comes back to it. */
  open(claimIds: readonly string[], beside: Element, articleId?: string | null): void
  /** To be drawn by whoever asked. */
  pane: ReactNode
}

/** A small pane that tells of one claim, or lets one of several be chosen, and leads to their words. */
export function useClaimsPopover(): ClaimsPopover {
  const [opened, setOpened] = useState<{ claimIds: readonly string[]; articleId: string | null } | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const anchor = useRef<Element | null>(null)
  const open = useCallback<ClaimsPopover['open']>((claimIds, beside, articleId = null) => {
    anchor.current = beside
    setChosen(claimIds.length === 1 && articleId === null ? claimIds[0]! : null)
    setOpened({ claimIds, articleId })
  }, [])
  const isList = opened !== null && (opened.claimIds.length > 1 || opened.articleId !== null)
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
        aria-label={chosen === null ? count(opened.claimIds.length, 'claim') : 'Claim'}
      >
        {chosen === null ? (
          <>
            {opened.articleId && <ArticleCard id={opened.articleId} />}
            {opened.claimIds.length > 0 && <ClaimChoice claimIds={opened.claimIds} onChoose={setChosen} />}
          </>
        ) : (
          <ClaimCard id={chosen} onBack={isList ? () => setChosen(null) : null} />
        )}
      </Dialog>
    </Popover>
  )
  return { open, pane }
}
