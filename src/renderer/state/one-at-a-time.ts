import { useRef } from 'react'

/** Runs what a form or a dialog does when it is sent. Sent again before that is done, as by a second Enter, it waits. */
export function useOneAtATime<Args extends unknown[]>(
  run: (...args: Args) => Promise<void>,
): (...args: Args) => void {
  const isRunning = useRef(false)
  return (...args) => {
    if (isRunning.current) return
    isRunning.current = true
    void run(...args).finally(() => {
      isRunning.current = false
    })
  }
}
