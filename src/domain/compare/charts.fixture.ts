import fc from 'fast-check'
import { emptyClaim } from '../claim/fields.ts'
import { qualifiers, stances } from '../claim/row.ts'
import type { RowOf } from '../rows.ts'
import type { ComparedClaim, ComparedSource } from './compared-claim.ts'
import type { Drawing } from './drawing/drawing.ts'

type Claim = RowOf<'claims'>

export const harbour: ComparedSource = {
  id: 'harbour',
  name: 'Harbour Office',
  kind: 'organisation',
  aliases: [],
  reliability: 'B',
  retired: false,
}
export const union: ComparedSource = {
  id: 'union',
  name: 'Dock Workers’ Union',
  kind: 'organisation',
  aliases: [],
  reliability: null,
  retired: true,
}

/** A claim that gives no figure unless told otherwise. `said` and `happened` are one day, or a first and a last one. */
export function comparedClaim(
  id: string,
  {
    source = harbour,
    said,
    happened,
    evidence = [],
    ...claim
  }: Partial<Omit<Claim, 'evidence'>> & {
    source?: ComparedSource | null
    said?: string | readonly [string, string]
    happened?: string | readonly [string, string]
    evidence?: ComparedClaim['evidence']
  } = {},
): ComparedClaim {
  const [statementFrom, statementTo] = days(said)
  const [eventFrom, eventTo] = days(happened)
  return {
    claim: {
      ...emptyClaim,
      id,
      statement: `statement ${id}`,
      sourceId: source?.id ?? null,
      topicId: 'ships',
      eventFrom,
      eventTo,
      statementFrom,
      statementTo,
      evidence: evidence.map(({ annotationId }) => annotationId),
      enteredAt: '2024-11-01T08:00:00.000Z',
      enteredBy: 'ann',
      ...claim,
    },
    source,
    via: [],
    evidence,
  }
}

/** “exactly 12 ships”, and so on: the ends that the qualifier takes. */
export function figure(
  qualifier: Claim['qualifier'],
  low: number | null,
  high: number | null,
  unit = 'ships',
) {
  return { qualifier, low, high, unit }
}

function days(said: string | readonly [string, string] | undefined): readonly [string | null, string | null] {
  if (said === undefined) return [null, null]
  return typeof said === 'string' ? [said, said] : said
}

const day = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))

const period = fc.option(
  fc.tuple(day, day).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
  { nil: undefined },
)

const amount = fc.oneof(
  fc.constantFrom(0, -3, 0.25, 1e15, -1e15, 1e-9, 12_000),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
)

const quantity = fc
  .record({ qualifier: fc.constantFrom(null, ...qualifiers), one: amount, other: amount })
  .map(({ qualifier, one, other }) => {
    const [low, high] = one <= other ? [one, other] : [other, one]
    if (qualifier === null) return figure(null, null, null)
    if (qualifier === 'up to') return figure(qualifier, null, high)
    if (qualifier === 'at least' || qualifier === 'more than') return figure(qualifier, low, null)
    return figure(qualifier, low, high)
  })

/** Claims of every kind, each with an id of its own. */
export const someClaims = fc
  .array(
    fc.record({
      quantity,
      unit: fc.constantFrom('ships', 'Ship', 'thousand ships', 'km', 'miles', '', 'sailors'),
      source: fc.constantFrom(harbour, union, null),
      stance: fc.constantFrom(...stances),
      said: period,
      happened: period,
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ quantity: figures, unit, ...rest }, index) =>
      comparedClaim(`c${String(index).padStart(2, '0')}`, { ...rest, ...figures, unit }),
    ),
  )

/** The claims and the same claims in another order. */
export const claimsTwice = someClaims.chain((claims) =>
  fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
)

/** Every element of a drawing, itself included. */
export function* elements(drawing: Drawing): Generator<Drawing> {
  yield drawing
  for (const child of drawing.children) if (typeof child !== 'string') yield* elements(child)
}

/** The claims that its marks stand for, in the order of the drawing. */
export function claimsOn(drawing: Drawing): string[] {
  return [...elements(drawing)].flatMap(({ claimIds }) => claimIds ?? [])
}

/** Elements with a class. */
export function classed(drawing: Drawing, name: string): Drawing[] {
  return [...elements(drawing)].filter(({ attributes }) =>
    String(attributes.class ?? '')
      .split(' ')
      .includes(name),
  )
}
