import { ArrowUpRight } from 'lucide-react'
import { useAsk } from '../../../data/ask.ts'
import { date } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button } from '../../../ui/button.tsx'

/** An article in short, and the way to it. */
export function ArticleCard({ id }: { id: string }) {
  const article = useAsk('articles.list', {}).data?.find((each) => each.id === id)
  const openArticle = useNavigation((navigation) => navigation.openArticle)
  if (!article) return <div className="claim-card" aria-busy />
  return (
    <div className="claim-card article-card">
      <p className="claim-card-statement" dir="auto">
        {article.title}
      </p>
      <p className="dim">
        {[article.publisher, article.author, date(article.publishedDate)].filter(Boolean).join(' · ')}
      </p>
      <div className="claim-card-acts">
        <Button size="small" variant="primary" icon={<ArrowUpRight />} onPress={() => openArticle(id)}>
          Open the article
        </Button>
      </div>
    </div>
  )
}
