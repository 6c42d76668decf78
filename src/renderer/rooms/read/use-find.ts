import { type RefObject, useMemo, useState } from 'react'
import { findOccurrences } from '../../../domain/text/occurrences.ts'
import type { ReaderHandle, Stretch } from '../../reader/reader.tsx'

export interface Find {
  isOpen: boolean
  words: string
  found: readonly Stretch[]
  /** Index of the place that is shown now. */
  at: number
  current: Stretch | null
  /** How often it was asked for: each time its words are selected, so that typing replaces them. */
  asked: number
  /** Opens with the words, at the place where they were selected. */
  open(words?: string, from?: number): void
  close(): void
  search(words: string): void
  step(by: 1 | -1): void
}

const none: readonly Stretch[] = []

/** Finding words in the open article, without regard to case. */
export function useFind(text: string, reader: RefObject<ReaderHandle | null>): Find {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [asked, setAsked] = useState(0)
  const found = useMemo(() => (isOpen ? placesOf(text, words) : none), [isOpen, words, text])
  const current = found[at] ?? null
  const go = (next: number, among: readonly Stretch[]) => {
    setAt(next)
    const target = among[next]
    if (target) reader.current?.reveal(target)
  }
  return {
    isOpen,
    words,
    found,
    at,
    current,
    asked,
    open(first, from = 0) {
      const looked = first ?? words
      setWords(looked)
      setAt(
        Math.max(
          placesOf(text, looked).findIndex(({ start }) => start >= from),
          0,
        ),
      )
      setOpen(true)
      setAsked((times) => times + 1)
    },
    close() {
      setOpen(false)
      const head = reader.current?.caret().head ?? 0
      // What was looked for and is not there must not leave other words selected, armed for the next key.
      reader.current?.select(current ?? { start: head, end: head })
    },
    search(next) {
      setWords(next)
      const places = placesOf(text, next)
      // While the words are still being typed no furniture is unfolded for them.
      const shown = places.findIndex(({ start }) => !reader.current?.isFolded(start))
      if (shown >= 0) go(shown, places)
      else setAt(0)
    },
    step(by) {
      if (found.length > 0) go((at + by + found.length) % found.length, found)
    },
  }
}

function placesOf(text: string, words: string): readonly Stretch[] {
  return words.trim() ? findOccurrences(text, words, { wholeWords: false, matchCase: false }) : none
}
