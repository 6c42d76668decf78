import { expect, test } from 'vitest'
import { given } from '../spec-kit.fixture.ts'

const cleo = { id: 'cleo', name: 'Cleo Example', initials: 'CE', colour: 'pink' }

test('given a new analyst, when they join, then their profile stands in the log', () => {
  given()
    .when('analyst.join', cleo, 'cleo')
    .thenEvents(['analysts/cleo', 'analyst.joined', { name: 'Cleo Example', initials: 'CE', colour: 'pink' }])
    .labelled('join as Cleo Example')
})

test('given an analyst who has joined, when they join again, then it is refused', () => {
  given(['analyst.join', cleo, 'cleo']).when('analyst.join', cleo, 'cleo').thenRejected('id_taken')
})

test('given a profile, when a field of it changes, then only that field is recorded', () => {
  const changed = given().when('analyst.change', { id: 'ann', set: { initials: 'AX', colour: 'blue' } })
  changed
    .thenEvents(['analysts/ann', 'analyst.changed', { set: { initials: 'AX' } }])
    .labelled('change the profile')
  expect(changed.row('analysts', 'ann')).toMatchObject({ name: 'Ann Example', initials: 'AX' })
})

test('given nothing different, when a profile is changed, then it is refused', () => {
  given()
    .when('analyst.change', { id: 'ann', set: { name: 'Ann Example' } })
    .thenRejected('nothing_to_change')
})

test('given nobody of that id, when a profile is changed, then it is refused', () => {
  given()
    .when('analyst.change', { id: 'zoe', set: { name: 'Zoe' } })
    .thenRejected('unknown_analyst')
})

test.each([
  ['no name', { ...cleo, name: '   ' }],
  ['too long initials', { ...cleo, initials: 'CLEOP' }],
  ['a colour outside the palette', { ...cleo, colour: 'mauve' }],
  ['a line break in the name', { ...cleo, name: 'Cleo\nExample' }],
])('given a profile with %s, when it joins, then it is refused', (_, args) => {
  given().when('analyst.join', args).thenRejected('malformed_command')
})
