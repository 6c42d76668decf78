import { expect, test } from 'vitest'
import { Rejected } from '../rejection.ts'
import { kept } from './branch.fixture.ts'
import { type Translating, translateArgs } from './translate.ts'

const parent: Translating = {
  fork: 10,
  takenAs: (commandId) => (commandId === 'taken' ? 'taken-there' : undefined),
  eventOf: (seq) => (seq === 11 ? 31 : undefined),
  isOwn: (commandId) => commandId !== 'before',
  text: (hash) => `text of ${hash}`,
}

test('most arguments are given as they are', () => {
  const args = { ids: ['c'], set: { place: 'Kursk' } }
  expect(translateArgs(kept('a', 11, { args }), parent)).toBe(args)
})

test('an import gets its text again, beside everything else', () => {
  const args = { articles: [{ id: 'a', title: 'One', textHash: 'abc' }] }
  expect(translateArgs(kept('i', 11, { type: 'article.import', args }), parent)).toEqual({
    articles: [{ id: 'a', title: 'One', text: 'text of abc' }],
  })
})

test('an undo expects the parent’s own command, or what stood at the fork', () => {
  const undo = (target: string) => kept('u', 12, { kind: 'undo', type: 'history.undo', target, args: {} })
  expect(translateArgs(undo('taken'), parent)).toEqual({ expected: 'taken-there' })
  expect(translateArgs(undo('before'), parent)).toEqual({ expected: 'before' })
  expect(() => translateArgs(undo('left'), parent)).toThrow(Rejected)
})

test('an event of the branch becomes the parent’s; one that both have stays', () => {
  const named = (seq: number) => kept('m', 13, { type: 'moment.name', args: { id: 'm', name: 'Then', seq } })
  expect(translateArgs(named(7), parent)).toMatchObject({ seq: 7 })
  expect(translateArgs(named(11), parent)).toMatchObject({ name: 'Then', seq: 31 })
  expect(() => translateArgs(named(12), parent)).toThrow('event 12 of the branch')
})
