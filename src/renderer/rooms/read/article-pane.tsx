import { FilePlus2 } from 'lucide-react'
import { useEffect } from 'react'
import { useAsk } from '../../data/ask.ts'
import { useReadOnly } from '../../data/read-only.ts'
import { runAction } from '../../state/offered-actions.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { OpenArticle } from './open-article.tsx'
import { useReading } from './reading-state.ts'

/** The middle of the room: the open article, or what to do where there is none. */
export function ArticlePane({ articleId, isLoading }: { articleId: string | null; isLoading: boolean }) {
  const reset = useReading((reading) => reading.reset)
  useEffect(() => reset, [reset])
  const readOnly = useReadOnly()
  if (articleId) return <Loaded articleId={articleId} />
  if (isLoading) return <div className="paper" aria-busy />
  return (
    <div className="paper">
      <NothingYet
        what="articles"
        icon={<FilePlus2 />}
        title="No articles yet"
        text={
          readOnly ??
          'Import the first one: paste its text, drop files or a folder anywhere on this window, or choose them.'
        }
        action={
          <Button variant="primary" isDisabled={readOnly !== null} onPress={() => runAction('import')}>
            Import articles
          </Button>
        }
      />
    </div>
  )
}

function Loaded({ articleId }: { articleId: string }) {
  const marks = useAsk('article.marks', { id: articleId })
  const textHash = marks.data?.article.textHash
  const text = useAsk('article.text', { textHash: textHash ?? '' }, { enabled: textHash !== undefined })
  const error = marks.error ?? text.error
  if (error) return <EmptyState title="This article cannot be shown" text={error.problem.message} />
  if (!marks.data || !text.data || marks.data.article.id !== articleId)
    return <div className="paper" aria-busy />
  return <OpenArticle marks={marks.data} text={text.data.text} />
}
