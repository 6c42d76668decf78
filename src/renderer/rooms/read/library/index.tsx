import { FilePlus2, SearchX } from 'lucide-react'
import { useDeferredValue, useMemo, useRef } from 'react'
import type { SearchHit } from '../../../../contract/rows.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { count } from '../../../format.ts'
import { useActions } from '../../../state/actions.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { runAction } from '../../../state/offered-actions.ts'
import { showPane } from '../../../state/panes.ts'
import { NothingYet } from '../../../timeline/nothing-yet.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Outline } from '../../../ui/outline.tsx'
import { focusSoon } from '../focus-soon.ts'
import { ArticleLine, GroupLine } from './article-line.tsx'
import { lookFor, toggleFold, useLibrary } from './library-state.ts'
import { type ArticleStatus, type LibraryLine, libraryLines } from './lines.ts'
import './library.css'

/**
 * The articles of the workspace by how far they are read, narrowed by title, publisher or words of their text.
 * `current` is the open one.
 */
export function Library({ current }: { current: string | null }) {
  const { words, folded } = useLibrary()
  const { data: articles, error } = useAsk('articles.list', {})
  const hits = useTextHits(words)
  const readOnly = useReadOnly()
  const search = useRef<HTMLInputElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const lines = useMemo(
    () => libraryLines(articles ?? [], words, hits, folded),
    [articles, words, hits, folded],
  )
  useLibraryActions(lines, current, readOnly !== null, tree)
  if (error) return <EmptyState title="Not to be shown" text={error.problem.message} />
  if (!articles) return <div className="library" aria-busy />
  return (
    <section className="library" aria-label="Library">
      {articles.length > 0 && (
        <div className="library-head">
          <TextField
            label="Filter articles by title, publisher or words"
            hideLabel
            type="search"
            className="library-search"
            inputRef={search}
            placeholder={`Filter ${count(articles.length, 'article')}`}
            value={words}
            onChange={lookFor}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && words !== '') {
                event.preventDefault()
                lookFor('')
              } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                tree.current?.focus()
              }
            }}
          />
          <IconButton
            label="Import articles"
            tooltip={readOnly ?? undefined}
            keys={readOnly ? undefined : 'Mod+I'}
            icon={<FilePlus2 />}
            isDisabled={readOnly !== null}
            onPress={() => runAction('import')}
          />
        </div>
      )}
      {lines.length > 0 ? (
        <Outline
          label="Articles"
          treeRef={tree}
          lines={lines}
          current={current}
          estimate={({ kind }) => (kind === 'group' ? 2 : 4.5)}
          onOpen={openLine}
          onFold={(line) => line.kind === 'group' && toggleFold(line.status)}
          onKey={(event, _line, element) => {
            if (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10')) return false
            element?.querySelector('button')?.click()
            return true
          }}
          draw={(line) =>
            line.kind === 'group' ? (
              <GroupLine line={line} />
            ) : (
              <ArticleLine line={line} isCurrent={line.article.id === current} readOnly={readOnly} />
            )
          }
        />
      ) : words.trim() === '' ? (
        <NothingYet
          what="articles"
          title="An empty library"
          text="Articles stand here once they are imported."
        />
      ) : (
        <EmptyState
          icon={<SearchX />}
          title="No article fits"
          text={`No title, publisher or text has “${words.trim()}”.`}
          action={<Button onPress={() => lookFor('')}>Show all articles</Button>}
        />
      )}
    </section>
  )
}

const noHits: ReadonlyMap<string, SearchHit> = new Map()

/** By article id: where its text has the words. A single letter is looked for in titles only. */
function useTextHits(words: string): ReadonlyMap<string, SearchHit> {
  const text = useDeferredValue(words.trim())
  const isAsked = text.length > 1
  const { data } = useAsk('search', { text, kinds: ['article'], limit: 200 }, { enabled: isAsked })
  return useMemo(
    () => (isAsked && data ? new Map(data.map((hit) => [hit.id, hit] as const)) : noHits),
    [isAsked, data],
  )
}

function useLibraryActions(
  lines: readonly LibraryLine[],
  current: string | null,
  isReadOnly: boolean,
  tree: React.RefObject<HTMLDivElement | null>,
): void {
  const shown = lines.filter((line) => line.kind === 'article')
  const place = shown.findIndex(({ id }) => id === current)
  const status = shown[place]?.article.status
  const neighbour = (step: 1 | -1) => shown[place < 0 ? (step === 1 ? 0 : shown.length - 1) : place + step]
  const mark = (next: ArticleStatus) => void execute('article.setStatus', { ids: [current], status: next })
  useActions('Read', [
    {
      id: 'library.focus',
      title: 'Go to the library',
      keys: 'Mod+Shift+L',
      run: () => {
        showPane('read', 'library')
        focusSoon(tree)
      },
    },
    {
      id: 'library.next',
      title: 'Next article',
      keys: 'J',
      repeats: true,
      enabled: neighbour(1) !== undefined,
      run: () => neighbour(1) && openLine(neighbour(1)!),
    },
    {
      id: 'library.previous',
      title: 'Previous article',
      keys: 'K',
      repeats: true,
      enabled: neighbour(-1) !== undefined,
      run: () => neighbour(-1) && openLine(neighbour(-1)!),
    },
    {
      id: 'library.mark',
      title: status === 'read' ? 'Mark the article as to read' : 'Mark the article as read',
      keys: 'M',
      enabled: !isReadOnly && status !== undefined,
      keywords: 'status done reading',
      run: () => mark(status === 'read' ? 'to read' : 'read'),
    },
    {
      id: 'library.reading',
      title: 'Mark the article as being read',
      enabled: !isReadOnly && status !== undefined && status !== 'reading',
      keywords: 'status',
      run: () => mark('reading'),
    },
  ])
}

/** Opens an article, at the words that were looked for where its text has them. */
function openLine(line: LibraryLine): void {
  if (line.kind !== 'article') return
  const { hit } = line
  const focus = hit && hit.start !== null && hit.end !== null ? { start: hit.start, end: hit.end } : undefined
  useNavigation.getState().openArticle(line.id, focus)
  showPane('read', 'article')
}
