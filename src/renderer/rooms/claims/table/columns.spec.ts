import { expect, test } from 'vitest'
import { claimColumns } from '../../../../contract/claim-query.ts'
import { arrangedColumns, changeColumn, defaultColumns, moveColumn } from './columns.ts'

const idsOf = (choices: { id: string }[]) => choices.map(({ id }) => id)

test('given nothing remembered, when columns are arranged, then every column of the contract has its place', () => {
  expect(idsOf(arrangedColumns(undefined))).toEqual([...claimColumns])
})

test('given a remembered order, when columns are arranged, then it holds and new columns come last', () => {
  const arranged = arrangedColumns([
    { id: 'status', width: 200, shown: false },
    { id: 'statement', width: 400, shown: true },
  ])
  expect(arranged.slice(0, 2)).toEqual([
    { id: 'status', width: 200, shown: false },
    { id: 'statement', width: 400, shown: true },
  ])
  expect(arranged).toHaveLength(claimColumns.length)
})

test('given a damaged memory, when columns are arranged, then what makes no sense is left out', () => {
  const arranged = arrangedColumns([
    { id: 'no such column', width: 1 },
    null,
    7,
    { id: 'topic', width: Number.POSITIVE_INFINITY, shown: 'yes' },
    { id: 'topic', width: 80, shown: false },
    { id: 'statement', width: 300, shown: false },
  ])
  expect(arranged.slice(0, 2)).toEqual([
    { id: 'topic', width: 900, shown: true },
    { id: 'statement', width: 300, shown: true },
  ])
  expect(new Set(idsOf(arranged)).size).toBe(claimColumns.length)
})

test('when a column is moved onto another, then it takes that place in either direction', () => {
  const first = claimColumns[0]!
  const third = claimColumns[2]!
  expect(idsOf(moveColumn(defaultColumns, first, third)).slice(0, 3)).toEqual([claimColumns[1], third, first])
  expect(idsOf(moveColumn(defaultColumns, third, first)).slice(0, 3)).toEqual([third, first, claimColumns[1]])
})

test('when a width is set, then it stays between the narrowest and the widest', () => {
  const narrow = changeColumn(defaultColumns, 'unit', { width: 3 }).find(({ id }) => id === 'unit')
  expect(narrow?.width).toBe(60)
})
