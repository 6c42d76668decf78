import { afterEach, expect, test, vi } from 'vitest'
import {
  offer,
  offeredActions,
  onOffered,
  type RegisteredAction,
  runAction,
  withdraw,
} from './offered-actions.ts'

afterEach(() => {
  withdraw('room')
  withdraw('frame')
})

test('given two offers of one id, then it is listed once, and the last one is what is listed and run', () => {
  const first = vi.fn()
  const last = vi.fn()
  offer('frame', [action('name', 'Name this moment…', first)])
  offer('room', [action('name', 'Name the moment here…', last)])
  expect(offeredActions().map(({ title }) => title)).toEqual(['Name the moment here…'])
  expect(runAction('name')).toBe(true)
  expect(first).not.toHaveBeenCalled()
  expect(last).toHaveBeenCalledOnce()
})

test('given two offers of one id, when the last is withdrawn, then the first is there again', () => {
  offer('frame', [action('name', 'Name this moment…')])
  offer('room', [action('name', 'Name the moment here…')])
  withdraw('room')
  expect(offeredActions().map(({ title }) => title)).toEqual(['Name this moment…'])
})

test('given an offer, when it is made again with another closure only, then nobody is told and the new one runs', () => {
  offer('room', [action('name', 'Name')])
  const told = vi.fn()
  const stop = onOffered(told)
  const before = offeredActions()
  const newer = vi.fn()
  offer('room', [action('name', 'Name', newer)])
  expect(told).not.toHaveBeenCalled()
  expect(offeredActions()).toBe(before)
  runAction('name')
  expect(newer).toHaveBeenCalledOnce()
  offer('room', [action('name', 'Another name')])
  expect(told).toHaveBeenCalledOnce()
  stop()
})

test('given an action that is not enabled, then it is neither listed nor run', () => {
  const run = vi.fn()
  offer('room', [{ ...action('name', 'Name', run), enabled: false }])
  expect(offeredActions()).toEqual([])
  expect(runAction('name')).toBe(false)
  expect(run).not.toHaveBeenCalled()
})

function action(id: string, title: string, run: () => void = () => {}): RegisteredAction {
  return { id, title, group: 'History', inDialog: false, run }
}
