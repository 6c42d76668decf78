import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../contract/rows.ts'
import { commandWords, currentLine, daysOf } from './lines.ts'

function entry(seq: number, commandId: string, at: string): HistoryEntry {
  return {
    seq,
    eventId: `e${seq}`,
    at,
    by: 'an',
    byName: 'An',
    commandId,
    label: `tag 2 spans by ${commandId}`,
    how: 'do',
    ofCommand: 2,
    type: 'annotation.made',
    table: 'annotations',
    id: `n${seq}`,
    sentence: [],
    hash: '',
  }
}

const entries = [
  entry(5, 'c', '2024-11-02T09:00:00.000Z'),
  entry(4, 'b', '2024-11-01T16:42:00.000Z'),
  entry(3, 'b', '2024-11-01T16:42:00.000Z'),
  entry(2, 'a', '2024-11-01T10:00:00.000Z'),
]
const day = (at: string) => at.slice(0, 10)

describe('the lines of the log', () => {
  it('are grouped by day, newest first', () => {
    expect(daysOf(entries, new Set(), day).map(({ id, lines }) => [id, lines.length])).toEqual([
      ['2024-11-02', 1],
      ['2024-11-01', 2],
    ])
  })

  it('fold a command of several events into one', () => {
    const [, first] = daysOf(entries, new Set(), day)
    expect(first?.lines[0]).toMatchObject({ kind: 'command', words: 'Tagged 2 spans by b', events: 2 })
  })

  it('show the events of a command that is open under it', () => {
    const [, first] = daysOf(entries, new Set(['b']), day)
    expect(first?.lines.map(({ kind, entry: { seq } }) => [kind, seq])).toEqual([
      ['command', 4],
      ['event', 4],
      ['event', 3],
      ['event', 2],
    ])
  })

  it('say of an undo what it undid', () => {
    expect(commandWords({ label: 'tag 14 spans', how: 'undo' })).toBe('Undid: tag 14 spans')
  })

  it('know at which of them one stands', () => {
    const folded = daysOf(entries, new Set(), day)
    expect([9, 5, 4, 3, 2].map((seq) => currentLine(folded, seq))).toEqual([
      'event 5',
      'event 5',
      'command b',
      'command b',
      'event 2',
    ])
    expect(currentLine(folded, 1)).toBeNull()
    expect(currentLine(daysOf(entries, new Set(['b']), day), 3)).toBe('event 3')
  })
})
