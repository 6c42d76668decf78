import { create } from 'zustand'

export type Overlay = 'palette' | 'shortcuts' | 'import' | 'new-workspace' | 'go-to-moment' | 'hand-on'

/** Which of the frame's windows over the room is open; one at a time. */
export const useOpened = create<{ overlay: Overlay | null }>()(() => ({ overlay: null }))

export function openOverlay(overlay: Overlay): void {
  useOpened.setState({ overlay })
}

export function closeOverlay(overlay: Overlay): void {
  useOpened.setState((state) => (state.overlay === overlay ? { overlay: null } : state))
}
