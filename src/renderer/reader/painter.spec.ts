import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withLevels } from './painter.ts'

const span = (id: string, start: number, end: number) => ({ id, start, end, styles: [] })

describe('the heights of underlines', () => {
  it('are the same for spans that do not meet', () => {
    expect(withLevels([span('a', 0, 5), span('b', 5, 9)]).map(({ level }) => level)).toEqual([0, 0])
  })

  it('differ for nested and for overlapping spans', () => {
    const levels = withLevels([span('outer', 0, 20), span('inner', 5, 9), span('over', 15, 30)])
    expect(levels.map(({ span: { id }, level }) => [id, level])).toEqual([
      ['outer', 0],
      ['inner', 1],
      ['over', 1],
    ])
  })

  it('do not depend on the order in which spans come', () => {
    const some = fc.array(fc.record({ start: fc.nat(50), length: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(some, fc.nat(), (list, turn) => {
        const spans = list.map(({ start, length }, index) => span(String(index), start, start + length))
        const at = spans.length === 0 ? 0 : turn % spans.length
        const turned = [...spans.slice(at), ...spans.slice(0, at)]
        expect(withLevels(turned)).toEqual(withLevels(spans))
      }),
    )
  })
})
