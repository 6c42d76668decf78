import { useEffect, useState } from 'react'
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
  const { articleId, isLoading } = useShownArticle()
  return (
    <SplitPane
      name="read"
      panes={[
        { id: 'library', title: 'Library', size: 268, content: <Library current={articleId} /> },
        {
          id: 'article',
          title: 'Article',
          content: <ArticlePane key={articleId ?? 'none'} articleId={articleId} isLoading={isLoading} />,
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

/** What is shown stays, whatever becomes of its status: which one is the first unread is asked only once. */
function useShownArticle(): { articleId: string | null; isLoading: boolean } {
  const wanted = useNavigation((navigation) => navigation.articleId)
  const { data: articles, isPlaceholderData } = useAsk('articles.list', {})
  const [shown, setShown] = useState<string | null>(null)
  const articleId = (articles && articleToRead(articles, wanted, shown)?.id) ?? null
  if (articleId !== shown) setShown(articleId)
  // Placeholders are another workspace's articles.
  const isPlace = wanted === null && articleId !== null && !isPlaceholderData
  useEffect(() => {
    if (isPlace) useNavigation.setState({ articleId })
  }, [isPlace, articleId])
  return { articleId, isLoading: articles === undefined }
}
