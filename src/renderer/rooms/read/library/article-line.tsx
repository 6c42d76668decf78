import { ChevronDown, Ellipsis, History, Trash2 } from 'lucide-react'
import type { ArticleListItem } from '../../../../contract/rows.ts'
import { articleStatuses } from '../../../../domain/article/row.ts'
import { execute } from '../../../data/execute.ts'
import { count, date, number, percent } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import type { LibraryLine } from './lines.ts'

type LineOf<Kind> = Extract<LibraryLine, { kind: Kind }>

/** The heading of a status: “To read · 3”. */
export function GroupLine({ line }: { line: LineOf<'group'> }) {
  return (
    <div className="library-group heading-small">
      <ChevronDown aria-hidden className="library-fold" data-open={line.isOpen || undefined} />
      {line.status} · {number(line.count)}
    </div>
  )
}

/** An article: title, publisher, date, what was made of it, how far it is read, and where its text has the words. */
export function ArticleLine({
  line,
  isCurrent,
  readOnly,
}: {
  line: LineOf<'article'>
  isCurrent: boolean
  readOnly: string | null
}) {
  const { article, hit } = line
  const isBegun = article.progress > 0 && article.status !== 'read'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list opens the same menu by key
    <div
      className="library-article"
      data-current={isCurrent || undefined}
      onContextMenu={(event) => {
        event.preventDefault()
        event.currentTarget.querySelector('button')?.click()
      }}
    >
      <span className="library-title" dir="auto">
        {article.title}
      </span>
      <span className="library-facts">
        {factsOf(article).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      {hit?.start != null && (
        <span className="library-hit" dir="auto">
          {hit.snippet.map((piece, index) =>
            piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </span>
      )}
      {isBegun && (
        <span className="library-progress">
          <span className="hidden-visually">{percent(article.progress)} read</span>
          <span aria-hidden style={{ width: `${article.progress * 100}%` }} />
        </span>
      )}
      <ArticleMenu article={article} readOnly={readOnly} />
    </div>
  )
}

function factsOf({ publisher, publishedDate, part, parts, annotations, claims, revision }: ArticleListItem) {
  const made = [
    annotations > 0 ? count(annotations, 'span') : '',
    claims > 0 ? count(claims, 'claim') : '',
  ].filter(Boolean)
  return [
    publisher,
    publishedDate ? date(publishedDate) : '',
    part && parts ? `part ${part} of ${parts}` : '',
    revision > 1 ? `revision ${revision}` : '',
    made.join(' · '),
  ].filter(Boolean)
}

function ArticleMenu({ article, readOnly }: { article: ArticleListItem; readOnly: string | null }) {
  const { id, title, status } = article
  const others = articleStatuses.filter((other) => other !== status)
  const items: (MenuEntry | 'separator')[] = [
    ...others.map((other) => ({
      id: other,
      label: other === 'reading' ? 'Mark as being read' : `Mark as ${other}`,
      isDisabled: readOnly !== null,
      run: () => void execute('article.setStatus', { ids: [id], status: other }),
    })),
    'separator',
    {
      id: 'history',
      label: 'History',
      icon: <History />,
      run: () => useNavigation.getState().openHistoryOf(`articles/${id}`),
    },
    {
      id: 'remove',
      label: 'Remove the article',
      icon: <Trash2 />,
      danger: true,
      isDisabled: readOnly !== null,
      run: () => void execute('article.remove', { ids: [id] }),
    },
  ]
  return (
    <Menu
      label={`What to do with ${title}`}
      items={items}
      trigger={
        <IconButton
          className="library-menu"
          label={`More about ${title}`}
          tooltip="Status and more"
          size="small"
          icon={<Ellipsis />}
          excludeFromTabOrder
          // Keys belong to the list: after the menu they go on there.
          onFocus={({ target }) => target.closest<HTMLElement>('[role="tree"]')?.focus()}
        />
      }
    />
  )
}
