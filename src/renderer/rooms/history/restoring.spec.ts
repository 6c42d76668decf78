import { describe, expect, it } from 'vitest'
import type { Restorable, RestorableField } from '../../../domain/restore/restoring.ts'
import { firstChosen, offered, restoreItems } from './restoring.ts'

function field(key: string, columns: string[], ...later: number[]): RestorableField {
  const edits = later.map((seq) => ({ seq, at: '', by: 'bo', before: 'a', after: 'b' }))
  return { key, label: key, columns, was: 'a', now: 'b', lines: null, later: edits }
}

function item(stream: string, state: Restorable['state'], ...fields: RestorableField[]): Restorable {
  const removedBy = state === 'gone' ? { seq: 9, at: '', by: 'bo' } : null
  return { stream, table: 'claims', name: stream, state, fields, removedBy }
}

const changed = item(
  'claims/c1',
  'changed',
  field('place', ['place'], 5),
  field('quantity', ['low', 'high'], 5, 8),
)
const gone = item('claims/c2', 'gone')
const asked = { asOf: 3, seenTo: 6, items: [{ stream: 'claims/c1' }] }

describe('restoring', () => {
  it('begins with what nobody edited after it was seen', () => {
    expect([...firstChosen([changed, gone], 6)]).toEqual(['claims/c1#place'])
    expect([...firstChosen([changed, gone], 9)]).toEqual([
      'claims/c1#place',
      'claims/c1#quantity',
      'claims/c2',
    ])
  })

  it('offers only the fields that were asked for', () => {
    const [only] = offered([changed], { ...asked, items: [{ stream: 'claims/c1', keys: ['place'] }] })
    expect(only?.fields.map(({ key }) => key)).toEqual(['place'])
    expect(offered([changed], asked)[0]?.fields).toHaveLength(2)
  })

  it('asks for the columns of the chosen fields, and for a row that is gone as a whole', () => {
    const chosen = new Set(['claims/c1#quantity', 'claims/c2'])
    expect(restoreItems([changed, gone], chosen)).toEqual([
      { stream: 'claims/c1', fields: ['low', 'high'] },
      { stream: 'claims/c2' },
    ])
    expect(restoreItems([changed, gone], new Set())).toEqual([])
  })
})
