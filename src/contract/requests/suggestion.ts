import { z } from 'zod'
import { idSchema, offsetSchema } from '../../domain/scalars.ts'
import type { AlsoHere } from '../../domain/suggestion/also-here.ts'
import { request } from '../request.ts'
import type { RejectedSuggestion } from '../rows.ts'
import type { SuggestionPage } from '../suggestions.ts'

/** Requests to the assistant that proposes claims and spans. */
export const suggestionRequests = {
  /**
   * What the assistant proposes for an article, page after page: from 0, then from each page's `next`. Nothing is
   * written.
   */
  'suggestions.find': request<SuggestionPage>()({
    input: z.strictObject({ job: idSchema, articleId: idSchema, from: offsetSchema.default(0) }),
    by: 'program',
    reads: ['articles', 'furniture', 'sources'],
    inPast: false,
  }),
  /** Suggestions of an article that were rejected, in the order of its text. */
  'suggestions.rejected': request<RejectedSuggestion[]>()({
    input: z.strictObject({ articleId: idSchema }),
    by: 'engine',
    reads: ['rejectedSuggestions'],
  }),
  /** Words that are tagged elsewhere, or name a source, and stand in this article unmarked. */
  'suggestions.alsoHere': request<AlsoHere[]>()({
    input: z.strictObject({ articleId: idSchema }),
    by: 'engine',
    reads: ['articles', 'annotations', 'furniture', 'tags', 'sources', 'rejectedSuggestions'],
  }),
} as const
