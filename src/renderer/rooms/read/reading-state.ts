import { create } from 'zustand'

/** A stretch of the open article, UTF-16 code units, half-open, with its words. */
export interface SelectedWords {
  articleId: string
  start: number
  end: number
  quote: string
}

interface ReadingState {
  /** The words selected in the article; kept while a form has the focus. Null: only a caret. */
  selected: SelectedWords | null
  /** The annotation shown in the inspector. */
  chosenId: string | null
  /** What the inspector shows: the list with the chosen annotation, the claim form, or the article's details. */
  inspector: 'list' | 'claim' | 'article'
  /** The words that the claim form was opened for. */
  claimWords: SelectedWords | null
  /** The claim being edited in the form; null: a new one. */
  claimId: string | null
  select(selected: SelectedWords | null): void
  choose(annotationId: string | null): void
  showList(): void
  showArticle(): void
  newClaim(words: SelectedWords): void
  editClaim(claimId: string): void
  /** Another article is open: nothing of the last one is selected any more. */
  reset(): void
}

const nothing = {
  selected: null,
  chosenId: null,
  inspector: 'list',
  claimWords: null,
  claimId: null,
} as const

/** What the reader and the inspector of the Read room share. */
export const useReading = create<ReadingState>()((set) => ({
  ...nothing,
  select: (selected) => set({ selected }),
  choose: (chosenId) =>
    set((state) => ({ chosenId, inspector: state.inspector === 'claim' ? 'claim' : 'list' })),
  showList: () => set({ inspector: 'list' }),
  showArticle: () => set({ inspector: 'article' }),
  newClaim: (claimWords) => set({ claimWords, claimId: null, inspector: 'claim' }),
  editClaim: (claimId) => set({ claimId, claimWords: null, inspector: 'claim' }),
  reset: () => set({ selected: null, chosenId: null, inspector: 'list', claimWords: null, claimId: null }),
}))
