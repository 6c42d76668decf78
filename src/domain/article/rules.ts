import { short } from '../decide.ts'
import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** Refuses a text that another article of the workspace has. */
export function checkTwin(tables: ReadTables, { id, textHash }: Pick<RowOf<'articles'>, 'id' | 'textHash'>) {
  const twin = tables.articles.where('textHash', textHash).find((article) => article.id !== id)
  if (!twin) return
  reject(
    'duplicate_article',
    `This text is already in the workspace as “${short(twin.title)}”. Nothing was imported; open that article instead.`,
    { articleId: twin.id },
  )
}
