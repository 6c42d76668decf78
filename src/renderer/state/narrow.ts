import { useSyncExternalStore } from 'react'

/** Widest window, in CSS pixels at 100 % zoom, in which panes lie behind tabs instead of side by side. */
const narrowest = 820

/** True in a window that is narrow for its zoom. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow)
}

function isNarrow(): boolean {
  const zoom = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
  return window.innerWidth / zoom <= narrowest
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  const root = new MutationObserver(listener)
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => {
    window.removeEventListener('resize', listener)
    root.disconnect()
  }
}
