import { type RefObject, useEffect, useState } from 'react'
import type { ReaderHandle, Stretch } from '../../reader/reader.tsx'
import { useLanding, wantsNoMotion } from '../../timeline/landing.ts'

/** For so many milliseconds a change is shown as it lands. */
const shownMs = 900

/**
 * Brings the words into sight on which the replay's last change landed, and gives them for a moment, to be shown. A
 * person who wants no motion sees the change alone.
 */
export function useLanded(
  articleId: string,
  length: number,
  reader: RefObject<ReaderHandle | null>,
): Stretch | null {
  const landed = useLanding((landing) => landing.landed)
  const [shown, setShown] = useState<Stretch | null>(null)
  const isHere = landed?.place?.articleId === articleId
  const stretch = isHere ? landed.place?.stretch : null
  useEffect(() => {
    if (!landed || !stretch || stretch.end > length) return setShown(null)
    reader.current?.reveal(stretch, { quietly: true, lazily: true })
    if (wantsNoMotion()) return
    setShown(stretch)
    const timer = setTimeout(() => setShown(null), shownMs)
    return () => clearTimeout(timer)
  }, [landed, stretch, length, reader])
  return shown
}
