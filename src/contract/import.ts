import { z } from 'zod'
import type { FurnitureKind } from '../domain/article/row.ts'
import type { Markup } from '../domain/ingest/proposal.ts'
import { idSchema } from '../domain/scalars.ts'
import type { Problem } from './wire.ts'

export const importFilesSchema = z.strictObject({
  /** Chosen by the screen; progress and cancel go by it. */
  job: idSchema,
  files: z
    .array(z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }))
    .min(1)
    .max(10_000),
})

export interface ProposedFurniture {
  start: number
  end: number
  kind: FurnitureKind
  reason: string
}

/** One article that a file seems to hold. Offsets in the article's own text, UTF-16 code units, half-open. */
export interface ProposedArticle {
  text: string
  title: string
  publisher: string
  author: string
  publishedDate: string | null
  url: string
  language: string
  part: number | null
  parts: number | null
  furniture: ProposedFurniture[]
  /** Why each field was proposed: field name to a short phrase. */
  reasons: Record<string, string>
  /** The same text is in the workspace already, or earlier among these files. */
  duplicate: { articleId: string | null; title: string } | null
  /** Articles whose wording is close, nearest first; `likeness` 0 to 1. */
  near: { articleId: string | null; title: string; likeness: number }[]
}

export type PreparedFile =
  | {
      ok: true
      name: string
      encoding: string
      /** How its lines are marked up, for reading a part of it again. */
      markup: Markup
      /** What was found or replaced while decoding, as sentences. */
      notes: string[]
      /** The whole file as one article… */
      whole: ProposedArticle
      /** …or as the several that it seems to hold; empty when it holds one. */
      parts: ProposedArticle[]
    }
  | { ok: false; name: string; error: Problem }
