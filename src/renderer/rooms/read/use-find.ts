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
  open(words?: string): void
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
  const found = useMemo(
    () =>
      isOpen && words.trim() ? findOccurrences(text, words, { wholeWords: false, matchCase: false }) : none,
    [isOpen, words, text],
  )
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
    open(first) {
      if (first) setWords(first)
      setAt(0)
      setOpen(true)
    },
    close() {
      setOpen(false)
      if (current) reader.current?.select(current)
      else reader.current?.focus()
    },
    search(next) {
      setWords(next)
      const places = next.trim() ? findOccurrences(text, next, { wholeWords: false, matchCase: false }) : none
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
