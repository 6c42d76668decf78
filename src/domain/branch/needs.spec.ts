import { expect, test } from 'vitest'
import { kept } from './branch.fixture.ts'
import { needsOf, withNeeds } from './needs.ts'

const tag = kept('tag', 11, { type: 'tag.create', touches: ['tags/t'], makes: ['tags/t'] })
const fork = 10

test.each([
  ['touches it', { touches: ['tags/t'] }],
  ['names it in its arguments', { args: { spans: [{ id: 'n', tagIds: ['t'] }] } }],
  ['names it as a stream', { args: { items: [{ stream: 'tags/t' }] } }],
  ['names it as a key', { args: { wording: { t: 'Other words' } } }],
  ['undoes its making', { kind: 'undo' as const, target: 'tag' }],
])('a command needs the one that made a row when it %s', (_, more) => {
  expect(needsOf([tag, kept('later', 12, more)], fork).get('later')).toEqual(['tag'])
})

test('a row that was there at the fork needs nothing, nor does a row of the command’s own', () => {
  const needs = needsOf(
    [kept('one', 11, { touches: ['claims/c'] }), kept('two', 12, { touches: ['claims/c'] })],
    fork,
  )
  expect([...needs.values()]).toEqual([[], []])
  expect(needsOf([tag], fork).get('tag')).toEqual([])
})

test('a redo needs the undo before it, and that the command', () => {
  const undo = kept('undo', 12, { kind: 'undo', target: 'tag' })
  const redo = kept('redo', 13, { kind: 'redo', target: 'tag' })
  const needs = needsOf([tag, undo, redo], fork)
  expect(needs.get('redo')).toEqual(['undo'])
  expect([...withNeeds(['redo'], (id) => needs.get(id)!)].sort()).toEqual(['redo', 'tag', 'undo'])
})

test('a command that speaks of an event needs the one that made it, where that lies after the fork', () => {
  const restore = (asOf: number) =>
    kept('restore', 12, { type: 'history.restore', args: { asOf, items: [] } })
  expect(needsOf([tag, restore(11)], fork).get('restore')).toEqual(['tag'])
  expect(needsOf([tag, restore(10)], fork).get('restore')).toEqual([])
})
