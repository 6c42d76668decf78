import { z } from 'zod'
import { findingKinds } from '../domain/finding/row.ts'
import { idSchema } from '../domain/scalars.ts'
import type { TopicListItem } from './rows.ts'

export type {
  Agreement,
  AgreementFinding,
  FindingSide,
  FindingVerdict,
} from '../domain/compare/agreement/agreement.ts'
export type {
  Chronology,
  ChronologyArticle,
  ChronologyClaim,
  ChronologyItem,
} from '../domain/compare/chronology/chronology.ts'
export type {
  AchCell,
  AchEvidence,
  AchHypothesis,
  AchMatrix,
} from '../domain/compare/hypotheses/ach-matrix.ts'
export type {
  Matrix,
  MatrixCell,
  MatrixChange,
  MatrixColumn,
  MatrixRow,
  MatrixSaid,
} from '../domain/compare/matrix/matrix.ts'
export type { Spread, SpreadGroup, SpreadMark } from '../domain/compare/spread/spread.ts'

/** A topic with what its comparison is about. Claims of topics that were merged into it are among its own. */
export interface ComparedTopic extends TopicListItem {
  /** Different known sources that speak in it, merges followed. */
  speakers: number
  /** Articles that its claims rest on. */
  articles: number
  /** Claims with a figure. */
  figures: number
  /** Independent origins of its claims; null while there is no claim. */
  origins: number | null
}

export const topicSchema = z.strictObject({ topicId: idSchema })

export const matrixSchema = z.strictObject({
  /** Whose sources are shown; null: all sources, by topics. */
  topicId: idSchema.nullable(),
  /** Every topic that these sources speak in, or the things counted within the one topic. */
  columns: z.enum(['topics', 'things']),
})

/** Null: the whole workspace. */
export const chronologySchema = z.strictObject({ topicId: idSchema.nullable() })

export const agreementSchema = z.strictObject({
  topicId: idSchema,
  /** Null: every kind, contradictions first. */
  kind: z.enum(findingKinds).nullable(),
  /** Also those that were dismissed. */
  dismissed: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
})
