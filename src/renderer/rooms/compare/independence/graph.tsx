import { useEffect, useMemo, useRef, useState } from 'react'
import type { Independence, OriginLink } from '../../../../contract/independence.ts'
import { originsDrawing } from '../../../../domain/compare/independence/drawing.ts'
import { useRootSize } from '../../../ui/use-root-size.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'
import { DrawingView } from '../chart/drawing-view.tsx'
import { LinkPane } from './link-pane.tsx'
import { drawnOrigins } from './words.ts'

/** The origins drawn: a report leads to its words, a link tells why it is there and lets itself be corrected. */
export function OriginGraph({ found }: { found: Independence }) {
  const host = useRef<HTMLDivElement>(null)
  const scale = useRootSize() / 16
  const width = Math.floor(useWidth(host) / scale)
  const drawing = useMemo(
    () => (width > 0 ? originsDrawing(drawnOrigins(found), width) : null),
    [found, width],
  )
  const popover = useClaimsPopover()
  const anchor = useRef<Element | null>(null)
  const [pair, setPair] = useState<string | null>(null)
  const link = pair === null ? undefined : linkOf(found, pair)
  const open = (claimIds: readonly string[], mark: Element) => {
    if (claimIds.length === 1) return popover.open(claimIds, mark)
    anchor.current = mark
    setPair(claimIds.join(' '))
  }
  // A corrected link may have no mark any more: then the graph's own place in the order of Tab is where to go on.
  const corrected = useRef(false)
  useEffect(() => {
    if (!corrected.current || pair !== null || anchor.current?.isConnected) return
    corrected.current = false
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body && document.activeElement !== null) return
      host.current?.querySelector<SVGElement>('[data-mark][tabindex="0"]')?.focus()
    })
  })
  return (
    <div ref={host} className="origin-graph">
      {drawing && <DrawingView drawing={drawing} label="Reports and their origins" onOpen={open} />}
      {link && (
        <LinkPane
          link={link}
          claims={found.claims}
          anchor={anchor}
          onClose={() => setPair(null)}
          onCorrected={() => {
            corrected.current = true
            setPair(null)
          }}
        />
      )}
      {popover.pane}
    </div>
  )
}

function linkOf({ groups }: Independence, pair: string): OriginLink | undefined {
  for (const { links } of groups) {
    const found = links.find(({ fromId, toId }) => `${fromId} ${toId}` === pair)
    if (found) return found
  }
  return undefined
}
