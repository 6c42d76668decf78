import { useRef } from 'react'

/** Runs what a form or a dialog does when it is sent. Sent again before that is done, as by a second Enter, it waits. */
export function useOneAtATime(run: () => Promise<void>): () => void {
  const isRunning = useRef(false)
  return () => {
    if (isRunning.current) return
    isRunning.current = true
    void run().finally(() => {
      isRunning.current = false
    })
  }
}
