import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { events } from '../catalogue.ts'
import { applyEvent, type StoredEvent, UnknownEvent, upcast } from '../fold.ts'
import { dumpTables, memoryTables } from '../memory-tables.ts'

/**
 * Logs as released versions of the program wrote them, never edited. A new version of an event gets a new file
 * beside them; the tables that a file folds to may gain fields, its events may not change.
 */
const samples = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map(readSample)

test('given the catalogue, then every version of every event has a frozen sample', () => {
  const sampled = new Set(
    samples.flatMap((sample) => sample.events.map(({ type, version }) => `${type} ${version}`)),
  )
  const needed = [...events.values()].flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, index) => `${type} ${index + 1}`),
  )
  expect(needed.filter((name) => !sampled.has(name))).toEqual([])
})

test.each(samples)('given $name, when it is folded, then its tables are what they were', (sample) => {
  const tables = memoryTables()
  for (const event of sample.events) applyEvent(tables, event)
  // Tables that came later are empty then, and rows may have gained fields.
  expect(dumpTables(tables)).toMatchObject({ ...dumpTables(memoryTables()), ...sample.tables })
})

test.each(samples)(
  'given $name, then every payload, upcast, fits the newest schema',
  ({ events: stored }) => {
    for (const event of stored) {
      const definition = events.get(event.type)!
      const payload = upcast(definition, event)
      expect(definition.payload.parse(payload)).toEqual(payload)
    }
  },
)

test.each([
  ['type', { type: 'claim.dreamt' }],
  ['version', { version: 99 }],
])(
  'given an event of an unknown %s, when it is folded, then the fold stops and says which event',
  (_, fields) => {
    const event = { ...samples.find(({ name }) => name === 'events.v1.json')!.events[0]!, ...fields }
    expect(() => applyEvent(memoryTables(), event)).toThrow(UnknownEvent)
    expect(() => applyEvent(memoryTables(), event)).toThrow(/Event 1 has/)
  },
)

function readSample(name: string): { name: string; events: StoredEvent[]; tables: object } {
  const sample = JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
  return { name, ...sample }
}
