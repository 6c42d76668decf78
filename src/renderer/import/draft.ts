import type { PreparedFile, ProposedArticle } from '../../contract/import.ts'
import type { Problem } from '../../contract/wire.ts'
import type { FurnitureKind } from '../../domain/article/row.ts'
import type { Markup } from '../../domain/ingest/proposal.ts'
import { proposeArticle } from '../../domain/ingest/propose-articles.ts'
import { cover, type DraftFurniture, shifted, uncover } from './draft-furniture.ts'

/** An article as the person is about to import it. Offsets in its own text, UTF-16 code units, half-open. */
export interface DraftArticle extends Omit<ProposedArticle, 'furniture' | 'part' | 'parts'> {
  key: string
  /** False: left out. A text that is in the workspace already cannot be included. */
  included: boolean
  furniture: DraftFurniture[]
}

export type DraftFile =
  | {
      ok: true
      key: string
      name: string
      encoding: string
      markup: Markup
      notes: string[]
      /** As one article, or as the several that it holds. */
      shape: 'whole' | 'parts'
      whole: DraftArticle
      /** Their texts one after the other are the whole text. */
      parts: DraftArticle[]
    }
  | { ok: false; key: string; name: string; error: Problem }
export type ReadableDraft = Extract<DraftFile, { ok: true }>

/** The draft that accepts every proposal. */
export function draftOf(file: PreparedFile, key: string): DraftFile {
  if (!file.ok) return { ...file, key }
  const { name, encoding, markup, notes, whole, parts } = file
  return {
    ok: true,
    key,
    name,
    encoding,
    markup,
    notes,
    shape: parts.length > 1 ? 'parts' : 'whole',
    whole: articleDraft(whole, `${key}.0`),
    parts: parts.map((part, index) => articleDraft(part, `${key}.${index + 1}`)),
  }
}

/** The articles of the file in the shape that was chosen. */
export function articlesOf(file: DraftFile): DraftArticle[] {
  return !file.ok ? [] : file.shape === 'whole' ? [file.whole] : file.parts
}

/** What stands in the way of importing this article; null when nothing does. */
export function obstacle({ title, url, text }: DraftArticle): string | null {
  if (text.trim() === '') return 'It has no text.'
  if (title.trim() === '') return 'It needs a title.'
  if (url !== '' && !/^https?:\/\//i.test(url)) return 'Its web address begins with http:// or https://.'
  return null
}

/** The file with one of its articles changed. */
export function changeArticle(
  file: ReadableDraft,
  key: string,
  change: (article: DraftArticle) => DraftArticle,
): ReadableDraft {
  const changed = (article: DraftArticle) => (article.key === key ? change(article) : article)
  return { ...file, whole: changed(file.whole), parts: file.parts.map(changed) }
}

/** The part joined to the one before it; that one's title, dates and names stay. */
export function mergeWithPrevious(file: ReadableDraft, key: string): ReadableDraft {
  const index = file.parts.findIndex((part) => part.key === key)
  const previous = file.parts[index - 1]
  const part = file.parts[index]
  if (!previous || !part) return file
  const merged: DraftArticle = {
    ...previous,
    text: previous.text + part.text,
    included: previous.included || part.included,
    furniture: [...previous.furniture, ...part.furniture.map((mark) => shifted(mark, previous.text.length))],
    duplicate: null,
    near: [],
  }
  return { ...file, parts: [...file.parts.slice(0, index - 1), merged, ...file.parts.slice(index + 1)] }
}

/** The article cut in two before `offset`; the second part gets proposals of its own from its first lines. */
export function splitBefore(file: ReadableDraft, key: string, offset: number, newKey: string): ReadableDraft {
  const list = articlesOf(file)
  const index = list.findIndex((article) => article.key === key)
  const article = list[index]
  if (!article || offset <= 0 || offset >= article.text.length) return file
  const first: DraftArticle = {
    ...article,
    text: article.text.slice(0, offset),
    furniture: uncover(article.furniture, offset, article.text.length, article.text),
    duplicate: null,
    near: [],
  }
  const text = article.text.slice(offset)
  const rest = uncover(article.furniture, 0, offset, article.text)
  const second: DraftArticle = {
    ...proposedFields(text, file.markup, article),
    key: newKey,
    included: true,
    text,
    furniture: rest.map((mark) => shifted(mark, -offset)),
    duplicate: null,
    near: [],
  }
  return {
    ...file,
    shape: 'parts',
    parts: [...list.slice(0, index), first, second, ...list.slice(index + 1)],
  }
}

/** The stretch is furniture of this kind, whatever it was before. */
export function markFurniture(
  article: DraftArticle,
  stretch: { start: number; end: number; kind: FurnitureKind; key: string },
): DraftArticle {
  return { ...article, furniture: cover(article.furniture, stretch, article.text) }
}

/** The stretch is text, whatever was proposed for it. */
export function keepAsText(article: DraftArticle, start: number, end: number): DraftArticle {
  return { ...article, furniture: uncover(article.furniture, start, end, article.text) }
}

function articleDraft(article: ProposedArticle, key: string): DraftArticle {
  const { furniture, part: _part, parts: _parts, ...fields } = article
  return {
    ...fields,
    key,
    included: article.duplicate === null,
    furniture: furniture.map((mark, index) => ({ ...mark, key: `${key}.f${index}`, on: true })),
  }
}

function proposedFields(text: string, markup: Markup, from: DraftArticle) {
  const { title, publisher, author, publishedDate, url, language } = proposeArticle(text, 0, text.length, {
    markup,
  })
  const found = { title, publisher, author, publishedDate, url, language }
  const reasons = Object.entries(found).flatMap(([field, value]) => (value ? [[field, value.reason]] : []))
  return {
    title: title.value,
    publisher: publisher?.value ?? from.publisher,
    author: author?.value ?? '',
    publishedDate: publishedDate?.value ?? from.publishedDate,
    url: url?.value ?? '',
    language: language?.value ?? from.language,
    reasons: Object.fromEntries(reasons) as Record<string, string>,
  }
}
