import { useState } from 'react'

/** What is being made on the spot for something that will be saved with it. */
export interface OnTheSpot {
  /** Does work that saving has to wait for: one after the other, in the order in which it was asked for. */
  begin(work: () => Promise<void>): void
  /** Ends once all of it has ended, that which is begun meanwhile included. Work that failed keeps nobody waiting. */
  settled(): Promise<void>
}

/** What is made on the spot belongs to what is saved: nothing is saved before it is there, else it would be saved without it. */
export function openOnTheSpot(): OnTheSpot {
  let last = Promise.resolve()
  return {
    begin(work) {
      // Who began it hears of a failure; what comes after it goes on.
      const next = last.then(work)
      last = next.then(
        () => {},
        () => {},
      )
    },
    async settled() {
      let known: Promise<void>
      do {
        known = last
        await known
      } while (known !== last)
    },
  }
}

/** The same for as long as a form or an editor is open. */
export function useOnTheSpot(): OnTheSpot {
  return useState(openOnTheSpot)[0]
}
