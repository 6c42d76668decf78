import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stances } from '../../claim/row.ts'
import { findingKinds } from '../../finding/row.ts'
import type { ComparedClaim } from '../compared-claim.ts'
import { placeOf } from '../terms/places.ts'
import { countedThing } from '../terms/units.ts'
import { compared, type Said } from './agreement.fixture.ts'
import { type AgreementFinding, agreementOf, compareClaims, type FindingVerdict } from './agreement.ts'
import { daysOf } from './positions.ts'
import { figureOf, judge, type Saying } from './rules.ts'

type Judged = FindingVerdict & { kind: AgreementFinding['kind'] }

const question = { kind: null, dismissed: false, offset: 0, limit: 1000 } as const
const find = (claims: readonly ComparedClaim[], verdicts: Judged[] = [], asked = {}) =>
  agreementOf(compareClaims(claims), verdicts, { ...question, ...asked })
const soldiers = (figure: number) => ({ figure: ['exactly', figure, figure] as const })

test('given many who say the same, then they are one side', () => {
  const claims = [
    ...['c1', 'c2', 'c3'].map((id) => compared({ id, by: 'Seoul', ...soldiers(3000) })),
    ...['c4', 'c5'].map((id) => compared({ id, by: 'Kyiv', ...soldiers(9000), quote: `words of ${id}` })),
  ]
  const { findings, counts, total } = find(claims)
  expect(total).toBe(1)
  expect(counts.contradiction).toEqual({ open: 1, confirmed: 0, dismissed: 0 })
  expect(findings).toMatchObject([
    {
      kind: 'contradiction',
      a: { speaker: 'Seoul', claims: 3, claimIds: ['c1', 'c2', 'c3'], claimId: 'c1', evidence: null },
      b: { speaker: 'Kyiv', claims: 2, claimId: 'c4', evidence: { quote: 'words of c4' } },
      verdict: null,
    },
  ])
})

test('given a speaker who says the same again long after, then that is another side', () => {
  const claims = [
    compared({ id: 'c1', ...soldiers(3000), event: '2024-10-01' }),
    compared({ id: 'c2', ...soldiers(3000), event: '2024-11-01' }),
    compared({ id: 'c3', by: 'Kyiv', ...soldiers(9000), event: '2024-10-01' }),
    compared({ id: 'c4', by: 'Kyiv', ...soldiers(9000), event: '2024-11-01' }),
  ]
  expect(find(claims).findings.map(({ a, b }) => [a.claimId, b.claimId])).toEqual([
    ['c2', 'c4'],
    ['c1', 'c3'],
  ])
})

const pair = [
  compared({ id: 'c1', by: 'Seoul', ...soldiers(3000) }),
  compared({ id: 'c2', by: 'Kyiv', ...soldiers(9000) }),
]
const verdict = (fields: Partial<Judged> = {}): Judged => ({
  id: 'f1',
  aId: 'c1',
  bId: 'c2',
  kind: 'contradiction',
  verdict: 'dismissed',
  note: '',
  ...fields,
})

test('given a dismissed pair, then it stays away until dismissed ones are asked for', () => {
  const gone = find(pair, [verdict()])
  expect(gone).toMatchObject({ total: 0, findings: [] })
  expect(gone.counts.contradiction).toEqual({ open: 0, confirmed: 0, dismissed: 1 })
  expect(find(pair, [verdict()], { dismissed: true }).findings).toMatchObject([
    { verdict: { id: 'f1', verdict: 'dismissed' } },
  ])
})

test('given a dismissed pair, when the same is reported again, then that is dismissed already', () => {
  const again = compared({ id: 'c0', by: 'Seoul', ...soldiers(3000), quote: 'three thousand' })
  expect(find([...pair, again], [verdict()]).total).toBe(0)
  const shown = find([...pair, again], [verdict()], { dismissed: true }).findings
  expect(shown).toMatchObject([{ a: { claims: 2, claimId: 'c1' } }])
})

test('given a verdict on a contradiction, when a figure changes so that it is a tension, then that is undecided', () => {
  const changed = [pair[0]!, compared({ id: 'c2', by: 'Kyiv', figure: ['at least', 1000, null] })]
  expect(find(changed, [verdict()]).findings).toMatchObject([{ kind: 'tension', verdict: null }])
})

test('given two verdicts on the same sayings, then the one that confirms counts', () => {
  const again = compared({ id: 'c3', by: 'Seoul', ...soldiers(3000) })
  const verdicts = [verdict(), verdict({ id: 'f2', aId: 'c2', bId: 'c3', verdict: 'confirmed' })]
  expect(find([...pair, again], verdicts).findings).toMatchObject([{ verdict: { id: 'f2' } }])
})

test('given a verdict on claims that are no finding or not there, then it changes nothing', () => {
  const strange = [verdict({ bId: 'gone' }), verdict({ id: 'f2', kind: 'agreement' }), verdict({ bId: 'c1' })]
  expect(find(pair, strange)).toEqual(find(pair))
})

test('given no claim, or one, then there is nothing', () => {
  const none = { open: 0, confirmed: 0, dismissed: 0 }
  const counts = { contradiction: none, tension: none, agreement: none }
  expect(find([])).toEqual({ counts, isComplete: true, claims: 0, withdrawn: 0, total: 0, findings: [] })
  expect(find([pair[0]!])).toMatchObject({ counts, claims: 1, total: 0 })
})

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-10-${String(number).padStart(2, '0')}`)
const days = fc
  .tuple(day, day)
  .map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]))
const value = fc.constantFrom(-5, 0, 0.5, 90, 100, 105, 3000, 10_000, 1e15)
const figure: fc.Arbitrary<Said['figure']> = fc.oneof(
  fc.constant(null),
  fc.tuple(fc.constantFrom('exactly', 'about'), value, value).map(([qualifier, a, b]) => {
    return [qualifier, Math.min(a, b), Math.max(a, b)] as const
  }),
  value.map((high) => ['up to', null, high] as const),
  fc.tuple(fc.constantFrom('at least', 'more than'), value).map(([q, from]) => [q, from, null] as const),
)
const said: fc.Arbitrary<Said> = fc.record({
  by: fc.constantFrom('Seoul', 'Kyiv', 'Moscow', null),
  stance: fc.constantFrom(...stances, 'asserts' as const, 'asserts' as const),
  figure,
  unit: fc.constantFrom('soldiers', 'soldiers', 'thousand soldiers', 'drones', ''),
  place: fc.constantFrom(
    ...['Kursk', 'Kursk', 'kursk!', 'Kursk region, Russia', 'Kursk Region Russia', 'Russia’s Kursk region'],
    ...['Russia', 'western Russia', 'Luhansk', ''],
  ),
  event: fc.oneof(fc.constant(null), days, day),
  said: fc.oneof(fc.constant(null), day),
  status: fc.constantFrom('open', 'open', 'open', 'refuted', 'withdrawn'),
})
const someClaims = fc
  .array(said, { maxLength: 14 })
  .map((all) => all.map((one, index) => compared({ id: `c${index}`, ...one })))

/** The rules on two claims, without any of the ways that make them fast. */
function brute(a: ComparedClaim, b: ComparedClaim): AgreementFinding['kind'] | null {
  if (a.claim.status === 'withdrawn' || b.claim.status === 'withdrawn') return null
  const [one, other] = [daysOf(a.claim), daysOf(b.claim)]
  if (one && other && (one.to < other.from || other.to < one.from)) return null
  const same = a.source !== null && a.source.id === b.source?.id
  return judge(saying(a), saying(b), same)?.kind ?? null
}

function saying({ claim, source }: ComparedClaim): Saying {
  const { times, key } = countedThing(claim.unit)
  const end = (number: number | null) => (number === null ? null : Number((number * times).toPrecision(14)))
  return {
    stance: claim.stance,
    thing: claim.unit === '' ? '' : key,
    place: placeOf(claim.place),
    figure: claim.qualifier === null ? null : figureOf(claim.qualifier, end(claim.low), end(claim.high)),
    isDated: daysOf(claim) !== null,
    isAttributed: source !== null,
  }
}

test('given any claims, then findings are exactly what the rules say of some two of them', () => {
  fc.assert(
    fc.property(someClaims, (claims) => {
      const { findings, counts, isComplete } = find(claims)
      expect(isComplete).toBe(true)
      const byId = new Map(claims.map((one) => [one.claim.id, one]))
      const covered = new Set<string>()
      for (const { kind, a, b } of findings) {
        expect(brute(byId.get(a.claimId)!, byId.get(b.claimId)!)).toBe(kind)
        for (const one of a.claimIds) for (const other of b.claimIds) covered.add(key(one, other))
      }
      for (const a of claims) {
        for (const b of claims) {
          if (a.claim.id >= b.claim.id || brute(a, b) === null) continue
          expect(covered.has(key(a.claim.id, b.claim.id))).toBe(true)
        }
      }
      for (const kind of findingKinds) {
        expect(counts[kind].open).toBe(findings.filter((finding) => finding.kind === kind).length)
      }
      expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length)
    }),
    { numRuns: 400 },
  )
})

test('given the same claims in another order, then the findings are the same', () => {
  const shuffled = someClaims.chain((claims) =>
    fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
  )
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(find(other)).toEqual(find(one))
    }),
  )
})

test('given any claims and verdicts, then pages put together are the whole list', () => {
  const verdicts = fc.array(
    fc.record({
      aId: fc.integer({ min: 0, max: 13 }),
      bId: fc.integer({ min: 0, max: 13 }),
      kind: fc.constantFrom(...findingKinds),
      verdict: fc.constantFrom('confirmed' as const, 'dismissed' as const),
    }),
    { maxLength: 12 },
  )
  const asked = fc.record({ dismissed: fc.boolean(), kind: fc.constantFrom(null, ...findingKinds) })
  fc.assert(
    fc.property(someClaims, verdicts, asked, fc.integer({ min: 1, max: 7 }), (claims, given, how, size) => {
      const judged = given.map((one, index): Judged => {
        return { ...one, id: `f${index}`, note: '', aId: `c${one.aId}`, bId: `c${one.bId}` }
      })
      const whole = find(claims, judged, how)
      expect(whole.findings.length).toBe(whole.total)
      expect(whole.findings.some(({ verdict: v }) => v?.verdict === 'dismissed') && !how.dismissed).toBe(
        false,
      )
      const paged: AgreementFinding[] = []
      for (let offset = 0; offset < whole.total; offset += size) {
        paged.push(...find(claims, judged, { ...how, offset, limit: size }).findings)
      }
      expect(paged).toEqual(whole.findings)
      const all = find(claims, judged, { ...how, dismissed: true })
      const count = Object.values(all.counts).reduce((sum, { open, confirmed, dismissed }) => {
        return sum + open + confirmed + dismissed
      }, 0)
      if (how.kind === null) expect(all.total).toBe(count)
    }),
    { numRuns: 300 },
  )
})

function key(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
