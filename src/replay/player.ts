/** Speeds at which a replay plays; 1 is an event a second, however long the pause was. */
export const speeds = [1, 2, 5, 10, 50, 100, 1000] as const

export interface Player {
  playing(): boolean
  toggle(): void
  stop(): void
}

/**
 * Plays by the clock: on each frame it goes to the event due by now, skipping what no frame had time for, so it never
 * falls behind.
 */
export function makePlayer(options: {
  place(): number
  last(): number
  speed(): number
  go(place: number): void
  changed(playing: boolean): void
  /** Calls back on the next frame with the time in milliseconds. */
  frame(step: (now: number) => void): void
}): Player {
  let run = 0
  let playing = false
  const stop = () => {
    if (!playing) return
    playing = false
    run += 1
    options.changed(false)
  }
  const start = () => {
    playing = true
    run += 1
    const mine = run
    if (options.place() >= options.last()) options.go(0)
    options.changed(true)
    let from: { now: number; place: number; speed: number } | null = null
    const step = (now: number) => {
      if (run !== mine) return
      const speed = options.speed()
      if (from?.speed !== speed) from = { now, place: options.place(), speed }
      const due = Math.min(options.last(), from.place + Math.floor(((now - from.now) * speed) / 1000))
      if (due > options.place()) options.go(due)
      if (options.place() >= options.last()) stop()
      else options.frame(step)
    }
    options.frame(step)
  }
  return { playing: () => playing, toggle: () => (playing ? stop() : start()), stop }
}
