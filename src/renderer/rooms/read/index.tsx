import { useAsk } from '../../data/ask.ts'
import { articleToRead } from '../../state/article-to-read.ts'
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
  const articleId = (articles && articleToRead(articles, wanted)?.id) ?? null
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
