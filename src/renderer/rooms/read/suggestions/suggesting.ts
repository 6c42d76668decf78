import { create } from 'zustand'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import type { Stretch } from '../../../reader/reader.tsx'

interface Suggesting {
  /** The article that the suggestions are for. */
  articleId: string | null
  /** What the assistant has found so far, in the order of the text. */
  found: readonly Suggestion[]
  looking: Looking
  /** The line of the list that is looked at, and its words in the text. */
  lineId: string | null
  shown: Stretch | null
  /** Keys being accepted or rejected now: not offered meanwhile. */
  judged: ReadonlySet<string>
  /** The form that was opened for a suggestion, by its draft's key: whoever leaves it goes back to the list. */
  editing: string | null
  /** The list is to get the focus as soon as it is there. */
  wantsFocus: boolean
  /** The topic of accepted claims as chosen by hand; undefined: the one used last. */
  topicId: string | null | undefined
}

export type Looking =
  | { is: 'waiting' }
  | { is: 'looking'; done: number; total: number; since: number }
  /** `quiet`: why nothing is said about this text. */
  | { is: 'done'; quiet: string | null }
  /** `at`: how far the text was read, in UTF-16 code units. */
  | { is: 'stopped'; at: number }
  | { is: 'failed'; message: string; at: number }

const nothing = {
  articleId: null,
  found: [],
  looking: { is: 'waiting' },
  lineId: null,
  shown: null,
  judged: new Set<string>(),
  editing: null,
} satisfies Partial<Suggesting>

/** What the list of suggestions and the text share. Nothing of it is kept: the same text gives the same again. */
export const useSuggesting = create<Suggesting>()(() => ({
  ...nothing,
  wantsFocus: false,
  topicId: undefined,
}))

/** Another article: nothing of the last one is offered any more. */
export function beginSuggesting(articleId: string | null): void {
  useSuggesting.setState({ ...nothing, articleId })
}

/** Looks at a line of the list; its words, if it has some, are shown in the text. */
export function showLine(lineId: string | null, shown: Stretch | null): void {
  const before = useSuggesting.getState().shown
  const isSame = before && shown && before.start === shown.start && before.end === shown.end
  useSuggesting.setState({ lineId, shown: isSame ? before : shown })
}

/** Leaves suggestions out of the offer while a command about them is on its way, and until its answer is drawn. */
export async function whileJudged(keys: readonly string[], work: () => Promise<void>): Promise<void> {
  const change = (to: (judged: Set<string>, key: string) => void) => {
    const judged = new Set(useSuggesting.getState().judged)
    for (const key of keys) to(judged, key)
    useSuggesting.setState({ judged })
  }
  change((judged, key) => judged.add(key))
  try {
    await work()
  } finally {
    change((judged, key) => judged.delete(key))
  }
}
