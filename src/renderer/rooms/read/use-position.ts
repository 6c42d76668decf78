import { type RefObject, useEffect } from 'react'
import { ask, refreshTables } from '../../data/ask.ts'
import type { ReaderHandle } from '../../reader/reader.tsx'
import { useMoment } from '../../state/moment.ts'
import { useNavigation } from '../../state/navigation.ts'

/** A pause in scrolling after which the place is remembered. */
const restMs = 600

/** Comes back to where the article was left, and remembers how far it was read. */
export function usePosition(articleId: string, reader: RefObject<ReaderHandle | null>, length: number): void {
  useEffect(() => {
    let left = false
    let seen = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const scroller = document.querySelector('[data-scroller]')
    // A jump to certain words is where the person wants to be.
    const jumping = useNavigation.getState().focus !== null || useMoment.getState().seq !== null
    ask('view.getPosition', { articleId }).then((position) => {
      if (left || !position) return
      seen = position.progress
      if (!jumping && position.offset > 0) {
        reader.current?.reveal({ start: position.offset, end: position.offset }, { quietly: true })
      }
    }, console.warn)
    const remember = () => {
      // A replay scrolls by itself; that is not how far anyone has read.
      if (useMoment.getState().seq !== null) return
      // Behind another pane of a narrow window it has no height, and nothing of it is seen.
      if (!scroller || length === 0 || scroller.clientHeight === 0) return
      const offset = reader.current?.firstInSight() ?? 0
      const { scrollTop, clientHeight, scrollHeight } = scroller
      const share = Math.min(1, (scrollTop + clientHeight) / scrollHeight)
      seen = Math.max(seen, share)
      ask('view.setPosition', { articleId, offset: scrollTop < 40 ? 0 : offset, progress: seen }).then(
        () => refreshTables(['view']),
        console.warn,
      )
    }
    const scrolled = () => {
      clearTimeout(timer)
      timer = setTimeout(remember, restMs)
    }
    scroller?.addEventListener('scroll', scrolled, { passive: true })
    scrolled()
    return () => {
      left = true
      clearTimeout(timer)
      scroller?.removeEventListener('scroll', scrolled)
    }
  }, [articleId, reader, length])
}
