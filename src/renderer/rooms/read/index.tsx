import { useAsk } from '../../data/ask.ts'
import { useNavigation } from '../../state/navigation.ts'
import { SplitPane } from '../../ui/split-pane.tsx'
import { ArticlePane } from './article-pane.tsx'
import { Inspector } from './inspector/index.tsx'
import { Library } from './library/index.tsx'
import './read.css'

/** The room in which articles are read and marked: library, text, inspector. */
export function ReadRoom() {
  const wanted = useNavigation((navigation) => navigation.articleId)
  const { data: articles } = useAsk('articles.list', {})
  // An article that was undone or removed meanwhile is no place to be; then the first to read is shown.
  const open =
    articles?.find(({ id }) => id === wanted) ??
    articles?.find(({ status }) => status !== 'read') ??
    articles?.[0]
  const articleId = open?.id ?? null
  return (
    <SplitPane
      name="read"
      panes={[
        { id: 'library', title: 'Library', size: 268, content: <Library current={articleId} /> },
        {
          id: 'article',
          title: 'Article',
          content: (
            <ArticlePane key={articleId ?? 'none'} articleId={articleId} isLoading={articles === undefined} />
          ),
        },
        {
          id: 'inspector',
          title: 'Inspector',
          size: 372,
          minSize: 280,
          content: <Inspector articleId={articleId} />,
        },
      ]}
    />
  )
}
