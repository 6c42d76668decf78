import { z } from 'zod'
import { claimFields } from '../../domain/claim/row.ts'
import type { AchMatrix } from '../../domain/compare/hypotheses/ach-matrix.ts'
import { idSchema } from '../../domain/scalars.ts'
import {
  type Agreement,
  agreementSchema,
  type Chronology,
  type ComparedTopic,
  chronologySchema,
  type Matrix,
  matrixSchema,
  type Spread,
  topicSchema,
} from '../compare.ts'
import { type Independence, independenceSchema } from '../independence.ts'
import { request } from '../request.ts'
import type { Warning } from '../rows.ts'
import { nothing } from './inputs.ts'

/** What every comparison of claims depends on. */
const comparedTables = [
  'claims',
  'sources',
  'topics',
  'annotations',
  'articles',
  'relations',
  'originLinks',
] as const

/** The fields of a claim that tell whether another origin confirms it. */
const unconfirmedFields = {
  sourceId: true,
  via: true,
  topicId: true,
  stance: true,
  qualifier: true,
  low: true,
  high: true,
  unit: true,
  place: true,
  eventFrom: true,
  eventTo: true,
  statementFrom: true,
  credibility: true,
  status: true,
} as const

/** Requests of the room Compare, and what else asks how claims confirm one another. */
export const compareRequests = {
  /** What is to be warned of, were a claim kept like this: credibility 1 or corroborated that rests on one origin. */
  'claim.unconfirmed': request<Warning[]>()({
    input: z.strictObject({
      /** Null: a new claim. */
      id: idSchema.nullable(),
      ...z.strictObject(claimFields).pick(unconfirmedFields).shape,
    }),
    by: 'engine',
    reads: comparedTables,
  }),
  /** The hypotheses on a topic beside the evidence on them, rated and summed up. */
  'compare.hypotheses': request<AchMatrix>()({
    input: z.strictObject({ topicId: idSchema }),
    by: 'engine',
    reads: ['hypotheses', 'assessments', 'claims', 'sources', 'topics'],
  }),
  /** Topics with what a comparison of their claims is about, most claims first. */
  'compare.topics': request<ComparedTopic[]>()({ input: nothing, by: 'engine', reads: comparedTables }),
  /** What the claims of a topic say how much, kept apart by what they count. */
  'compare.spread': request<Spread>()({ input: topicSchema, by: 'engine', reads: comparedTables }),
  /** Who said what last, how often, and whether the story changed. */
  'compare.matrix': request<Matrix>()({ input: matrixSchema, by: 'engine', reads: comparedTables }),
  /** Contradictions, tensions and agreement among the claims of a topic, with the analyst's verdicts. */
  'compare.agreement': request<Agreement>()({
    input: agreementSchema,
    by: 'engine',
    reads: [...comparedTables, 'findings'],
  }),
  /** Claims and articles with their times. */
  'compare.chronology': request<Chronology>()({
    input: chronologySchema,
    by: 'engine',
    reads: comparedTables,
  }),
  /** Which of a topic's claims go back to one origin, and why. */
  'compare.independence': request<Independence>()({
    input: independenceSchema,
    by: 'engine',
    reads: comparedTables,
  }),
} as const
