import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const claims: Step[] = ['c1', 'c2', 'c3'].map((id) => ['claim.make', { id, statement: `claim ${id}` }])
const corrected = (id: string, oneId: string, otherId: string, verdict: string, note = ''): Step => [
  'originLink.set',
  { id, oneId, otherId, verdict, note },
]

test('given two claims, when they are held independent, then the pair is kept without a direction', () => {
  given(...claims)
    .when(...corrected('o1', 'c2', 'c1', 'independent', 'two briefings'))
    .thenEvents([
      'originLinks/o1',
      'originLink.set',
      { oneId: 'c1', otherId: 'c2', verdict: 'independent', note: 'two briefings' },
    ])
    .labelled('correct the origin of “claim c2” and “claim c1”: independent')
})

test.each([
  ['a claim and itself', corrected('o2', 'c3', 'c3', 'independent'), 'origin_link_to_itself'],
  ['an unknown claim', corrected('o2', 'c1', 'c9', 'same origin'), 'unknown_claim'],
  ['a verdict that does not exist', corrected('o2', 'c1', 'c3', 'perhaps'), 'malformed_command'],
  ['an id that is taken', corrected('o1', 'c1', 'c3', 'same origin'), 'id_taken'],
  ['the same correction again', corrected('o2', 'c2', 'c1', 'independent'), 'nothing_to_change'],
])('given a corrected pair, when %s is corrected, then it is refused', (_, step, code) => {
  given(...claims, corrected('o1', 'c1', 'c2', 'independent'))
    .when(...step)
    .thenRejected(code)
})

test('given a corrected pair, when it is corrected anew from the other side, then its row changes', () => {
  given(...claims, corrected('o1', 'c1', 'c2', 'independent'))
    .when(...corrected('o2', 'c2', 'c1', 'same origin'))
    .thenEvents(['originLinks/o1', 'originLink.changed', { set: { verdict: 'same origin' } }])
})

test('given a correction with a note, when only its verdict is given anew, then the note stays', () => {
  const anew = given(...claims, corrected('o1', 'c1', 'c2', 'independent', 'own count')).when(
    'originLink.set',
    {
      id: 'o2',
      oneId: 'c1',
      otherId: 'c2',
      verdict: 'same origin',
    },
  )
  expect(anew.row('originLinks', 'o1')).toMatchObject({ verdict: 'same origin', note: 'own count' })
})

test('given corrections, when they are cleared and that is undone, then they stand again', () => {
  const cleared = given(
    ...claims,
    corrected('o1', 'c1', 'c2', 'independent'),
    corrected('o2', 'c2', 'c3', 'same origin'),
  ).when('originLink.clear', { ids: ['o1', 'o2'] })
  cleared
    .thenEvents(['originLinks/o1', 'originLink.cleared'], ['originLinks/o2', 'originLink.cleared'])
    .labelled('take back 2 corrections of origin')
  expect(cleared.row('originLinks', 'o1')).toBeUndefined()
  expect(cleared.when('history.undo', {}).row('originLinks', 'o1')).toMatchObject({ verdict: 'independent' })
})

test('given a correction made anew since its clearing, when the clearing is undone, then it is refused', () => {
  given(
    ...claims,
    corrected('o1', 'c1', 'c2', 'independent'),
    ['originLink.clear', { ids: ['o1'] }],
    ['originLink.set', { id: 'o2', oneId: 'c1', otherId: 'c2', verdict: 'same origin' }, 'ben'],
  )
    .when('history.undo', {})
    .thenRejected('undo_blocked', 'already corrected')
})

test('given a corrected claim, when it is removed, then its corrections go with it and come back with it', () => {
  const removed = given(...claims, corrected('o1', 'c1', 'c2', 'independent')).when('claim.remove', {
    ids: ['c2'],
  })
  removed.thenEvents(['originLinks/o1', 'originLink.cleared'], ['claims/c2', 'claim.removed'])
  expect(removed.when('history.undo', {}).row('originLinks', 'o1')).toMatchObject({ verdict: 'independent' })
})
