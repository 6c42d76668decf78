import { expect, test } from 'vitest'
import { type Group, layLines } from './lines.ts'

const groups: Group[] = [
  { key: 'a', label: 'A', count: 3 },
  { key: 'b', label: 'B', count: 2 },
  { key: null, label: 'None', count: 1 },
]

test('given no groups, when lines are laid, then each claim has its own line', () => {
  const lines = layLines(5, [], () => false)
  expect(lines.count).toBe(5)
  expect(lines.at(3)).toEqual({ kind: 'claim', offset: 3, group: null })
  expect(lines.ofClaim(9)).toBe(4)
})

test('given groups, when lines are laid, then a heading stands before the claims of each', () => {
  const lines = layLines(6, groups, () => false)
  expect(Array.from({ length: lines.count }, (_, index) => lines.at(index))).toEqual([
    { kind: 'group', group: 0 },
    { kind: 'claim', offset: 0, group: 0 },
    { kind: 'claim', offset: 1, group: 0 },
    { kind: 'claim', offset: 2, group: 0 },
    { kind: 'group', group: 1 },
    { kind: 'claim', offset: 3, group: 1 },
    { kind: 'claim', offset: 4, group: 1 },
    { kind: 'group', group: 2 },
    { kind: 'claim', offset: 5, group: 2 },
  ])
})

test('given a folded group, when lines are laid, then it takes one line and its claims are found at its heading', () => {
  const lines = layLines(6, groups, (group) => group.key === 'a')
  expect(lines.count).toBe(6)
  expect(lines.at(1)).toEqual({ kind: 'group', group: 1 })
  expect(lines.at(2)).toEqual({ kind: 'claim', offset: 3, group: 1 })
  expect(lines.ofClaim(2)).toBe(0)
  expect(lines.ofGroup(2)).toBe(4)
})

test('given any fold, when a shown claim’s line is looked up, then that line is the claim', () => {
  for (const folded of ['a', 'b', 'none']) {
    const lines = layLines(6, groups, (group) => group.key === folded)
    for (let index = 0; index < lines.count; index++) {
      const line = lines.at(index)
      if (line.kind === 'claim') expect(lines.ofClaim(line.offset)).toBe(index)
      else expect(lines.ofGroup(line.group)).toBe(index)
    }
  }
})
