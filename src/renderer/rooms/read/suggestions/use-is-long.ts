import { useEffect, useState } from 'react'

/** Work that takes less needs no bar. */
const longMs = 500

/** Whether something that began at `since` (as `performance.now()`; null: nothing goes on) has lasted for half a second. */
export function useIsLong(since: number | null): boolean {
  const [longSince, setLongSince] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) return
    const timer = setTimeout(() => setLongSince(since), Math.max(0, since + longMs - performance.now()))
    return () => clearTimeout(timer)
  }, [since])
  return since !== null && longSince === since
}
