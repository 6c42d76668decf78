import { z } from 'zod'
import { create } from 'zustand'
import { stances } from '../../domain/claim/row.ts'
import { evidenceOrders, hypothesisOrders } from '../../domain/compare/hypotheses/ach-matrix.ts'
import { findingKinds } from '../../domain/finding/row.ts'
import { idSchema } from '../../domain/scalars.ts'
import { useNavigation } from './navigation.ts'

export const compareTabs = [
  'spread',
  'matrix',
  'agreement',
  'independence',
  'timeline',
  'hypotheses',
] as const
export type CompareTab = (typeof compareTabs)[number]

/** A part of the memory that is older or damaged is no reason to stop: it starts plain, the rest is kept. */
const viewSchema = z.object({
  topicId: idSchema.nullable().catch(null),
  tab: z.enum(compareTabs).catch('spread'),
  asTable: z.boolean().catch(false),
  spreadAlong: z.enum(['value', 'event', 'statement']).catch('value'),
  spreadRows: z.enum(['claim', 'source']).catch('claim'),
  spreadOrder: z.enum(['said', 'happened', 'figure', 'source']).catch('said'),
  spreadScale: z.enum(['auto', 'linear', 'log']).catch('auto'),
  matrixColumns: z.enum(['topics', 'things']).catch('topics'),
  matrixSources: z.enum(['topic', 'all']).catch('topic'),
  agreementKind: z.enum(['all', ...findingKinds]).catch('all'),
  agreementDismissed: z.boolean().catch(false),
  timelineBy: z.enum(['event', 'statement', 'entry']).catch('statement'),
  timelineSourceIds: z.array(idSchema).catch([]),
  timelineStances: z.array(z.enum(stances)).catch([]),
  timelineKinds: z.array(z.enum(['claim', 'article'])).catch([]),
  achEvidence: z.enum(evidenceOrders).catch('diagnosticity'),
  achHypotheses: z.enum(hypothesisOrders).catch('inconsistency'),
  achWeighted: z.boolean().catch(false),
  achShows: z.enum(['all', 'rated', 'unrated', 'left out']).catch('all'),
})

/** How the claims on a topic are looked at side by side. Filters: an empty list narrows nothing. */
export type CompareView = z.infer<typeof viewSchema>

/** It outlives the room, so that a jump to the words and back loses nothing. */
export const useCompare = create<CompareView>()(() => viewSchema.parse({}))

/** Starts over, for another workspace, with what its file remembers. A topic that was just asked for goes before. */
export function resetCompare(remembered: unknown): void {
  const found = viewSchema.safeParse(remembered ?? {})
  const view = found.success ? found.data : viewSchema.parse({})
  useCompare.setState(requested ? { ...view, ...requested } : view, true)
  requested = null
}

/** Goes to the comparison of a topic's claims. */
export function compareTopic(topicId: string, tab?: CompareTab): void {
  requested = { topicId, ...(tab && { tab }) }
  useCompare.setState(requested)
  useNavigation.getState().go('compare')
}

let requested: Partial<CompareView> | null = null
