import { create } from 'zustand'

export type Room = 'start' | 'read' | 'claims' | 'compare' | 'history' | 'brief' | 'codebook'

/** Where in an article to go: an annotation, or a range of its text (UTF-16 code units, half-open). */
export interface Focus {
  annotationId?: string
  start?: number
  end?: number
}

interface Place {
  room: Room
  articleId: string | null
  /** A new object at every jump, so that the same jump twice scrolls twice. */
  focus: Focus | null
  claimId: string | null
  briefId: string | null
  /** The row whose history is shown: `claims/ID`. */
  historyStream: string | null
}

interface Navigation extends Place {
  /** Places to go back to, oldest first. */
  trail: Place[]
  go(room: Room): void
  openArticle(id: string, focus?: Focus): void
  openClaim(id: string): void
  openHistoryOf(stream: string | null): void
  openBrief(id: string): void
  back(): void
  /** Another workspace was opened: nothing of the old one is a place any more. */
  reset(room: Room): void
}

const nowhere: Place = {
  room: 'read',
  articleId: null,
  focus: null,
  claimId: null,
  briefId: null,
  historyStream: null,
}
const longestTrail = 100

/** Where the person is in the program, and the way back: a jump to the evidence and back is two keys. */
export const useNavigation = create<Navigation>()((set) => {
  const to = (next: Partial<Place>) => set((state) => moved(state, next))
  return {
    ...nowhere,
    trail: [],
    go: (room) => set((state) => (state.room === room ? state : moved(state, { room, focus: null }))),
    openArticle: (articleId, focus) => to({ room: 'read', articleId, focus: focus ? { ...focus } : null }),
    openClaim: (claimId) => to({ room: 'claims', claimId }),
    openHistoryOf: (historyStream) => to({ room: 'history', historyStream }),
    openBrief: (briefId) => to({ room: 'brief', briefId }),
    back: () =>
      set(({ trail }) => {
        const last = trail.at(-1)
        return last ? { ...last, trail: trail.slice(0, -1) } : {}
      }),
    reset: (room) => set({ ...nowhere, room, trail: [] }),
  }
})

function moved(state: Navigation, next: Partial<Place>): Partial<Navigation> {
  return { ...next, trail: [...state.trail, placeOf(state)].slice(-longestTrail) }
}

function placeOf({ room, articleId, focus, claimId, briefId, historyStream }: Place): Place {
  return { room, articleId, focus, claimId, briefId, historyStream }
}
