import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const named: Step = ['moment.name', { id: 'm1', name: 'as briefed on Friday', seq: 2 }]

test('given a log, when a place in it is named, then it is kept with its event', () => {
  given()
    .when('moment.name', { id: 'm1', name: 'as briefed on Friday', seq: 2 })
    .thenEvents(['moments/m1', 'moment.named', { name: 'as briefed on Friday', note: '', seq: 2 }])
    .labelled('name the moment “as briefed on Friday” (event 2)')
})

test('given two events, then no moment past them can be named', () => {
  given()
    .when('moment.name', { id: 'm1', name: 'tomorrow', seq: 3 })
    .thenRejected('no_such_moment', 'the log ends at event 2')
})

test('given a name that is taken, in other capitals too, then another is wanted', () => {
  given(named)
    .when('moment.name', { id: 'm2', name: 'As Briefed on FRIDAY', seq: 1 })
    .thenRejected('name_taken', 'at event 2')
})

test('given a moment, then it is renamed, explained and removed, and each is undone', () => {
  const changed = given(named).when('moment.change', {
    id: 'm1',
    set: { name: 'Friday', note: 'to the desk' },
  })
  expect(changed.row('moments', 'm1')).toMatchObject({ name: 'Friday', note: 'to the desk', seq: 2 })
  const removed = changed.when('moment.remove', { id: 'm1' })
  expect(removed.row('moments', 'm1')).toBeUndefined()
  expect(removed.when('history.undo', {}).row('moments', 'm1')).toMatchObject({ name: 'Friday' })
})
