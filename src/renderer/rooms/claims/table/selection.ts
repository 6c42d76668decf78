import type { ClaimQuery } from '../../../../contract/claim-query.ts'
import { useClaimsView } from '../../../claims/view-state.ts'
import { ask } from '../../../data/ask.ts'
import type { ClaimWindow } from './use-claim-window.ts'

/** Chooses a claim for a change in bulk, or lets it go. */
export function toggleSelected(id: string): void {
  useClaimsView.setState(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    return { selected: next }
  })
}

export function clearSelection(): void {
  if (useClaimsView.getState().selected.size > 0) useClaimsView.setState({ selected: new Set() })
}

/**
 * Chooses every claim between two lines, both included and in either order; claims folded away between them too.
 * Where some of them have not been loaded, asks for the ids of the whole query.
 */
export async function selectBetween(window: ClaimWindow, from: number, to: number): Promise<void> {
  const offsets = offsetsBetween(window, Math.min(from, to), Math.max(from, to))
  if (!offsets) return
  const loaded: string[] = []
  for (let offset = offsets.first; offset <= offsets.last; offset++) {
    const row = window.claimAt(offset)
    if (!row) break
    loaded.push(row.claim.id)
  }
  const isWhole = loaded.length === offsets.last - offsets.first + 1
  const ids = isWhole ? loaded : (await idsOf(window.query)).slice(offsets.first, offsets.last + 1)
  useClaimsView.setState({ selected: new Set(ids) })
}

/** Chooses every claim that the query finds, also those that were never on the screen. */
export async function selectAll(query: ClaimQuery): Promise<void> {
  useClaimsView.setState({ selected: new Set(await idsOf(query)) })
}

/** The ids of all claims of a query, in its order. */
export function idsOf(query: ClaimQuery): Promise<string[]> {
  return ask('claims.ids', { query })
}

/** Offsets of the first and the last claim between two lines; null where only folded headings lie there. */
function offsetsBetween(
  { lines }: ClaimWindow,
  from: number,
  to: number,
): { first: number; last: number } | null {
  const claims = []
  for (let index = Math.max(0, from); index <= Math.min(to, lines.count - 1); index++) {
    const line = lines.at(index)
    if (line.kind === 'claim') claims.push(line.offset)
  }
  const [first] = claims
  return first === undefined ? null : { first, last: claims.at(-1)! }
}
