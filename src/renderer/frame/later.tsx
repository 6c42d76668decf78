import { type ComponentType, lazy, Suspense, useState } from 'react'

/**
 * A component whose code is read when it is first drawn, or in a quiet moment before: `fetchLater` does that for
 * all. Once the code is there it is drawn at once, like any other.
 */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let known: ComponentType | null = null
  const loadOnce = async () => {
    known ??= await load()
    return { default: known }
  }
  awaited.push(loadOnce)
  const Awaited = lazy(loadOnce)
  return function Later() {
    const [Drawn] = useState<ComponentType>(() => known ?? Awaited)
    return (
      <Suspense fallback={<div aria-busy />}>
        <Drawn />
      </Suspense>
    )
  }
}

/** Reads the code of everything that comes later, one after the other, whenever the page has nothing else to do. */
export function fetchLater(): void {
  const [next, ...rest] = awaited.splice(0)
  if (!next) return
  awaited.push(...rest)
  requestIdleCallback(
    () => {
      // What cannot be read now is tried again, and told, where it is drawn.
      next().then(fetchLater, fetchLater)
    },
    { timeout: latest },
  )
}

const awaited: (() => Promise<unknown>)[] = []
/** Milliseconds. */
const latest = 1000
