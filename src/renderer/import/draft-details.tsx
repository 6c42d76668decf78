import { Checkbox } from 'react-aria-components'
import { shortened } from '../../domain/history/sentence-part.ts'
import { count, percent } from '../format.ts'
import { useNavigation } from '../state/navigation.ts'
import { closeOverlay } from '../state/opened.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/field.tsx'
import type { DraftArticle, ReadableDraft } from './draft.ts'
import { updateArticle } from './import-state.ts'

/** What is known about the article, each proposal with its reason, and the stretches proposed as furniture. */
export function DraftDetails({ file, article }: { file: ReadableDraft; article: DraftArticle }) {
  const set = (change: Partial<DraftArticle>) => updateArticle(file.key, article.key, change)
  const reason = (field: string) => (article.reasons[field] ? `From: ${article.reasons[field]}` : undefined)
  const text = (field: 'title' | 'publisher' | 'author' | 'url' | 'language', label: string) => (
    <TextField
      label={label}
      value={article[field]}
      onChange={(value) => set({ [field]: value })}
      description={reason(field)}
      error={field === 'title' && article.title.trim() === '' ? 'An article needs a title.' : undefined}
    />
  )
  return (
    <div className="import-details">
      <Likeness article={article} />
      {text('title', 'Title')}
      {text('publisher', 'Publisher')}
      {text('author', 'Author')}
      <DateField
        label="Published"
        value={article.publishedDate}
        onChange={(publishedDate) => set({ publishedDate })}
        description={reason('publishedDate')}
      />
      {text('url', 'Web address')}
      {text('language', 'Language')}
      <FurnitureList article={article} onChange={(furniture) => set({ furniture })} />
      <section>
        <h3 className="heading-small">File</h3>
        <p className="import-notes">Read as {file.encoding}.</p>
        {file.notes.map((note) => (
          <p key={note} className="import-notes">
            {note}
          </p>
        ))}
      </section>
    </div>
  )
}

function Likeness({ article: { duplicate, near } }: { article: DraftArticle }) {
  const open = (id: string) => {
    closeOverlay('import')
    useNavigation.getState().openArticle(id)
  }
  if (duplicate) {
    const { articleId, title } = duplicate
    return (
      <div className="warning">
        {articleId
          ? `This text is already in the workspace, as “${title}”. It is left out.`
          : `This text stands earlier among these files, as “${title}”. It is left out.`}{' '}
        {articleId && (
          <Button size="small" onPress={() => open(articleId)}>
            Open it
          </Button>
        )}
      </div>
    )
  }
  if (near.length === 0) return null
  return (
    <div className="warning">
      {near.slice(0, 3).map(({ articleId, title, likeness }) => (
        <p key={`${articleId} ${title}`} className="import-near">
          {percent(likeness)} of its wording is also in “{title}”{articleId ? '' : ', among these files'}.{' '}
          {articleId && (
            <Button size="small" onPress={() => open(articleId)}>
              Open that
            </Button>
          )}
        </p>
      ))}
      <p className="import-near">It can be imported all the same; they may rest on one origin.</p>
    </div>
  )
}

function FurnitureList({
  article,
  onChange,
}: {
  article: DraftArticle
  onChange: (furniture: DraftArticle['furniture']) => void
}) {
  const { furniture, text } = article
  return (
    <section>
      <h3 className="heading-small">
        Furniture{furniture.length > 0 && ` · ${count(furniture.length, 'stretch', 'stretches')}`}
      </h3>
      {furniture.length === 0 && (
        <p className="import-notes">None was found. Choose lines in the text and press F to mark some.</p>
      )}
      <ul className="import-furniture">
        {furniture.map((mark) => (
          <li key={mark.key}>
            <Checkbox
              className="checkbox"
              isSelected={mark.on}
              onChange={(on) =>
                onChange(furniture.map((other) => (other.key === mark.key ? { ...other, on } : other)))
              }
            >
              <span className="checkbox-box" aria-hidden />
              <span className="import-furniture-words">
                <strong>{mark.kind}</strong> {shortened(text.slice(mark.start, mark.end), 80)}
                <span className="dim"> · {mark.reason}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  )
}
