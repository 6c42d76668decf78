import { expect, test } from 'vitest'
import { firstFreeHotkey, hotkeys } from './hotkey.ts'

test('given tags with some of the keys, then a new tag gets the first that is free', () => {
  expect(firstFreeHotkey([])).toBe('1')
  expect(firstFreeHotkey([{ hotkey: '2' }, { hotkey: null }, { hotkey: '1' }])).toBe('3')
})

test('given tags with all nine keys, then a new tag gets none', () => {
  expect(firstFreeHotkey(hotkeys.map((hotkey) => ({ hotkey })))).toBeNull()
})
