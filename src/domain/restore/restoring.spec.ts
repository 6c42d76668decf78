import { describe, expect, it } from 'vitest'
import { type ItemStep, itemHistory } from '../history/item.ts'
import type { HistoryRow, Names } from '../history/names.ts'
import { restorable } from './restoring.ts'

const names: Names = { row: () => undefined, label: () => undefined }
const claim = {
  id: 'c1',
  statement: 'There are 8,000',
  credibility: 6,
  place: 'Kursk',
  via: [],
  evidence: [],
}
const at = (seq: number) => `2024-11-01T10:0${seq}:00.000Z`

/** Events 3, 4, …, each leaving the row as given. */
function steps(...states: (HistoryRow | undefined)[]): ItemStep[] {
  return states.map((after, index) => ({
    seq: index + 3,
    at: at(index + 3),
    by: index % 2 === 0 ? 'an' : 'bo',
    before: states[index - 1],
    after,
  }))
}

const regraded = { ...claim, credibility: 3 }
const moved = { ...regraded, place: 'Rostov' }
const again = { ...moved, credibility: 2 }
const restoreAt = (asOf: number, given: ItemStep[]) => restorable('claims/c1', 'claims', given, asOf, names)

describe('what restoring would change', () => {
  it('is each field that differs, with every later edit of it and who made it', () => {
    const { state, fields } = restoreAt(3, steps(claim, regraded, moved, again))
    expect(state).toBe('changed')
    expect(fields).toEqual([
      {
        key: 'place',
        label: 'place',
        columns: ['place'],
        was: 'Kursk',
        now: 'Rostov',
        lines: null,
        later: [{ seq: 5, at: at(5), by: 'an', before: 'Kursk', after: 'Rostov' }],
      },
      {
        key: 'credibility',
        label: 'credibility',
        columns: ['credibility'],
        was: '6 truth cannot be judged',
        now: '2 probably true',
        lines: null,
        later: [
          { seq: 4, at: at(4), by: 'bo', before: '6 truth cannot be judged', after: '3 possibly true' },
          { seq: 6, at: at(6), by: 'bo', before: '3 possibly true', after: '2 probably true' },
        ],
      },
    ])
  })

  it('leaves out fields that are again what they were', () => {
    expect(restoreAt(3, steps(claim, regraded, claim))).toMatchObject({ state: 'same', fields: [] })
  })

  it('names only the columns that differ of a field that several make up', () => {
    const counted = { ...claim, qualifier: 'exactly', low: 8000, high: 8000, unit: 'soldiers' }
    const [field] = restoreAt(3, steps(counted, { ...counted, low: 9000, high: 9000 })).fields
    expect(field).toMatchObject({ key: 'quantity', columns: ['low', 'high'] })
  })

  it('tells texts of several lines line by line, those of a brief too', () => {
    const noted = { ...claim, note: 'one\ntwo' }
    const [note] = restoreAt(3, steps(noted, { ...noted, note: 'one' })).fields
    expect(note?.lines).toEqual([
      { kind: 'same', text: 'one' },
      { kind: 'new', text: 'two' },
    ])
    const brief = { id: 'b1', name: 'Friday', sections: [{ kind: 'text', heading: 'In short', body: 'Old' }] }
    const rewritten = { ...brief, sections: [{ kind: 'text', heading: 'In short', body: 'New' }] }
    const [sections] = restorable('briefs/b1', 'briefs', steps(brief, rewritten), 3, names).fields
    expect(sections?.lines).toContainEqual({ kind: 'new', text: 'Old' })
    expect(sections?.lines).toContainEqual({ kind: 'old', text: 'New' })
  })

  it('is the whole row where it is gone, with who removed it', () => {
    expect(restoreAt(4, steps(claim, regraded, undefined))).toMatchObject({
      state: 'gone',
      name: 'There are 8,000',
      removedBy: { seq: 5, by: 'an' },
    })
  })

  it('is nothing for a row that was not there yet, or not any more', () => {
    expect(restoreAt(2, steps(claim)).state).toBe('not yet')
    expect(restoreAt(4, steps(claim, undefined, claim)).state).toBe('not yet')
  })

  it('tells the edits made while a row went and came back', () => {
    const [field] = restoreAt(3, steps(claim, undefined, regraded)).fields
    expect(field?.later).toMatchObject([{ seq: 5, after: '3 possibly true' }])
  })
})

describe('the blame of an item', () => {
  it('has every earlier value of a field, newest first', () => {
    const item = itemHistory('claims', steps(claim, regraded, moved, again), names)
    const grade = item?.fields.find(({ key }) => key === 'credibility')
    expect(grade).toMatchObject({ value: '2 probably true', seq: 6, by: 'bo' })
    expect(grade?.earlier.map(({ seq, value }) => [seq, value])).toEqual([
      [4, '3 possibly true'],
      [3, '6 truth cannot be judged'],
    ])
  })

  it('says who emptied a field', () => {
    const item = itemHistory('claims', steps(claim, { ...claim, place: '' }), names)
    expect(item?.fields.find(({ key }) => key === 'place')).toMatchObject({ value: '', seq: 4, by: 'bo' })
  })

  it('counts an empty beginning among the earlier values, and leaves out what was never filled', () => {
    const bare = { ...claim, place: '', note: '' }
    const item = itemHistory('claims', steps(bare, { ...bare, place: 'Kursk' }), names)
    expect(item?.fields.find(({ key }) => key === 'place')?.earlier).toMatchObject([{ value: '', seq: 3 }])
    expect(item?.fields.map(({ key }) => key)).not.toContain('note')
  })

  it('keeps who set a field when the row went and came back as it was', () => {
    const item = itemHistory('claims', steps(claim, undefined, claim), names)
    expect(item?.fields.find(({ key }) => key === 'place')).toMatchObject({ seq: 3, earlier: [] })
  })
})
