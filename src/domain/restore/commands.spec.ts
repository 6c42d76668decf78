import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

/** Events 3 to 6. */
const claim: Step = ['claim.make', { id: 'c1', statement: 'There are 8,000', credibility: 3, place: 'Kursk' }]
const graded: Step = ['claim.change', { ids: ['c1'], set: { credibility: 2 } }]
const moved: Step = ['claim.change', { ids: ['c1'], set: { place: 'Rostov' } }, 'ben']
const removed: Step = ['claim.remove', { ids: ['c1'] }]

test('given a changed grade, when it is restored alone, then later work on other fields stays', () => {
  const restored = given(claim, graded, moved).when('history.restore', {
    asOf: 3,
    items: [{ stream: 'claims/c1', fields: ['credibility'] }],
  })
  restored
    .thenEvents(['claims/c1', 'row.restored', { asOf: 3, change: { op: 'set', fields: { credibility: 3 } } }])
    .labelled('restore “There are 8,000” as of event 3')
  expect(restored.row('claims', 'c1')).toMatchObject({ credibility: 3, place: 'Rostov' })
  const undone = restored.when('history.undo', {})
  expect(undone.row('claims', 'c1')).toMatchObject({ credibility: 2, place: 'Rostov' })
})

test('given a whole item, then every field that differs comes back', () => {
  const restored = given(claim, graded, moved).when('history.restore', {
    asOf: 3,
    items: [{ stream: 'claims/c1' }],
  })
  expect(restored.row('claims', 'c1')).toMatchObject({ credibility: 3, place: 'Kursk' })
})

test('given a claim that was removed, then it is entered again as it was', () => {
  const restored = given(claim, graded, removed).when('history.restore', {
    asOf: 4,
    items: [{ stream: 'claims/c1' }],
  })
  restored.thenEvents(['claims/c1', 'row.restored', { change: { op: 'insert' } }])
  expect(restored.row('claims', 'c1')).toMatchObject({ credibility: 2, statement: 'There are 8,000' })
})

test('given nothing that differs, then there is nothing to change', () => {
  given(claim)
    .when('history.restore', { asOf: 3, items: [{ stream: 'claims/c1' }] })
    .thenRejected('nothing_to_change')
})

test('given what is not there, not then, or not a field, then it is refused', () => {
  const work = given(claim, graded)
  const restore = (asOf: number, item: object) => work.when('history.restore', { asOf, items: [item] })
  restore(2, { stream: 'claims/c1' }).thenRejected('nothing_there_then')
  restore(99, { stream: 'claims/c1' }).thenRejected('no_such_moment')
  restore(3, { stream: 'claims/c1', fields: ['colour'] }).thenRejected('unknown_field', 'colour')
  restore(3, { stream: 'nothing' }).thenRejected('not_restorable')
  restore(3, { stream: 'analysts/ann' }).thenRejected('not_restorable')
})

test('given a name that is taken by now, then restoring it is refused with the reason', () => {
  given(
    ['tag.create', { id: 't1', name: 'size', colour: 'blue' }],
    ['tag.change', { id: 't1', set: { name: 'force size' } }],
    ['tag.create', { id: 't2', name: 'size', colour: 'pink' }],
  )
    .when('history.restore', { asOf: 3, items: [{ stream: 'tags/t1', fields: ['name'] }] })
    .thenRejected('undo_blocked', 'Cannot restore')
})
