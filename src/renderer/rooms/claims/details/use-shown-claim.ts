import { useEffect, useRef } from 'react'
import { useClaimsView } from '../../../claims/view-state.ts'
import { useAsk } from '../../../data/ask.ts'
import { isTyping } from '../../../state/keys.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { useReplay } from '../../../timeline/replay.ts'
import { type ClaimWindow, foldKey } from '../table/use-claim-window.ts'
import type { TableControl } from '../table/use-table-control.ts'

/**
 * The claim that the details tell about, which is also the place that “back” returns to: the one under the cursor, or
 * one that a link opened. The cursor goes to a claim that a link opened, and stays with its claim when a change moves
 * it to another line. `isOutside`: the filters hide the claim that a link opened.
 */
export function useShownClaim(
  window: ClaimWindow,
  control: TableControl,
): { id: string | null; isOutside: boolean } {
  const opened = useNavigation((navigation) => navigation.claimId)
  const line = useClaimsView((view) => view.cursor.line)
  const { lines, query } = window
  const found = line >= 0 && line < lines.count ? lines.at(line) : null
  const under = found?.kind === 'claim' ? (window.claimAt(found.offset)?.claim.id ?? null) : null
  // Where the cursor and its claim were last seen together; what differs from it has changed since.
  const at = useRef({ line, query, id: null as string | null })

  const isKnown = window.total !== null && (found?.kind !== 'claim' || under !== null)
  const hasMoved = at.current.line !== line || at.current.query !== query
  const isOurs = opened === null || opened === at.current.id
  const isAway = isKnown && opened !== null && opened !== under
  const seeks = isAway && (isOurs ? !hasMoved && under !== null : true)
  const ids = useAsk('claims.ids', { query }, { enabled: seeks, placeholderData: undefined })
  const offset = seeks && ids.data && !ids.isFetching ? ids.data.indexOf(opened) : null
  const isMissing = offset === -1
  const latest = useRef(control)
  latest.current = control

  useEffect(() => {
    if (!isKnown) return
    const follows = isOurs ? hasMoved || opened === null || isMissing : isMissing && hasMoved
    if (opened !== null && opened === under) at.current = { line, query, id: opened }
    else if (follows) {
      at.current = { line, query, id: under ?? opened }
      if (under !== null) useNavigation.setState({ claimId: under })
    }
  })
  useEffect(() => {
    if (offset === null || offset < 0 || opened === null) return
    const target = lines.ofClaim(offset)
    const there = lines.at(target)
    if (there.kind === 'group') {
      const key = foldKey(query, window.groups[there.group]!)
      useClaimsView.setState(({ folded }) => ({
        folded: new Set([...folded].filter((other) => other !== key)),
      }))
      return
    }
    at.current = { line: target, query, id: opened }
    latest.current.goTo({ ...useClaimsView.getState().cursor, line: target }, isFocusFree())
  }, [offset, opened, lines, query, window.groups])
  return { id: opened ?? under, isOutside: isMissing && !isOurs }
}

/** True when taking the focus disturbs nobody: no text is being typed, no dialog is open, no replay is followed. */
function isFocusFree(): boolean {
  const { activeElement } = document
  if (useReplay.getState().playing || isTyping(activeElement)) return false
  return !activeElement?.closest('[role="dialog"], [data-keeps-focus]')
}
