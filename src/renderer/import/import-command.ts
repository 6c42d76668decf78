import { articlesOf, type DraftArticle, type DraftFile } from './draft.ts'

/** The articles that are to be imported, with the file of each. */
export function accepted(files: readonly DraftFile[]): { file: DraftFile; article: DraftArticle }[] {
  return files.flatMap((file) =>
    articlesOf(file)
      .filter(({ included, duplicate }) => included && duplicate === null)
      .map((article) => ({ file, article })),
  )
}

/** The arguments of the one article.import that accepts the drafts as they stand. `id` gives a fresh id at each call. */
export function importCommand(files: readonly DraftFile[], id: () => string) {
  const articles = accepted(files).map(({ file, article }) => {
    const { text, title, publisher, author, publishedDate, url, language } = article
    const siblings = articlesOf(file)
    const inParts = file.ok && file.shape === 'parts' && siblings.length > 1
    return {
      id: id(),
      text,
      title: title.trim(),
      publisher,
      author,
      publishedDate,
      url: url.trim(),
      language,
      origin: file.name,
      encoding: file.ok ? file.encoding : '',
      part: inParts ? siblings.indexOf(article) + 1 : null,
      parts: inParts ? siblings.length : null,
      furniture: article.furniture
        .filter(({ on }) => on)
        .map(({ start, end, kind }) => ({ id: id(), start, end, kind })),
    }
  })
  return { articles }
}
