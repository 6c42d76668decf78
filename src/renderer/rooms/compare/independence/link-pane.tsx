import type { RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Independence, OriginLink } from '../../../../contract/independence.ts'
import { linkWords } from '../../../../domain/compare/independence/links-drawing.ts'
import { type CorrectedPair, Correction } from './correction.tsx'
import { ReportWords } from './report-words.tsx'

/** A small pane beside a link: why it is there, the two reports with their words, and the analyst's say. */
export function LinkPane({
  link,
  claims,
  anchor,
  onClose,
  onCorrected,
}: {
  link: OriginLink
  claims: Independence['claims']
  anchor: RefObject<Element | null>
  onClose: () => void
  onCorrected: () => void
}) {
  return (
    <Popover
      className="popover claims-popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      offset={6}
      placement="bottom"
    >
      <Dialog className="claims-popover-dialog origin-link-pane" aria-label="Why these go back to one origin">
        <p className="origin-why">{linkWords(link)}</p>
        <Correction pair={pairOf(link)} onDone={onCorrected} />
        <ReportWords claim={claims[link.fromId]!} />
        <ReportWords claim={claims[link.toId]!} />
      </Dialog>
    </Popover>
  )
}

/** A link as the analyst may correct it. */
export function pairOf({ fromId, toId, correctionId, note }: OriginLink): CorrectedPair {
  return {
    oneId: fromId,
    otherId: toId,
    correctionId,
    verdict: correctionId === null ? 'as found' : 'same origin',
    note,
  }
}
