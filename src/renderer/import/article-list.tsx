import { CircleAlert, Trash2 } from 'lucide-react'
import { Button, Checkbox } from 'react-aria-components'
import { importEndings } from '../../contract/import-formats.ts'
import { wordList } from '../../domain/plain-values/word-list.ts'
import { count, percent } from '../format.ts'
import { showPane } from '../state/panes.ts'
import { IconButton } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { articlesOf, type DraftArticle, type DraftFile, type ReadableDraft } from './draft.ts'
import { removeFile, showDraft, updateArticle, updateFile, useImport } from './import-state.ts'

/** As many names as anybody reads. */
const mostLeftOut = 500

/** Every file with its articles: which are imported, and whether a file is one article or several. */
export function ArticleList({ files, shown }: { files: DraftFile[]; shown: string | null }) {
  const leftOut = useImport((state) => state.leftOut)
  return (
    <div className="import-list">
      {files.map((file) => (
        <section key={file.key} aria-label={fileName(file)}>
          <header className="import-file">
            <h3 title={fileName(file)}>{fileName(file)}</h3>
            <IconButton
              size="small"
              label={`Leave ${fileName(file)} out`}
              icon={<Trash2 />}
              onPress={() => removeFile(file.key)}
            />
          </header>
          {file.ok ? (
            <Articles file={file} shown={shown} />
          ) : (
            <Unreadable file={file} isShown={file.key === shown} />
          )}
        </section>
      ))}
      {leftOut.length > 0 && (
        <details className="dim import-left-out">
          <summary>
            {count(leftOut.length, 'file')} left out: hidden, or not {wordList(importEndings, 'or')}
          </summary>
          <ul>
            {leftOut.slice(0, mostLeftOut).map((path) => (
              <li key={path}>{path}</li>
            ))}
            {leftOut.length > mostLeftOut && <li>and {leftOut.length - mostLeftOut} more</li>}
          </ul>
        </details>
      )}
    </div>
  )
}

function Articles({ file, shown }: { file: ReadableDraft; shown: string | null }) {
  return (
    <>
      {file.parts.length > 1 && (
        <Segmented
          label={`What ${fileName(file)} holds`}
          items={[
            { id: 'whole', label: '1 article' },
            { id: 'parts', label: `${file.parts.length} parts` },
          ]}
          value={file.shape}
          onChange={(shape) => updateFile(file.key, (draft) => ({ ...draft, shape }))}
        />
      )}
      <ul className="import-articles">
        {articlesOf(file).map((article) => (
          <ArticleLine key={article.key} file={file} article={article} isShown={article.key === shown} />
        ))}
      </ul>
    </>
  )
}

function ArticleLine({
  file,
  article,
  isShown,
}: {
  file: ReadableDraft
  article: DraftArticle
  isShown: boolean
}) {
  const { title, duplicate, near, included } = article
  return (
    <li className="import-article" data-shown={isShown || undefined} data-out={!included || undefined}>
      <Checkbox
        className="checkbox"
        aria-label={`Import ${title}`}
        isSelected={included}
        isDisabled={duplicate !== null}
        onChange={(next) => updateArticle(file.key, article.key, { included: next })}
      >
        <span className="checkbox-box" aria-hidden />
      </Checkbox>
      <Button
        className="import-article-button"
        aria-current={isShown || undefined}
        onPress={() => {
          showDraft(article.key)
          showPane('import', 'words')
        }}
      >
        <span className="import-article-title">{title || 'Without a title'}</span>
        {duplicate && <span className="import-mark">already here</span>}
        {!duplicate && near[0] && (
          <span className="import-mark">{percent(near[0].likeness)} like another</span>
        )}
      </Button>
    </li>
  )
}

function Unreadable({ file, isShown }: { file: Extract<DraftFile, { ok: false }>; isShown: boolean }) {
  return (
    <div className="import-article" data-shown={isShown || undefined}>
      <CircleAlert aria-hidden className="import-alert" />
      <Button
        className="import-article-button"
        aria-current={isShown || undefined}
        onPress={() => {
          showDraft(file.key)
          showPane('import', 'words')
        }}
      >
        <span className="import-mark">{file.error.message}</span>
      </Button>
    </div>
  )
}

function fileName({ name }: DraftFile): string {
  return name === 'pasted' ? 'Pasted text' : name
}
