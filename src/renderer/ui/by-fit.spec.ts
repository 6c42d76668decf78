import { expect, test } from 'vitest'
import { byFit } from './by-fit.ts'

const named = (...labels: string[]) => labels.map((label) => ({ label }))

test('given names that have the words somewhere, then the very name comes first, then those that begin with it', () => {
  const names = named('Council of Zurich', 'Zürich West', 'Old Zurich', 'Zürich')
  expect(byFit(names, 'zurich')).toEqual(named('Zürich', 'Zürich West', 'Council of Zurich', 'Old Zurich'))
})

test('given nothing that is looked for, then the order stays', () => {
  expect(byFit(named('b', 'a'), '')).toEqual(named('b', 'a'))
})
