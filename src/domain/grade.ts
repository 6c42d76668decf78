/**
 * The field's grades, word for word. Each axis is its own field; none is ever inferred from another.
 * Reliability and credibility: the Admiralty Code (NATO AJP-2.1). Likelihood: ICD 203 (2015), table on page 3.
 */
export const reliabilityWords = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const

export const credibilityWords = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
} as const

/** The term is stored; the band of percent is for display beside it and is never calculated with. */
export const likelihoodBands = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
} as const

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const credibilities = [1, 2, 3, 4, 5, 6] as const
export const likelihoods = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const
export const confidences = ['low', 'moderate', 'high'] as const

export type Reliability = (typeof reliabilities)[number]
export type Credibility = (typeof credibilities)[number]
export type Likelihood = (typeof likelihoods)[number]
export type Confidence = (typeof confidences)[number]
