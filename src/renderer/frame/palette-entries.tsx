import type { SearchHit } from '../../contract/rows.ts'
import { useAsk } from '../data/ask.ts'
import { date } from '../format.ts'
import { keysOf, useOfferedActions } from '../state/actions.ts'
import { useNavigation } from '../state/navigation.ts'
import { type RegisteredAction, runAction } from '../state/offered-actions.ts'

export interface PaletteEntry {
  id: string
  kind: 'action' | 'article' | 'words'
  title: string
  detail?: string
  keys?: string
  /** The title itself, where the words were found in it and nothing else is to be shown. */
  marked?: SearchHit['snippet']
  snippet?: SearchHit['snippet']
  run: () => void
}

/** What the palette offers for these words; without words, everything that can be done. */
export function usePaletteEntries(wanted: string): {
  sections: { title: string; entries: PaletteEntry[] }[]
  searching: boolean
} {
  const actions = useOfferedActions()
  const articles = useAsk('articles.list', {}).data ?? []
  const search = useAsk('search', { text: wanted, limit: 40 }, { enabled: wanted.length > 1 })
  const hits = wanted.length > 1 ? (search.data ?? []) : []
  const named =
    wanted === '' ? [] : articles.filter(({ title, publisher }) => has(`${title} ${publisher}`, wanted))
  return {
    sections: [
      { title: 'Actions', entries: actions.filter((action) => offered(action, wanted)).map(actionEntry) },
      {
        title: 'Articles',
        entries: named.slice(0, 8).map(({ id, title, publisher, publishedDate }) => ({
          id: `article ${id}`,
          kind: 'article',
          title,
          detail: [publisher, date(publishedDate)].filter(Boolean).join(' · '),
          run: () => useNavigation.getState().openArticle(id),
        })),
      },
      ...hitSections(hits),
    ],
    searching: search.isFetching,
  }
}

function offered(action: RegisteredAction, wanted: string): boolean {
  return (
    action.id !== 'open-palette' &&
    !action.inDialog &&
    has(`${action.title} ${action.keywords ?? ''}`, wanted)
  )
}

function actionEntry(action: RegisteredAction): PaletteEntry {
  return {
    id: `action ${action.id}`,
    kind: 'action',
    title: action.title,
    keys: keysOf(action)[0],
    run: () => void runAction(action.id),
  }
}

function hitSections(hits: SearchHit[]): { title: string; entries: PaletteEntry[] }[] {
  const titles = { claim: 'In claims', annotation: 'In spans and notes', article: 'In articles' } as const
  const kinds = Object.keys(titles) as (keyof typeof titles)[]
  return kinds.map((kind) => ({
    title: titles[kind],
    entries: hits
      .filter((hit) => hit.kind === kind)
      .map((hit, index) => ({
        id: `${kind} ${hit.id} ${index}`,
        kind: 'words',
        title: hit.title,
        ...foundIn(hit),
        run: () => openHit(hit),
      })),
  }))
}

/** A claim is called by its words: these are not shown twice. */
function foundIn({ title, snippet }: SearchHit): Pick<PaletteEntry, 'marked' | 'snippet'> {
  const words = snippet.map(({ text }) => text).join('')
  if (words === title) return { marked: snippet }
  return title.includes(words.replace(/^…\s*|\s*…$/g, '')) ? {} : { snippet }
}

function openHit({ kind, id, articleId, start, end }: SearchHit): void {
  const { openArticle, openClaim } = useNavigation.getState()
  if (kind === 'claim') openClaim(id)
  else if (kind === 'annotation' && articleId) openArticle(articleId, { annotationId: id })
  else openArticle(articleId ?? id, start !== null && end !== null ? { start, end } : undefined)
}

/** Every word typed occurs, in any order, whatever its case and accents. */
function has(text: string, wanted: string): boolean {
  const folded = fold(text)
  return fold(wanted)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
