import type { Chronology } from '../../../../contract/compare.ts'
import { type CompareView, useCompare } from '../../../state/compare.ts'

export interface ChronologyFilter {
  sourceIds: CompareView['timelineSourceIds']
  stances: CompareView['timelineStances']
  kinds: CompareView['timelineKinds']
}

/**
 * What the filters let through; empty lists narrow nothing. Speakers and stances are a claim's: while they are
 * chosen, only articles that a claim let through rests on are shown.
 */
export function shownItems(
  chronology: Chronology,
  { sourceIds, stances, kinds }: ChronologyFilter,
): Chronology {
  const narrowsClaims = sourceIds.length + stances.length > 0
  if (!narrowsClaims && kinds.length === 0) return chronology
  const shown = new Set(
    chronology.items
      .filter(
        (item) =>
          item.kind === 'claim' &&
          (sourceIds.length === 0 || (item.sourceId !== null && sourceIds.includes(item.sourceId))) &&
          (stances.length === 0 || stances.includes(item.stance)),
      )
      .map(({ id }) => id),
  )
  const items = chronology.items.filter((item) => {
    if (kinds.length > 0 && !kinds.includes(item.kind)) return false
    if (item.kind === 'claim') return shown.has(item.id)
    return !narrowsClaims || item.claimIds.some((id) => shown.has(id))
  })
  return { ...chronology, items }
}

export function isFiltered({ sourceIds, stances, kinds }: ChronologyFilter): boolean {
  return sourceIds.length + stances.length + kinds.length > 0
}

export function showEverything(): void {
  useCompare.setState({ timelineSourceIds: [], timelineStances: [], timelineKinds: [] })
}
