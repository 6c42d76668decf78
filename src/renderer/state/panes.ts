import { create } from 'zustand'

/** In a narrow window: which pane of each split is in front. */
export const usePanes = create<{ front: Record<string, string> }>()(() => ({ front: {} }))

/** Brings a pane to the front where the window is too narrow for all: after choosing an article, show it. */
export function showPane(split: string, pane: string): void {
  usePanes.setState(({ front }) => ({ front: { ...front, [split]: pane } }))
}
