import { createContext, useContext } from 'react'
import type { Brief } from '../../../contract/rows.ts'
import { WordingHints } from '../../ui/wording-hints.tsx'

const Words = createContext<readonly string[]>([])

/** Every text of the brief that is the analyst's own: one set of terms is kept to over all of them. */
export const OwnWords = Words.Provider

export function ownWordsOf({ title, sections, wording }: Brief): string[] {
  const written = sections.flatMap((section) =>
    'body' in section ? ['heading' in section ? section.heading : '', section.body] : [],
  )
  return [title, ...written, ...Object.values(wording)].filter((text) => text !== '')
}

/** What ICD 203 would word otherwise in a text of the brief. `saved` is the same text as the brief has it now. */
export function WordingNotes({ text, saved }: { text: string; saved: string }) {
  const words = useContext(Words)
  const own = words.indexOf(saved)
  return <WordingHints text={text} elsewhere={own < 0 ? words : words.toSpliced(own, 1)} />
}
