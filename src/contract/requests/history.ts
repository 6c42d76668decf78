import { z } from 'zod'
import type { ItemHistory } from '../../domain/history/item.ts'
import type { RestorePreview } from '../../domain/restore/restoring.ts'
import { idSchema } from '../../domain/scalars.ts'
import { replayFilterSchema } from '../../domain/timeline/filter.ts'
import type { Runs } from '../../domain/timeline/runs.ts'
import type { Timeline } from '../../domain/timeline/timeline.ts'
import { type ChangesBetween, changesBetweenSchema } from '../changes.ts'
import { request } from '../request.ts'
import type { HistoryEntry, HistoryEvent, MomentListItem, UndoState } from '../rows.ts'
import { nothing } from './inputs.ts'

/** Requests about the log: its events, moments, what changed between them, what can be brought back. */
export const historyRequests = {
  'undo.state': request<UndoState>()({ input: nothing, by: 'engine', reads: ['*'], inPast: false }),
  /** Newest first. */
  'history.page': request<{ entries: HistoryEntry[]; total: number }>()({
    input: z.strictObject({
      /** Only events before this number; absent: from the head. */
      before: z.int().min(1).optional(),
      /** Only events after this number, those nearest to it. */
      after: z.int().min(0).optional(),
      limit: z.int().min(1).max(500).default(100),
      by: idSchema.optional(),
      /** Only events of this row: `claims/ID`. */
      stream: z.string().max(100).optional(),
      /** Only events of these record tables. */
      tables: z.array(z.string().max(40)).max(20).default([]),
    }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** One row as its events left it, each field with who set it last; null for a row that never was. */
  'history.item': request<ItemHistory | null>()({
    input: z.strictObject({
      stream: z.string().max(100),
      /** As the events up to this one left it; absent: all of them. */
      upTo: z.int().min(0).optional(),
    }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** What rows were after event `asOf` beside what they are now, with every edit that stands between. */
  'restore.preview': request<RestorePreview>()({
    input: z.strictObject({
      asOf: z.int().min(0),
      streams: z.array(z.string().max(100)).min(1).max(500),
    }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** An event with what it touched; null for a number that the log does not have. */
  'history.event': request<HistoryEvent | null>()({
    input: z.strictObject({ seq: z.int().min(0) }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** Named places of the log, earliest first, all of them from everywhere in the past. */
  'moments.list': request<MomentListItem[]>()({
    input: nothing,
    by: 'engine',
    reads: ['moments', 'analysts'],
    inPast: false,
  }),
  /**
   * The event that a word means: its number, a moment's name, or a time, which means the last event before the first
   * later one. `note` is what to tell of a time in a log whose times run backwards.
   */
  'moment.resolve': request<{ seq: number; note: string | null }>()({
    input: z.strictObject({ word: z.string().trim().min(1).max(300) }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** The whole log to scrub over: sessions, days and about so many buckets. */
  timeline: request<Timeline>()({
    input: z.strictObject({ buckets: z.int().min(1).max(2000) }),
    by: 'program',
    reads: ['*'],
  }),
  /** Which events a replay visits. */
  'timeline.matches': request<Runs>()({
    input: z.strictObject({ filter: replayFilterSchema }),
    by: 'program',
    reads: ['*'],
  }),
  /** What differs between two moments: counts of everything, and a page of it in words. */
  'changes.between': request<ChangesBetween>()({
    input: changesBetweenSchema,
    by: 'program',
  }),
} as const
