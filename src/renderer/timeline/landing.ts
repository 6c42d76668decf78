import { create } from 'zustand'
import type { HistoryEvent } from '../../contract/rows.ts'
import { useNavigation } from '../state/navigation.ts'
import { useReplay } from './replay.ts'

export interface Landing {
  /** The event that has just landed. */
  seq: number
  claimId: string | null
  place: HistoryEvent['place']
}

/** What the last step through the past changed, for rooms to bring it into sight; null when nothing has landed yet. */
export const useLanding = create<{ landed: Landing | null }>()(() => ({ landed: null }))

/** Tells the rooms of the event that the window has come to. */
export function landing({ entry, place, claimId }: HistoryEvent): void {
  const { room, articleId } = useNavigation.getState()
  useLanding.setState({ landed: { seq: entry.seq, place, claimId } })
  // Followed without a trail: “back” leads to where the person was, not through every event.
  if (room === 'read' && place && place.articleId !== articleId && useReplay.getState().follow) {
    useNavigation.setState({ articleId: place.articleId, focus: null })
  }
  if (room === 'claims' && claimId) useNavigation.setState({ claimId })
}

/** Whether this person wants no motion. */
export function wantsNoMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
