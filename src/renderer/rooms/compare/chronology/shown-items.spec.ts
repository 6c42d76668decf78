import { expect, test } from 'vitest'
import type { Chronology, ChronologyClaim } from '../../../../contract/compare.ts'
import { shownItems } from './shown-items.ts'

const day = { from: '2024-03-01', to: '2024-03-01' }
const everything = { sourceIds: [], stances: [], kinds: [] }

test('no filter lets everything through, as it is', () => {
  expect(shownItems(chronology, everything)).toBe(chronology)
})

test('a speaker’s claims come with the articles they rest on', () => {
  expect(ids({ ...everything, sourceIds: ['harbour'] })).toEqual(['first', 'morning'])
})

test('a stance narrows likewise, and both at once leave what fits both', () => {
  expect(ids({ ...everything, stances: ['denies'] })).toEqual(['second', 'evening'])
  expect(ids({ ...everything, sourceIds: ['harbour'], stances: ['denies'] })).toEqual([])
})

test('a kind leaves out the other, whatever else is chosen', () => {
  expect(ids({ ...everything, kinds: ['article'] })).toEqual(['morning', 'evening', 'unread'])
  expect(ids({ ...everything, kinds: ['article'], sourceIds: ['harbour'] })).toEqual(['morning'])
  expect(ids({ ...everything, kinds: ['claim'] })).toEqual(['first', 'second', 'third'])
})

function claim(id: string, sourceId: string | null, stance: ChronologyClaim['stance']): ChronologyClaim {
  const dated = { event: day, said: null, enteredAt: '2024-03-02T08:00:00.000Z' }
  return {
    kind: 'claim',
    id,
    sourceId,
    stance,
    status: 'open',
    credibility: null,
    words: id,
    origin: null,
    ...dated,
  }
}

function article(id: string, claimIds: string[]): Chronology['items'][number] {
  const dated = { event: null, said: day, enteredAt: '2024-03-02T08:00:00.000Z' }
  return { kind: 'article', id, words: id, publisher: '', claimIds, ...dated }
}

const chronology: Chronology = {
  sources: [],
  items: [
    claim('first', 'harbour', 'asserts'),
    claim('second', 'council', 'denies'),
    claim('third', null, 'asserts'),
    article('morning', ['first']),
    article('evening', ['second', 'third']),
    article('unread', []),
  ],
}

function ids(filter: Parameters<typeof shownItems>[1]): string[] {
  return shownItems(chronology, filter).items.map(({ id }) => id)
}
