import type { ChoiceField } from '../../domain/claim/field.ts'
import {
  type ClaimStatus,
  claimStatuses,
  type Qualifier,
  qualifiers,
  type Stance,
  stances,
} from '../../domain/claim/row.ts'
import {
  type Confidence,
  confidences,
  credibilities,
  type Likelihood,
  likelihoodBands,
  likelihoods,
  type Reliability,
  reliabilities,
} from '../../domain/grade.ts'
import { type RelationKind, relationKinds } from '../../domain/relation/row.ts'
import { credibility, reliability } from '../format.ts'
import type { Choice } from '../ui/select.tsx'

/** The values of a field that is chosen, every grade beside its words; a choice's id is the value as text. */
export function choicesOf({ values, meanings, bands }: ChoiceField): Choice[] {
  return values.map((value) => ({
    id: String(value),
    label: meanings ? `${value} ${meanings[value]}` : String(value),
    ...(bands && { detail: percents(bands[value]!) }),
  }))
}

/** A value in words: “2 probably true”, “likely (55–80 %)”; empty where there is none. */
export function choiceWords({ meanings, bands }: ChoiceField, value: string | number | null): string {
  if (value === null) return ''
  if (bands) return `${value} (${percents(bands[value]!)})`
  return meanings ? `${value} ${meanings[value]}` : String(value)
}

/** The value whose choice was made; null for none. */
export function chosenValue({ values }: ChoiceField, id: string | null): string | number | null {
  return values.find((value) => String(value) === id) ?? null
}

function percents([low, high]: readonly [number, number]): string {
  return `${low}–${high} %`
}

/** The values of each field of a claim as a person chooses among them: every grade beside its words. */
export const stanceChoices = named<Stance>(stances)
export const statusChoices = named<ClaimStatus>(claimStatuses)
export const qualifierChoices = named<Qualifier>(qualifiers)
export const confidenceChoices = named<Confidence>(confidences)
export const likelihoodChoices: Choice<Likelihood>[] = likelihoods.map((term) => ({
  id: term,
  label: term,
  detail: `${likelihoodBands[term][0]}–${likelihoodBands[term][1]} %`,
}))
/** A choice's id is the grade's digit as text. */
export const credibilityChoices: Choice[] = credibilities.map((grade) => ({
  id: String(grade),
  label: credibility(grade),
}))
export const reliabilityChoices: Choice<Reliability>[] = reliabilities.map((grade) => ({
  id: grade,
  label: reliability(grade),
}))
export const relationChoices: Choice<RelationKind>[] = relationKinds.map((kind) => ({
  id: kind,
  label: kind,
  detail: {
    supports: 'speaks for the other one',
    contradicts: 'both cannot be true',
    repeats: 'goes back to the same origin',
    supersedes: 'replaces the other one',
  }[kind],
}))

function named<Id extends string>(values: readonly Id[]): Choice<Id>[] {
  return values.map((id) => ({ id, label: id }))
}
