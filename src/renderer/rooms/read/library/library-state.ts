import { create } from 'zustand'
import type { ArticleStatus } from './lines.ts'

interface LibraryState {
  /** What the list is narrowed to. */
  words: string
  folded: ReadonlySet<ArticleStatus>
}

/** How the library is looked at; it stays so while another room is open. */
export const useLibrary = create<LibraryState>()(() => ({ words: '', folded: new Set() }))

export function lookFor(words: string): void {
  useLibrary.setState({ words })
}

export function toggleFold(status: ArticleStatus): void {
  useLibrary.setState(({ folded }) => {
    const next = new Set(folded)
    if (!next.delete(status)) next.add(status)
    return { folded: next }
  })
}
