import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const claims: Step[] = ['c1', 'c2', 'c3'].map((id) => ['claim.make', { id, statement: `claim ${id}` }])
const finding = { id: 'f1', aId: 'c2', bId: 'c1', kind: 'contradiction' }

test('given two claims, when what was found is confirmed, then the pair is judged, whichever comes first', () => {
  given(...claims)
    .when('finding.confirm', finding)
    .thenEvents([
      'findings/f1',
      'finding.judged',
      { aId: 'c1', bId: 'c2', kind: 'contradiction', verdict: 'confirmed', note: '' },
    ])
    .labelled('confirm the contradiction of “claim c1” and “claim c2”')
})

test('given a dismissed finding, when it is dismissed or confirmed again under any id, then its one row says so', () => {
  const dismissed = given(...claims).when('finding.dismiss', { ...finding, note: 'two places' })
  expect(dismissed.row('findings', 'f1')).toMatchObject({ verdict: 'dismissed', note: 'two places' })
  dismissed.when('finding.dismiss', { ...finding, id: 'f2' }).thenRejected('nothing_to_change')
  const confirmed = dismissed.when('finding.confirm', { ...finding, id: 'f2', aId: 'c1', bId: 'c2' })
  confirmed.thenEvents(['findings/f1', 'finding.changed', { set: { verdict: 'confirmed' } }])
  expect(confirmed.row('findings', 'f1')).toMatchObject({ verdict: 'confirmed', note: 'two places' })
  confirmed
    .when('finding.dismiss', { ...finding, kind: 'tension' })
    .thenEvents(['findings/f1', 'finding.changed', { set: { kind: 'tension', verdict: 'dismissed' } }])
})

test('given a finding, when it is confirmed with a relation, then both are one step and one undo', () => {
  const relation = { id: 'r1', fromId: 'c1', toId: 'c2', kind: 'contradicts' }
  const confirmed = given(...claims).when('finding.confirm', { ...finding, relation })
  confirmed
    .thenEvents(
      ['findings/f1', 'finding.judged', { verdict: 'confirmed' }],
      ['relations/r1', 'relation.set', { fromId: 'c1', toId: 'c2', kind: 'contradicts', note: '' }],
    )
    .labelled('confirm the contradiction of “claim c1” and “claim c2” and relate: contradicts')
  const undone = confirmed.when('history.undo', {})
  expect(undone.row('findings', 'f1')).toBeUndefined()
  expect(undone.row('relations', 'r1')).toBeUndefined()
  const redone = undone.when('history.redo', {})
  expect(redone.row('relations', 'r1')).toMatchObject({ kind: 'contradicts' })
  expect(redone.row('findings', 'f1')).toMatchObject({ verdict: 'confirmed' })
})

test('given a confirmed finding, when it is confirmed with a relation, then only that is new', () => {
  const relation = { id: 'r1', fromId: 'c2', toId: 'c1', kind: 'supersedes' }
  given(...claims, ['finding.confirm', finding])
    .when('finding.confirm', { ...finding, relation })
    .thenEvents(['relations/r1', 'relation.set'])
})

test.each([
  ['a claim with itself', { ...finding, aId: 'c1' }, 'finding_on_itself'],
  ['a claim that is gone', { ...finding, aId: 'c9' }, 'unknown_claim'],
  ['a kind that there is not', { ...finding, kind: 'quarrel' }, 'malformed_command'],
  [
    'a relation of other claims',
    { ...finding, relation: { id: 'r1', fromId: 'c1', toId: 'c3', kind: 'contradicts' } },
    'other_claims',
  ],
  [
    'a relation that is there',
    { ...finding, relation: { id: 'r1', fromId: 'c2', toId: 'c1', kind: 'contradicts' } },
    'relation_exists',
  ],
])('given related claims, when a finding is confirmed with %s, then it is refused', (_, args, code) => {
  given(...claims, ['relation.set', { id: 'r0', fromId: 'c1', toId: 'c2', kind: 'contradicts' }])
    .when('finding.confirm', args)
    .thenRejected(code)
})

test('given a verdict, when it is reopened, then the pair is undecided, and undo brings the verdict back', () => {
  const reopened = given(...claims, ['finding.dismiss', finding]).when('finding.reopen', { id: 'f1' })
  reopened
    .thenEvents(['findings/f1', 'finding.reopened'])
    .labelled('reopen the contradiction about “claim c1”')
  expect(reopened.row('findings', 'f1')).toBeUndefined()
  reopened.when('finding.reopen', { id: 'f1' }).thenRejected('unknown_finding')
  expect(reopened.when('history.undo', {}).row('findings', 'f1')).toMatchObject({ verdict: 'dismissed' })
})

test('given a verdict, when one of its claims is removed, then the verdict goes with it and comes back with it', () => {
  const removed = given(...claims, ['finding.confirm', finding]).when('claim.remove', { ids: ['c1', 'c2'] })
  removed.thenEvents(
    ['findings/f1', 'finding.reopened'],
    ['claims/c1', 'claim.removed'],
    ['claims/c2', 'claim.removed'],
  )
  const undone = removed.when('history.undo', {})
  expect(undone.row('findings', 'f1')).toMatchObject({ aId: 'c1', bId: 'c2', verdict: 'confirmed' })
})

test('given another analyst’s verdict on the same pair, when an undone one is redone, then it is refused', () => {
  given(
    ...claims,
    ['finding.confirm', finding],
    ['history.undo', {}],
    ['finding.dismiss', { ...finding, id: 'f2' }, 'ben'],
  )
    .when('history.redo', {})
    .thenRejected('undo_blocked', 'judged already')
})
