import { create } from 'zustand'
import { useNavigation } from '../../state/navigation.ts'
import { showPane } from '../../state/panes.ts'

export type SideTab = 'item' | 'changes' | 'moments'

/** One end of a comparison: the present, where the window stands, a named moment, or an event's number. */
export type End = 'now' | 'here' | { moment: string } | { seq: number }

interface Side {
  tab: SideTab
  /** Null: what suits where the window stands. */
  from: End | null
  to: End | null
  /** Events that the list marks, and the item that they are about. */
  marked: { stream: string; seqs: readonly number[] } | null
}

/** What History's right panel shows. */
export const useSide = create<Side>()(() => ({ tab: 'item', from: null, to: null, marked: null }))

/** Brings a panel to the front, in a narrow window too. */
export function showSide(tab: SideTab): void {
  useSide.setState({ tab })
  showPane('history', 'side')
}

/** Shows what changed between two moments. */
export function compareMoments(from: End | null, to: End | null): void {
  useSide.setState({ from, to })
  showSide('changes')
}

/** Lists the events of an item and marks some of them there; the panel stays as it is. */
export function showEvents(stream: string, seqs: readonly number[]): void {
  useSide.setState({ marked: { stream, seqs } })
  showPane('history', 'log')
  if (useNavigation.getState().historyStream !== stream) useNavigation.getState().openHistoryOf(stream)
}
