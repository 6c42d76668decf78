import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const claims: Step[] = ['c1', 'c2', 'c3'].map((id) => ['claim.make', { id, statement: `claim ${id}` }])
const related = (id: string, fromId: string, toId: string, kind: string): Step => [
  'relation.set',
  { id, fromId, toId, kind },
]

test('given two claims, when they are related, then the label says how', () => {
  given(...claims)
    .when('relation.set', { id: 'r1', fromId: 'c1', toId: 'c2', kind: 'contradicts', note: 'other figure' })
    .thenEvents([
      'relations/r1',
      'relation.set',
      { fromId: 'c1', toId: 'c2', kind: 'contradicts', note: 'other figure' },
    ])
    .labelled('relate “claim c1” to “claim c2”: contradicts')
})

test.each([
  ['a claim to itself', { fromId: 'c1', toId: 'c1', kind: 'supports' }, 'relation_to_itself'],
  ['an unknown claim', { fromId: 'c1', toId: 'c9', kind: 'supports' }, 'unknown_claim'],
  ['the same pair in the same way', { fromId: 'c1', toId: 'c2', kind: 'contradicts' }, 'relation_exists'],
  [
    'the mirrored pair of a mutual kind',
    { fromId: 'c2', toId: 'c1', kind: 'contradicts' },
    'relation_exists',
  ],
  ['a kind that does not exist', { fromId: 'c1', toId: 'c3', kind: 'likes' }, 'malformed_command'],
])('given related claims, when %s is related, then it is refused', (_, relation, code) => {
  given(...claims, related('r1', 'c1', 'c2', 'contradicts'))
    .when('relation.set', { id: 'r2', ...relation })
    .thenRejected(code)
})

test('given a one-way relation, then its mirror is another relation', () => {
  given(...claims, related('r1', 'c1', 'c2', 'supersedes'))
    .when('relation.set', { id: 'r2', fromId: 'c2', toId: 'c1', kind: 'supersedes' })
    .thenEvents(['relations/r2', 'relation.set'])
})

test('given a relation, when its kind or note changes, then only that is recorded', () => {
  const world = given(...claims, related('r1', 'c1', 'c2', 'supports'))
  world
    .when('relation.change', { id: 'r1', set: { kind: 'repeats', note: '' } })
    .thenEvents(['relations/r1', 'relation.changed', { set: { kind: 'repeats' } }])
    .labelled('change a relation')
  world.when('relation.change', { id: 'r1', set: { note: '' } }).thenRejected('nothing_to_change')
  world.when('relation.change', { id: 'r9', set: { note: 'x' } }).thenRejected('unknown_relation')
})

test('given relations, when they are removed, then the claims stay', () => {
  const removed = given(
    ...claims,
    related('r1', 'c1', 'c2', 'supports'),
    related('r2', 'c2', 'c3', 'supports'),
  ).when('relation.remove', { ids: ['r1', 'r2'] })
  removed
    .thenEvents(['relations/r1', 'relation.removed'], ['relations/r2', 'relation.removed'])
    .labelled('remove 2 relations')
  expect(removed.row('claims', 'c1')).toBeDefined()
  removed.when('relation.remove', { ids: ['r1'] }).thenRejected('unknown_relation')
})

test('given two claims that contradict each other, when another relation of theirs is made the same, then it is refused', () => {
  given(
    ['claim.make', { id: 'x1', statement: 'Yes.' }],
    ['claim.make', { id: 'x2', statement: 'No.' }],
    ['relation.set', { id: 'x', fromId: 'x1', toId: 'x2', kind: 'contradicts' }],
    ['relation.set', { id: 'y', fromId: 'x2', toId: 'x1', kind: 'supersedes' }],
  )
    .when('relation.change', { id: 'y', set: { kind: 'contradicts' } })
    .thenRejected('relation_exists')
})
