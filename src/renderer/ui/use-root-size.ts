import { useSyncExternalStore } from 'react'

/** Pixels of one rem: 16, times the zoom. */
export function useRootSize(): number {
  return useSyncExternalStore(subscribe, rootSize)
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function subscribe(listener: () => void): () => void {
  const root = new MutationObserver(listener)
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => {
    root.disconnect()
  }
}
