import { create } from 'zustand'

interface Moment {
  /** The event after which the workspace is shown; null: as it is now. */
  seq: number | null
  go(seq: number | null): void
}

/** Where in the log the whole window stands. Everything that a room asks is answered as of here. */
export const useMoment = create<Moment>()((set) => ({ seq: null, go: (seq) => set({ seq }) }))

/** Why nothing can be changed while the window stands in the past. */
export const pastIsReadOnly =
  'You are viewing the past (read-only). Go back to now to work on, or restore what you need from here.'
