import { useRef } from 'react'
import type { RowOf } from '../../domain/rows.ts'
import { execute } from '../data/execute.ts'
import { newId } from '../data/ids.ts'

/** Makes a source that somebody names while they fill in something else. Its id; null when it was refused. */
export function makeSource(name: string, kind?: RowOf<'sources'>['kind']): Promise<string | null> {
  return make('source.add', { name, ...(kind && { kind }) })
}

/** Opens a topic, likewise. */
export function makeTopic(question: string): Promise<string | null> {
  return make('topic.open', { question })
}

async function make(type: string, args: object): Promise<string | null> {
  const id = newId()
  const made = await execute(type, { id, ...args }, { quiet: true })
  return made.ok ? id : null
}

/** What is being made on the spot for something that will be saved. */
export interface OnTheSpot {
  /** Counts work among what a save waits for. One after the other, in the order in which they were asked for. */
  begin(work: () => Promise<void>): void
  /** Ends once everything that was begun is made, what is begun meanwhile included. */
  settled(): Promise<void>
}

/** What is made on the spot belongs to what is saved: nothing is saved before it is there. */
export function openOnTheSpot(): OnTheSpot {
  let last = Promise.resolve()
  return {
    begin(work) {
      last = last.then(work)
    },
    async settled() {
      for (let known: Promise<void> | null = null; known !== last; ) {
        known = last
        await known
      }
    },
  }
}

/** The same for as long as a form or an editor is open. */
export function useOnTheSpot(): OnTheSpot {
  const kept = useRef<OnTheSpot>(null)
  kept.current ??= openOnTheSpot()
  return kept.current
}
