import { expect, test } from 'vitest'
import { changedFields } from '../history/fields.ts'
import { tellEvent } from '../history/sentence.ts'
import {
  columnsOfField,
  columnsWithoutField,
  emptyClaim,
  fieldKeys,
  fieldOf,
  inOrder,
  nounOf,
} from './fields.ts'
import { claims as table } from './row.ts'

const notFilledIn = ['id', 'enteredAt', 'enteredBy']

test('given the row of a claim, each column that somebody fills in belongs to one field', () => {
  const covered = fieldKeys.flatMap((key): string[] => columnsOfField(key))
  const columns = Object.keys(table.schema.shape).filter((column) => !notFilledIn.includes(column))
  expect(covered.toSorted()).toEqual(columns.toSorted())
  expect(columnsWithoutField).toEqual({})
})

test('given two fields, neither their columns in the table nor their headers in CSV are the same', () => {
  for (const names of [
    fieldKeys.flatMap((key) => Object.keys(fieldOf(key).columns)),
    fieldKeys.flatMap((key) => fieldOf(key).csv),
    fieldKeys.map((key) => fieldOf(key).label),
  ]) {
    expect(new Set(names).size).toBe(names.length)
  }
})

test.each(fieldKeys)('given a change of its %s, History tells it under the one label there is', (key) => {
  const before = { id: 'c1', ...emptyClaim, evidence: [] as string[] }
  const after = { ...before, ...differing(key) }
  const [change] = changedFields('claims', before, after, names)
  expect(change).toMatchObject({ key, label: fieldOf(key).label.toLowerCase() })
})

test.each(fieldKeys.filter((key) => key !== 'evidence'))(
  'given an edit of its %s, the sentence in History calls it as undo does',
  (key) => {
    const before = { id: 'c1', ...emptyClaim, evidence: [] as string[] }
    const set = differing(key)
    const event = { type: 'claim.changed', stream: 'claims/c1', payload: { set } }
    const told = tellEvent(event, before, { ...before, ...set }, names)
    expect(told[0]!.text).toMatch(new RegExp(`^(Changed|Graded) ${nounOf(fieldOf(key))} of $`))
  },
)

test('given a label that is no noun, it stands in quotation marks within a sentence', () => {
  expect(nounOf(fieldOf('happened'))).toBe('“happened”')
  expect(nounOf(fieldOf('place'))).toBe('place')
})

test('given an order that is known, what came later follows it', () => {
  expect(inOrder(['b', 'gone', 'a'], ['a', 'b', 'c'])).toEqual(['b', 'a', 'c'])
})

const names = { row: () => undefined, label: () => undefined }

/** The field's columns with other values than those of an empty claim. */
function differing(key: (typeof fieldKeys)[number]): object {
  const columns = columnsOfField(key)
  return Object.fromEntries(columns.map((column, place) => [column, otherValues(key)[place]]))
}

function otherValues(key: (typeof fieldKeys)[number]): unknown[] {
  const field = fieldOf(key)
  switch (field.kind) {
    case 'prose':
    case 'line':
      return ['Another']
    case 'source':
    case 'topic':
      return ['x1']
    case 'chain':
    case 'evidence':
      return [['x1']]
    case 'days':
      return ['2024-10-30', '2024-10-31']
    case 'quantity':
      return ['exactly', 1, 1, 'km']
    case 'choice':
      return [field.values.at(-1)]
  }
}
