import { describe, expect, it } from 'vitest'
import type { MomentListItem } from '../../../contract/rows.ts'
import { firstEnds, inOrder, placeOf } from './ends.ts'

const moment = (id: string, name: string, seq: number): MomentListItem => ({
  id,
  name,
  note: '',
  seq,
  at: null,
  namedBy: 'an',
  namedByName: 'An',
  namedAt: '',
})
const moments = [moment('m1', 'first draft', 300), moment('m2', 'as briefed', 1204)]
const now = { head: 1482, here: null, moments }

describe('the ends of a comparison', () => {
  it('begin with the last named moment and now', () => {
    expect(firstEnds(now)).toEqual({ from: { moment: 'm2' }, to: 'now' })
    expect(firstEnds({ ...now, moments: [] })).toEqual({ from: { seq: 0 }, to: 'now' })
  })

  it('begin with where the window stands', () => {
    expect(firstEnds({ ...now, here: 900 })).toEqual({ from: 'here', to: 'now' })
  })

  it('are named by the moment at them, else by their number', () => {
    expect(placeOf('here', { ...now, here: 1204 })).toEqual({ seq: 1204, words: '“as briefed”' })
    expect(placeOf('here', { ...now, here: 900 })).toEqual({ seq: 900, words: 'event 900' })
    expect(placeOf({ seq: 0 }, now)).toEqual({ seq: 0, words: 'the beginning' })
    expect(placeOf('now', now)).toEqual({ seq: 1482, words: 'now' })
  })

  it('are nowhere when the number is past the head or the name is gone', () => {
    expect(placeOf({ seq: 1483 }, now)).toBeNull()
    expect(placeOf({ moment: 'removed' }, now)).toBeNull()
  })

  it('are put in the order of the log', () => {
    const [a, b] = [placeOf('now', now)!, placeOf({ seq: 2 }, now)!]
    expect(inOrder(a, b)).toEqual([b, a])
    expect(inOrder(b, a)).toEqual([b, a])
  })
})
