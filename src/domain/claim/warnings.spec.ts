import { expect, test } from 'vitest'
import { commands } from '../catalogue.ts'
import { comparedClaims } from '../compare/compared-claim.ts'
import { originGroups } from '../compare/independence/independence.ts'
import { memoryTables } from '../memory-tables.ts'
import type { RowOf } from '../rows.ts'
import { type Surroundings, warningsOf } from './warnings.ts'

type Claim = RowOf<'claims'>
type Relation = RowOf<'relations'>

const plain = commands.get('claim.make')!.args.parse({ id: 'c1', statement: 'x' }) as Claim

const unjudged = { reliability: null, note: '', retired: false, mergedInto: null }

function claim(id: string, fields: Partial<Claim> = {}): Claim {
  return { ...plain, id, evidence: ['n1'], ...fields }
}

function relation(kind: Relation['kind'], fromId: string, toId: string): Relation {
  return { id: `${kind} ${fromId} ${toId}`, kind, fromId, toId, note: '' }
}

function around(claims: Claim[], relations: Relation[] = []): Surroundings {
  const tables = memoryTables()
  for (const row of claims) tables.claims.insert(row)
  for (const id of ['s1', 's2']) {
    tables.sources.insert({ id, name: id, kind: 'person', aliases: [], ...unjudged })
  }
  const { groups } = originGroups(comparedClaims(claims, tables), relations, [])
  return {
    claim: (id) => tables.claims.get(id),
    relations: (id) => relations.filter(({ fromId, toId }) => fromId === id || toId === id),
    hasAnnotation: (id) => id === 'n1',
    sharedOrigin: (one, other) =>
      groups.find(({ claimIds }) => claimIds.includes(one.id) && claimIds.includes(other.id))?.label ?? null,
    isAgreedWith: ({ id, low }) =>
      claims.some((other) => other.id !== id && low !== null && other.low === low),
  }
}

const kinds = (row: Claim, surroundings: Surroundings) =>
  warningsOf(row, surroundings).map(({ kind }) => kind)

test('given a plain claim with evidence, then nothing is warned of', () => {
  expect(kinds(claim('c1'), around([]))).toEqual([])
})

test('given a figure without a unit, lost evidence or none, then each has its warning', () => {
  expect(kinds(claim('c1', { qualifier: 'up to', high: 8 }), around([]))).toEqual(['quantity without unit'])
  expect(kinds(claim('c1', { evidence: ['n1', 'gone'] }), around([]))).toEqual(['evidence lost'])
  expect(kinds(claim('c1', { evidence: [] }), around([]))).toEqual(['no evidence'])
})

const confirmed = claim('c1', { credibility: 1, sourceId: 's1' })
const origin = 'credibility without origin'

test('given credibility 1 and nobody who supports the claim, then it warns', () => {
  expect(kinds(confirmed, around([confirmed]))).toEqual([origin])
})

test('given credibility 1 and a supporting claim of another source, then it does not warn', () => {
  const other = claim('c2', { sourceId: 's2' })
  expect(kinds(confirmed, around([confirmed, other], [relation('supports', 'c2', 'c1')]))).toEqual([])
})

test.each([
  ['of the same source', { sourceId: 's1' }, [relation('supports', 'c2', 'c1')]],
  ['of an unknown source', { sourceId: null }, [relation('supports', 'c2', 'c1')]],
  ['that came through its speaker', { sourceId: 's2', via: ['s1'] }, [relation('supports', 'c2', 'c1')]],
  ['that was withdrawn', { sourceId: 's2', status: 'withdrawn' }, [relation('supports', 'c2', 'c1')]],
  ['that was refuted', { sourceId: 's2', status: 'refuted' }, [relation('supports', 'c2', 'c1')]],
  ['that it supports itself', { sourceId: 's2' }, [relation('supports', 'c1', 'c2')]],
  [
    'that repeats it',
    { sourceId: 's2' },
    [relation('supports', 'c2', 'c1'), relation('repeats', 'c2', 'c1')],
  ],
] as [string, Partial<Claim>, Relation[]][])(
  'given credibility 1 and only a claim %s, then that is no independent origin',
  (_, fields, relations) => {
    const other = claim('c2', fields)
    expect(kinds(confirmed, around([confirmed, other], relations))).toEqual([origin])
  },
)

test('given credibility 1 and another origin that gives the same figure, then it does not warn', () => {
  const figure = { low: 3000, high: 3000, qualifier: 'exactly' as const, unit: 'soldiers' }
  const one = claim('c1', { credibility: 1, sourceId: 's1', ...figure })
  expect(kinds(one, around([one]))).toEqual([origin])
  expect(kinds(one, around([one, claim('c2', { sourceId: 's2', ...figure })]))).toEqual([])
  const unknown = { ...one, sourceId: null }
  expect(kinds(unknown, around([unknown, claim('c2', { sourceId: 's2', ...figure })]))).toEqual([origin])
})

test('given the status corroborated, then it is warned of likewise, with the origin that all share', () => {
  const corroborated = claim('c1', { status: 'corroborated', sourceId: 's1', statementFrom: '2024-10-28' })
  const relations = [relation('supports', 'c2', 'c1')]
  const warned = (other: Claim) => warningsOf(corroborated, around([corroborated, other], relations))
  expect(warned(claim('c2', { sourceId: 's2' }))).toEqual([])
  expect(warned(claim('c2', { sourceId: 's1', statementFrom: '2024-10-29' }))).toEqual([
    {
      kind: 'corroborated by one origin',
      message: expect.stringContaining('same origin: s1, 28 October 2024'),
    },
  ])
})
