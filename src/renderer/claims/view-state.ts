import { create } from 'zustand'
import { type ClaimColumn, type ClaimQuery, claimQuerySchema } from '../../contract/claim-query.ts'
import { useNavigation } from '../state/navigation.ts'

/** A cell of the table. Line -1 is the row of headings. */
export interface Cursor {
  line: number
  column: ClaimColumn
}

export interface ClaimsView {
  query: ClaimQuery
  /** Folded groups: `topic:ID`, `status:open`, `source:` for claims without one. */
  folded: ReadonlySet<string>
  cursor: Cursor
  /** Ids of the claims chosen for a change in bulk. */
  selected: ReadonlySet<string>
  /** Line from which Shift extends. */
  anchor: number
  /** Pixels, so that coming back from the evidence finds the table as it was left. */
  scroll: { top: number; left: number }
  /** The details pane stands open. */
  details: boolean
  /** Another room asked for this query: it goes before what the workspace remembers. */
  requested: boolean
}

export const everyClaim: ClaimQuery = claimQuerySchema.parse({})

const fresh: ClaimsView = {
  query: everyClaim,
  folded: new Set(),
  cursor: { line: 0, column: 'statement' },
  selected: new Set(),
  anchor: 0,
  scroll: { top: 0, left: 0 },
  details: true,
  requested: false,
}

/** How the claims are looked at. It outlives the room, so that a jump to the evidence and back loses nothing. */
export const useClaimsView = create<ClaimsView>()(() => fresh)

/** Starts over, for another workspace, with the filter and folds that its file remembers. */
export function resetView(remembered: unknown): void {
  const { requested, query } = useClaimsView.getState()
  useClaimsView.setState({ ...fresh, ...readView(remembered), ...(requested ? { query } : {}) })
}

/** Goes to the claims and shows those of one topic or one source, all other filters taken away. */
export function showClaimsOf(change: Partial<ClaimQuery>): void {
  changeQuery({ ...everyClaim, ...change })
  useClaimsView.setState({ requested: true, scroll: { top: 0, left: 0 } })
  useNavigation.getState().go('claims')
  // The details follow the table, not the claim that was last looked at.
  useNavigation.setState({ claimId: null })
}

/** Narrows, sorts or groups in another way: the table starts at its top, and nothing hidden stays chosen. */
export function changeQuery(change: Partial<ClaimQuery>): void {
  useClaimsView.setState(({ query, cursor }) => ({
    query: { ...query, ...change },
    selected: new Set(),
    anchor: 0,
    cursor: { ...cursor, line: Math.min(cursor.line, 0) },
  }))
}

/** What the workspace's file keeps of the view: plain data. */
export function rememberedView({ query, folded }: ClaimsView): unknown {
  return { query, folded: [...folded] }
}

/** True when any filter narrows the claims; sorting and grouping do not. */
export function isNarrowed(query: ClaimQuery): boolean {
  return filterAxes.some((axis) => {
    const value = query[axis]
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
  })
}

export const filterAxes = [
  'text',
  'topicIds',
  'sourceIds',
  'articleIds',
  'tagIds',
  'analystIds',
  'statuses',
  'stances',
  'qualifiers',
  'credibilities',
  'confidences',
  'likelihoods',
  'warnings',
  'eventFrom',
  'eventTo',
  'saidFrom',
  'saidTo',
  'enteredFrom',
  'enteredTo',
] as const satisfies (keyof ClaimQuery)[]

/** An older or damaged memory is no reason to stop: what does not fit is left at its default. */
function readView(remembered: unknown): Partial<ClaimsView> {
  if (remembered === null || typeof remembered !== 'object') return {}
  const query = claimQuerySchema.safeParse('query' in remembered ? remembered.query : {})
  const folded = 'folded' in remembered && Array.isArray(remembered.folded) ? remembered.folded : []
  return {
    ...(query.success ? { query: query.data } : {}),
    folded: new Set(folded.filter((key): key is string => typeof key === 'string')),
  }
}
