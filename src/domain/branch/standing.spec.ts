import { expect, test } from 'vitest'
import { kept } from './branch.fixture.ts'
import { standingCommands, undoneCommands } from './standing.ts'

const undo = (commandId: string, target: string) => kept(commandId, 1, { kind: 'undo', target })
const redo = (commandId: string, target: string) => kept(commandId, 1, { kind: 'redo', target })

test('what was undone and not redone does not stand, and neither do the undo and redo themselves', () => {
  const commands = [kept('a', 1), kept('b', 2), undo('u', 'b'), kept('c', 3), undo('v', 'c'), redo('r', 'c')]
  expect([...undoneCommands(commands)]).toEqual(['b'])
  expect([...standingCommands(commands)]).toEqual(['a', 'c'])
})

test('an undo of what stood at the fork stands, unless it was redone', () => {
  expect([...standingCommands([undo('u', 'before')])]).toEqual(['u'])
  expect([...standingCommands([undo('u', 'before'), redo('r', 'before')])]).toEqual([])
  expect([...standingCommands([undo('u', 'before'), redo('r', 'before'), undo('v', 'before')])]).toEqual([
    'v',
  ])
})

test('joining and profiles are nobody’s reading', () => {
  expect([...standingCommands([kept('j', 1, { type: 'analyst.join' })])]).toEqual([])
})
