import { z } from 'zod'
import type { OriginCut, OriginGroup } from '../domain/compare/independence/independence.ts'
import type { OriginRules } from '../domain/compare/independence/link.ts'
import { idSchema } from '../domain/scalars.ts'

export type { OriginCut, OriginGroup } from '../domain/compare/independence/independence.ts'
export type {
  OriginGrade,
  OriginLink,
  OriginReason,
  OriginRules,
} from '../domain/compare/independence/link.ts'

/** What is asked about the origins of a topic. */
export const independenceSchema = z.strictObject({
  topicId: idSchema,
  /** At most so many groups, the largest first, and so many claims of each, those nearest its root. */
  groups: z.int().min(1).max(10_000).default(60),
  members: z.int().min(1).max(100_000).default(40),
})

/** Who of a topic goes back to whom. */
export interface Independence {
  reports: number
  origins: number
  /** How many origins there are when every likely link is left out. */
  mostOrigins: number
  /** Of the groups asked for. */
  groups: ShownGroup[]
  cuts: OriginCut[]
  /** Every claim that a group or a cut names. */
  claims: Record<string, OriginClaim>
  /** Claims said to be confirmed that rest on one origin. */
  warnings: { claimId: string; message: string }[]
  rules: OriginRules
}

/** A group with those of its claims that are shown; links stand only between those. */
export interface ShownGroup extends OriginGroup {
  /** All of its claims. */
  size: number
}

/** A claim as the graph and its list show it. */
export interface OriginClaim {
  id: string
  statement: string
  /** The speaker's name; empty while unknown. */
  speaker: string
  via: string[]
  stance: 'asserts' | 'denies' | 'cannot confirm'
  /** The figure in words; empty without one. */
  quantity: string
  /** When it was said, else published: the first possible day; null when neither is known. */
  day: string | null
  /** Its first words: where to go to read them. Null without evidence. */
  words: { articleId: string; annotationId: string; quote: string; where: string } | null
}
