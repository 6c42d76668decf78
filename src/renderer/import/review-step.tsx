import { SplitPane } from '../ui/split-pane.tsx'
import { ArticleList } from './article-list.tsx'
import { articlesOf } from './draft.ts'
import { DraftDetails } from './draft-details.tsx'
import { useImport } from './import-state.ts'
import { TextLines } from './text-lines.tsx'

/** The preview: articles by file, the words of one with its furniture, and what is known about it. */
export function ReviewStep() {
  const files = useImport((state) => state.files)
  const shown = useImport((state) => state.shown)
  const file = files.find((candidate) =>
    candidate.ok ? articlesOf(candidate).some(({ key }) => key === shown) : candidate.key === shown,
  )
  const article = file && articlesOf(file).find(({ key }) => key === shown)
  const list = {
    id: 'list',
    title: 'Articles',
    size: 272,
    minSize: 200,
    content: <ArticleList files={files} shown={shown} />,
  }
  if (!file?.ok || !article) {
    const problem = file && !file.ok ? <p className="warning import-problem">{file.error.message}</p> : null
    return <SplitPane name="import" panes={[list, { id: 'words', title: 'Words', content: problem }]} />
  }
  return (
    <SplitPane
      name="import"
      panes={[
        list,
        {
          id: 'words',
          title: 'Words',
          content: <TextLines key={article.key} file={file} article={article} />,
        },
        {
          id: 'details',
          title: 'Details',
          size: 320,
          minSize: 260,
          content: <DraftDetails key={article.key} file={file} article={article} />,
        },
      ]}
    />
  )
}
