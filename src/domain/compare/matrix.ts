import type { Stance } from '../claim/row.ts'
import type { ComparedSource } from './compared-claim.ts'

/** Who said what last: sources by topics, or by the things counted within a topic. */
export interface Matrix {
  /** Most claims first. */
  columns: MatrixColumn[]
  /** Most claims first. */
  rows: MatrixRow[]
}

export interface MatrixColumn {
  /** A topic's id, or the key of a thing counted. */
  key: string
  name: string
  claims: number
}

export interface MatrixRow {
  /** Null for the claims whose speaker is unknown, who may be several. */
  source: ComparedSource | null
  claims: number
  /** By column key; what a source never spoke of is absent. */
  cells: Record<string, MatrixCell>
}

export interface MatrixCell {
  /** In the order in which they were said, the last one last. */
  claimIds: string[]
  last: MatrixSaid
  /** What it said before and after, earliest first; empty while its story stands. */
  changes: MatrixChange[]
}

/** What a source said in one claim. */
export interface MatrixSaid {
  claimId: string
  stance: Stance
  /** The figure, or the beginning of the statement where there is none. */
  words: string
  isFigure: boolean
  /** When it was said: “31 October 2024”; empty when unknown. */
  said: string
}

/** A figure or a stance that became another one. */
export interface MatrixChange {
  from: MatrixSaid
  to: MatrixSaid
  /** In a sentence: “3,000 soldiers on 23 October 2024, then 11,000 to 12,000 soldiers on 5 November 2024”. */
  words: string
  /** False when the dates do not tell which was said first. */
  isOrderKnown: boolean
}
