import { z } from 'zod'
import { annotationRemoved } from '../annotation/events.ts'
import { anchorOf } from '../annotation/spans.ts'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import { idSchema, offsetSchema } from '../scalars.ts'
import { suggestionReconsidered } from '../suggestion/events.ts'
import {
  articleCorrected,
  articleImported,
  articleRemoved,
  articleStatusSet,
  furnitureMarked,
  furnitureUnmarked,
} from './events.ts'
import { articleFields, articleStatuses, articles, furnitureKinds } from './row.ts'
import { checkTwin } from './rules.ts'
import { countWords } from './words.ts'

const shape = articles.schema.shape
const furnitureSpan = z.strictObject({
  id: idSchema,
  start: offsetSchema,
  end: offsetSchema,
  kind: z.enum(furnitureKinds),
})

/** 100 MB of text, counted in UTF-16 code units; the byte limit is checked where the bytes come in. */
const maxTextLength = 100 * 1024 * 1024

const importedArticle = z.strictObject({
  id: idSchema,
  /** Canonical text: LF line ends, no byte order mark. */
  text: z.string().max(maxTextLength),
  title: articleFields.title,
  publisher: articleFields.publisher.default(''),
  author: articleFields.author.default(''),
  publishedDate: articleFields.publishedDate.default(null),
  url: articleFields.url.default(''),
  language: articleFields.language.default(''),
  origin: (shape.origin as z.ZodString).default('pasted'),
  encoding: (shape.encoding as z.ZodString).default('utf-8'),
  part: z.int().min(1).nullable().default(null),
  parts: z.int().min(1).nullable().default(null),
  revisionOf: idSchema.nullable().default(null),
  furniture: z.array(furnitureSpan).max(10_000).default([]),
})

export const importArticles = defineCommand({
  type: 'article.import',
  summary: 'Imports articles with the furniture marked in them; one step, however many.',
  args: z.strictObject({ articles: z.array(importedArticle).min(1).max(10_000) }),
  decide({ articles: list }, { tables, digest, keepText }) {
    const seen = new Map<string, string>()
    eachOnce('article', list)
    eachOnce(
      'furniture mark',
      list.flatMap(({ furniture }) => furniture),
    )
    const events = list.flatMap((article) => {
      const { id, text, furniture, ...fields } = article
      unused(tables, 'articles', id)
      checkCanonical(text)
      const textHash = digest(text)
      checkTwin(tables, { id, textHash })
      const before = seen.get(textHash)
      if (before) {
        reject(
          'duplicate_article',
          `“${short(article.title)}” and “${short(before)}” have the same text. Leave one of them out.`,
        )
      }
      seen.set(textHash, article.title)
      keepText(text)
      const imported = articleImported.on(id, {
        ...fields,
        textHash,
        length: text.length,
        words: countWords(text),
        revision: article.revisionOf ? existing(tables, 'articles', article.revisionOf).revision + 1 : 1,
      })
      const marks = furniture.map(({ id: markId, ...mark }) => {
        unused(tables, 'furniture', markId)
        anchorOf(text, mark.start, mark.end)
        return furnitureMarked.on(markId, { articleId: id, ...mark })
      })
      return [imported, ...marks]
    })
    const first = list[0]!
    return {
      label:
        list.length === 1 ? `import “${short(first.title)}”` : `import ${countOf(list.length, 'article')}`,
      events,
    }
  },
  keep: ({ articles: list }, digest) => ({
    articles: list.map(({ text, ...rest }) => ({ ...rest, textHash: digest(text) })),
  }),
})

export const correctArticle = defineCommand({
  type: 'article.correct',
  summary: 'Corrects an article’s title, publisher, author, date, address or language.',
  args: z.strictObject({ id: idSchema, set: z.strictObject(articleFields).partial() }),
  decide({ id, set }, { tables }) {
    const article = existing(tables, 'articles', id)
    const changed = changedFields(article, set)
    return {
      label: `correct ${Object.keys(changed ?? {})
        .map(fieldName)
        .join(', ')} of “${short(article.title)}”`,
      events: changed ? [articleCorrected.on(id, { set: changed })] : [],
    }
  },
})

export const setArticleStatus = defineCommand({
  type: 'article.setStatus',
  summary: 'Moves articles to “to read”, “reading” or “read”.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(10_000), status: z.enum(articleStatuses) }),
  decide({ ids, status }, { tables }) {
    const changed = allExisting(tables, 'articles', ids).filter((article) => article.status !== status)
    return {
      label:
        changed.length === 1
          ? `mark “${short(changed[0]!.title)}” as ${status}`
          : `mark ${countOf(changed.length, 'article')} as ${status}`,
      events: changed.map((article) => articleStatusSet.on(article.id, { status })),
    }
  },
})

export const removeArticles = defineCommand({
  type: 'article.remove',
  summary:
    'Removes articles with their annotations. Texts and events stay in the file; claims keep, and show, lost evidence.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }),
  decide({ ids }, { tables }) {
    const removed = allExisting(tables, 'articles', ids)
    const gone = new Set(removed.map((article) => article.id))
    for (const article of removed) {
      const revision = tables.articles.where('revisionOf', article.id).find(({ id }) => !gone.has(id))
      if (revision) {
        reject(
          'has_revision',
          `“${short(article.title)}” has a later revision, “${short(revision.title)}”. Remove that first.`,
        )
      }
    }
    return {
      label:
        removed.length === 1
          ? `remove “${short(removed[0]!.title)}”`
          : `remove ${countOf(removed.length, 'article')}`,
      events: [
        ...removed.flatMap(({ id }) => [
          ...tables.annotations.where('articleId', id).map((row) => annotationRemoved.on(row.id, {})),
          ...tables.furniture.where('articleId', id).map((row) => furnitureUnmarked.on(row.id, {})),
          ...tables.rejectedSuggestions
            .where('articleId', id)
            .map((row) => suggestionReconsidered.on(row.id, {})),
        ]),
        ...removed.map(({ id }) => articleRemoved.on(id, {})),
      ],
    }
  },
})

export const markFurniture = defineCommand({
  type: 'furniture.mark',
  summary: 'Marks stretches of an article as page furniture.',
  args: z.strictObject({ articleId: idSchema, spans: z.array(furnitureSpan).min(1).max(10_000) }),
  decide({ articleId, spans }, { tables, text }) {
    const article = existing(tables, 'articles', articleId)
    eachOnce('furniture mark', spans)
    const canonical = text(articleId)
    return {
      label: `mark ${countOf(spans.length, 'stretch', 'stretches')} of “${short(article.title)}” as furniture`,
      events: spans.map(({ id, ...span }) => {
        unused(tables, 'furniture', id)
        anchorOf(canonical, span.start, span.end)
        return furnitureMarked.on(id, { articleId, ...span })
      }),
    }
  },
})

export const unmarkFurniture = defineCommand({
  type: 'furniture.unmark',
  summary: 'Takes furniture marks away: the stretches are text again.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }),
  decide({ ids }, { tables }) {
    const marks = allExisting(tables, 'furniture', ids)
    return {
      label: `unmark ${countOf(marks.length, 'stretch', 'stretches')} of furniture`,
      events: marks.map(({ id }) => furnitureUnmarked.on(id, {})),
    }
  },
})

/** Refuses two new rows of one command with the same id. */
function eachOnce(noun: string, rows: readonly { id: string }[]): void {
  const ids = new Set<string>()
  for (const { id } of rows) {
    if (ids.has(id)) {
      reject('id_taken', `Two ${noun}s of this command have the id ${id}. Nothing was changed.`, { id })
    }
    ids.add(id)
  }
}

/** Refuses a text that is not canonical: the offsets of everything later depend on it. */
function checkCanonical(text: string): void {
  if (text.trim() === '') reject('empty_article', 'The article has no text. Nothing was imported.')
  if (text.startsWith('\ufeff') || text.includes('\r') || text.includes('\0')) {
    reject(
      'not_canonical',
      'The text has carriage returns, NUL characters or a byte order mark. Import it as a file to have it cleaned.',
    )
  }
  if (!text.isWellFormed())
    reject(
      'not_canonical',
      'The text has broken characters (lone surrogates). Import it as a file to have it cleaned.',
    )
}

function fieldName(field: string): string {
  return fieldNames[field] ?? field
}

const fieldNames: Record<string, string> = { publishedDate: 'date', url: 'address' }
