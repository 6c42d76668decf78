import { ArrowLeft, ExternalLink, History, Trash2 } from 'lucide-react'
import type { Article, ArticleMarks } from '../../../../contract/rows.ts'
import { articleStatuses } from '../../../../domain/article/row.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { count, dateTime, shortHash } from '../../../format.ts'
import { offerOutside } from '../../../outside/open-outside.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useReading } from '../reading-state.ts'
import { useKeptText } from './use-kept-text.ts'

/** What is known about an article. What the import got wrong is corrected in place; the text itself never changes. */
export function ArticleDetails({ marks, readOnly }: { marks: ArticleMarks; readOnly: string | null }) {
  const { article } = marks
  const showList = useReading((reading) => reading.showList)
  return (
    <section className="article-details" aria-label="About the article">
      <div className="inspector-head">
        <h2 className="heading-small">About the article</h2>
        <IconButton label="Back to the list" size="small" icon={<ArrowLeft />} onPress={showList} />
      </div>
      <Segmented
        label="Status"
        items={articleStatuses.map((status) => ({ id: status, label: status }))}
        value={article.status}
        isDisabled={readOnly !== null}
        onChange={(status) => void execute('article.setStatus', { ids: [article.id], status })}
      />
      <CorrectedField article={article} field="title" label="Title" readOnly={readOnly} />
      <CorrectedField article={article} field="publisher" label="Publisher" readOnly={readOnly} />
      <CorrectedField article={article} field="author" label="Author" readOnly={readOnly} />
      <DateField
        label="Published"
        value={article.publishedDate}
        isDisabled={readOnly !== null}
        onChange={(publishedDate) => correct(article.id, { publishedDate })}
      />
      <CorrectedField article={article} field="url" label="Web address" readOnly={readOnly} />
      {article.url !== '' && (
        <Button
          size="small"
          variant="plain"
          icon={<ExternalLink />}
          onPress={() => void offerOutside(article.url)}
        >
          Open in the browser
        </Button>
      )}
      <CorrectedField article={article} field="language" label="Language" readOnly={readOnly} />
      <Facts marks={marks} />
      <Revisions marks={marks} />
      <div className="chosen-acts">
        <Button
          size="small"
          variant="plain"
          icon={<History />}
          onPress={() => useNavigation.getState().openHistoryOf(`articles/${article.id}`)}
        >
          History
        </Button>
        <Button
          size="small"
          variant="plain"
          icon={<Trash2 />}
          isDisabled={readOnly !== null}
          onPress={() => void execute('article.remove', { ids: [article.id] })}
        >
          Remove
        </Button>
      </div>
      {readOnly && <p className="dim inspector-why">{readOnly}</p>}
    </section>
  )
}

function correct(id: string, set: Partial<Article>): void {
  void execute('article.correct', { id, set })
}

function CorrectedField({
  article,
  field,
  label,
  readOnly,
}: {
  article: Article
  field: 'title' | 'publisher' | 'author' | 'url' | 'language'
  label: string
  readOnly: string | null
}) {
  const { text, setText, keep } = useKeptText(article[field], (next) =>
    correct(article.id, { [field]: next.trim() }),
  )
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      isDisabled={readOnly !== null}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}

function Facts({ marks: { article, furniture } }: { marks: ArticleMarks }) {
  const { data: analysts } = useAsk('analysts.list', {})
  const by = analysts?.find(({ id }) => id === article.enteredBy)?.name
  const facts: [string, string][] = [
    ['Words', count(article.words, 'word')],
    ['File', [article.origin, article.encoding].filter(Boolean).join(', ')],
    ['Part', article.part && article.parts ? `${article.part} of ${article.parts}` : ''],
    ['Furniture', furniture.length > 0 ? count(furniture.length, 'stretch', 'stretches') : ''],
    ['Entered', `${dateTime(article.enteredAt)}${by ? ` by ${by}` : ''}`],
    ['Text', `SHA-256 ${shortHash(article.textHash)}`],
  ]
  return (
    <dl className="article-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Revisions({ marks: { article, revisions } }: { marks: ArticleMarks }) {
  if (revisions.length === 0) return null
  return (
    <section aria-label="Other revisions">
      <h3 className="heading-small">Revision {article.revision} · others</h3>
      {revisions.map(({ id, revision, title }) => (
        <Button
          key={id}
          size="small"
          variant="plain"
          onPress={() => useNavigation.getState().openArticle(id)}
        >
          {revision}: {title}
        </Button>
      ))}
    </section>
  )
}
