import type { RowOf } from '../../rows.ts'

/** Why two claims are held to go back to one origin. See rules.ts for what each one asks. */
export type OriginReason =
  | 'same speaker'
  | 'officials'
  | 'via'
  | 'publisher'
  | 'same words'
  | 'repeats'
  | 'correction'

/** “likely” where the rule supposes something: that two unnamed officials of one ministry are one, for instance. */
export type OriginGrade = 'clear' | 'likely'

export interface OriginLink {
  /** The report. */
  fromId: string
  /** The claim that it goes back to; of two that only have something in common, the earlier one. */
  toId: string
  /** The first that holds, in the order of `OriginReason` from last to first. */
  reason: OriginReason
  grade: OriginGrade
  /** Why, in a sentence; where several rules hold, a sentence each. */
  sentence: string
  /** The analyst's correction of this pair, and the note on it: empty without one. */
  correctionId: string | null
  note: string
}

/** A link as a rule finds it, before anybody has corrected it. */
export type FoundLink = Omit<OriginLink, 'correctionId' | 'note'>

export type OriginRelation = Pick<RowOf<'relations'>, 'fromId' | 'toId' | 'kind' | 'note'>

export interface OriginRules {
  /** Statements of one speaker at most so many days apart are one occasion. */
  occasionDays: number
  /** Share of the five-word runs of either quote that both have, from which on wording is near-identical: 0 to 1. */
  likeness: number
  /** Words that a quote must have for its wording to tell anything. */
  leastWords: number
}
