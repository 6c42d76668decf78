/** Decides when the browser shell ends: some seconds after its last page has gone, so that a reload is no end. */
export interface Lifetime {
  /** Told the number of open pages whenever it changes. */
  pages(count: number): void
  /** The process of the window has ended, perhaps before its page ever came. */
  windowEnded(): void
  /** Stops waiting; `end` is not called any more. */
  stop(): void
}

/** Long enough for a reload and for a page that lost its connection, short enough not to be noticed. */
export const graceMs = 4_000

/**
 * @param keep true: the shell never ends by itself
 * @param end called at most once
 */
export function createLifetime(keep: boolean, end: () => void): Lifetime {
  let open = 0
  let timer: NodeJS.Timeout | undefined
  const wait = () => {
    clearTimeout(timer)
    if (open === 0 && !keep) timer = setTimeout(end, graceMs)
  }
  return {
    pages(count) {
      open = count
      wait()
    },
    windowEnded: wait,
    stop: () => clearTimeout(timer),
  }
}
