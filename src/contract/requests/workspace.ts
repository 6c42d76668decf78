import { z } from 'zod'
import type { BriefDocument } from '../../domain/brief/document.ts'
import { briefFields } from '../../domain/brief/row.ts'
import { idSchema } from '../../domain/scalars.ts'
import { request } from '../request.ts'
import type {
  Analyst,
  ArticleListItem,
  ArticleMarks,
  Brief,
  Occurrence,
  SearchHit,
  SourceListItem,
  TagListItem,
  TopicListItem,
} from '../rows.ts'
import { byId, nothing } from './inputs.ts'

/** Requests for what else a workspace holds: articles and their marks, the codebook, briefs, and what a search finds. */
export const workspaceRequests = {
  'articles.list': request<ArticleListItem[]>()({
    input: nothing,
    by: 'engine',
    reads: ['articles', 'annotations', 'claims', 'view'],
  }),
  /** The canonical text; it never changes, so it is cached for good. */
  'article.text': request<{ text: string }>()({
    input: z.strictObject({ textHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    by: 'engine',
  }),
  'article.marks': request<ArticleMarks>()({
    input: byId,
    by: 'engine',
    reads: [
      'articles',
      'annotations',
      'furniture',
      'claims',
      'sources',
      'topics',
      'relations',
      'originLinks',
    ],
  }),
  'occurrences.find': request<{ occurrences: Occurrence[]; more: boolean }>()({
    input: z.strictObject({
      quote: z.string().min(1).max(1000),
      /** Null: in every article. */
      articleId: idSchema.nullable(),
      wholeWords: z.boolean().default(true),
      matchCase: z.boolean().default(false),
      limit: z.int().min(1).max(10_000).default(2000),
    }),
    by: 'engine',
    reads: ['articles', 'annotations'],
  }),
  'tags.list': request<TagListItem[]>()({ input: nothing, by: 'engine', reads: ['tags', 'annotations'] }),
  'sources.list': request<SourceListItem[]>()({ input: nothing, by: 'engine', reads: ['sources', 'claims'] }),
  'topics.list': request<TopicListItem[]>()({ input: nothing, by: 'engine', reads: ['topics', 'claims'] }),
  'analysts.list': request<Analyst[]>()({ input: nothing, by: 'engine', reads: ['analysts'] }),
  'briefs.list': request<Brief[]>()({ input: nothing, by: 'engine', reads: ['briefs'] }),
  search: request<SearchHit[]>()({
    input: z.strictObject({
      text: z.string().max(1000),
      kinds: z.array(z.enum(['article', 'claim', 'annotation'])).default([]),
      limit: z.int().min(1).max(200).default(50),
    }),
    by: 'engine',
    reads: ['articles', 'annotations', 'claims'],
  }),
  'brief.compose': request<BriefDocument>()({
    input: z.strictObject({
      name: briefFields.name,
      title: briefFields.title,
      scope: briefFields.scope,
      sections: briefFields.sections,
      wording: briefFields.wording,
      /** At most this many claims in each section, for the screen; null: all of them. */
      most: z.int().min(1).nullable().default(null),
    }),
    by: 'engine',
    reads: ['*'],
  }),
} as const
