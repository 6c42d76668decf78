import type { ArticleMarks } from '../../../contract/rows.ts'
import { count, date } from '../../format.ts'

/** Publisher, author, date and size in one line under the title. */
export function Byline({ marks }: { marks: ArticleMarks }) {
  const { article, annotations } = marks
  const facts = [
    article.publisher,
    article.author,
    article.publishedDate ? `published ${date(article.publishedDate)}` : 'no date',
    article.part && article.parts ? `part ${article.part} of ${article.parts}` : '',
    count(article.words, 'word'),
    article.revision > 1 ? `revision ${article.revision}` : '',
    count(annotations.length, 'span'),
  ]
  return <p className="article-byline">{facts.filter(Boolean).join(' · ')}</p>
}
