import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  claimsOn,
  claimsTwice,
  classed,
  comparedClaim,
  elements,
  figure,
  harbour,
  someClaims,
  union,
} from '../charts.fixture.ts'
import { drawingText } from '../drawing/drawing.ts'
import { spreadChart, spreadTable } from './drawing.ts'
import { type SpreadView, spreadOf } from './spread.ts'

const topic = { id: 'ships', question: 'How many ships lie in the harbour?' }
const view: SpreadView = {
  width: 900,
  along: 'value',
  rows: 'claim',
  order: 'said',
  scale: 'auto',
  shown: null,
}

const views = fc.record({
  width: fc.constantFrom(240, 500, 1200),
  along: fc.constantFrom('value' as const, 'event' as const, 'statement' as const),
  rows: fc.constantFrom('claim' as const, 'source' as const),
  order: fc.constantFrom('said' as const, 'happened' as const, 'figure' as const, 'source' as const),
  scale: fc.constantFrom('auto' as const, 'linear' as const, 'log' as const),
  shown: fc.constant(null),
})

describe('the spread of a topic', () => {
  it('keeps what counts other things apart, names it, and lists what gives no figure', () => {
    const spread = spreadOf(topic, [
      comparedClaim('a', figure('exactly', 12, 12)),
      comparedClaim('b', { ...figure('about', 3, 3, 'Ships'), source: union }),
      comparedClaim('c', figure('up to', null, 90, 'sailors')),
      comparedClaim('d', figure('at least', 2, null, '')),
      comparedClaim('e'),
    ])
    expect(spread.groups.map(({ name, marks }) => [name, marks.map(({ claimId }) => claimId)])).toEqual([
      ['Ships', ['a', 'b']],
      ['no unit given', ['d']],
      ['sailors', ['c']],
    ])
    expect(spread).toMatchObject({ claims: 5, without: ['e'], sources: [harbour, union] })
  })

  it('keeps the words of a figure beside what they were brought to', () => {
    const spread = spreadOf(topic, [
      comparedClaim('a', figure('exactly', 5, 5, 'miles')),
      comparedClaim('b', figure('exactly', 9, 9, 'km')),
      comparedClaim('c', figure('exactly', 9, 9, 'km')),
    ])
    expect(spread.groups[0]!.marks[0]).toMatchObject({ words: '5 miles', low: 8.04672, converted: true })
  })

  it('is empty for a topic without claims', () => {
    expect(spreadOf(topic, [])).toMatchObject({ claims: 0, groups: [], without: [] })
  })

  it('is the same whatever the order of the claims', () => {
    fc.assert(
      fc.property(claimsTwice, ([claims, shuffled]) => {
        expect(spreadOf(topic, shuffled)).toEqual(spreadOf(topic, claims))
      }),
    )
  })
})

describe('its chart', () => {
  const chartOf = (claims: Parameters<typeof spreadOf>[1], more: Partial<SpreadView> = {}) => {
    const { groups, sources } = spreadOf(topic, claims)
    return spreadChart(groups[0]!, sources, { ...view, ...more })
  }

  it.each([
    ['exactly', figure('exactly', 5, 5), { end: 1, span: 0, open: 0, soft: 0, arrow: 0 }],
    ['a span', figure('exactly', 5, 9), { end: 2, span: 1, open: 0, soft: 0, arrow: 0 }],
    ['about', figure('about', 5, 5), { end: 1, span: 0, open: 0, soft: 2, arrow: 0 }],
    ['about a span', figure('about', 5, 9), { end: 2, span: 1, open: 0, soft: 2, arrow: 0 }],
    ['up to', figure('up to', null, 9), { end: 1, span: 0, open: 1, soft: 0, arrow: 0 }],
    ['at least', figure('at least', 5, null), { end: 1, above: 0, span: 1, open: 0, soft: 0, arrow: 1 }],
    ['more than', figure('more than', 5, null), { end: 1, above: 1, span: 1, open: 0, soft: 0, arrow: 1 }],
  ])('draws %s so that its ends can be told', (_, quantity, parts) => {
    const body = chartOf([comparedClaim('a', quantity)]).body(0, 1)
    for (const [name, count] of Object.entries(parts))
      expect([name, classed(body, name).length]).toEqual([name, count])
  })

  it.each([
    ['asserts', { hollow: 0, cross: 0, half: 0 }],
    ['denies', { hollow: 1, cross: 1, half: 0 }],
    ['cannot confirm', { hollow: 1, cross: 0, half: 1 }],
  ] as const)('draws “%s” by shape', (stance, parts) => {
    const body = chartOf([comparedClaim('a', { stance, ...figure('exactly', 5, 5) })]).body(0, 1)
    for (const [name, count] of Object.entries(parts))
      expect([name, classed(body, name).length]).toEqual([name, count])
  })

  it('writes grade and origin beside the mark, and tells all in its title', () => {
    const { groups, sources } = spreadOf(
      topic,
      [comparedClaim('a', { ...figure('about', 5, 5), credibility: 2, said: '2024-10-23' })],
      () => 3,
    )
    const text = drawingText(spreadChart(groups[0]!, sources, view).whole())
    expect(text).toContain('>B2<')
    expect(text).toContain(
      'Harbour Office: about 5 ships. Asserted. Said 23 Oct 2024. Speaker B, usually reliable; credibility 2, probably true. Origin 3.',
    )
  })

  it('puts what a source said alike on one line, and what it said otherwise on the next', () => {
    const chart = chartOf(
      [
        comparedClaim('a', { ...figure('exactly', 5, 5), said: '2024-10-01' }),
        comparedClaim('b', { ...figure('exactly', 7, 7), said: '2024-10-02', source: union }),
        comparedClaim('c', { ...figure('exactly', 9, 9), said: '2024-10-03' }),
        comparedClaim('d', { ...figure('exactly', 5, 5), said: '2024-10-04' }),
      ],
      { rows: 'source' },
    )
    const rows = classed(chart.body(0, chart.rows), 'mark').map(({ claimIds }) => claimIds)
    expect(rows).toEqual([['a', 'd'], ['c'], ['b']])
    expect(drawingText(chart.whole())).toContain('5 ×2')
  })

  it('points to figures beyond what is shown', () => {
    const claims = [
      comparedClaim('a', figure('exactly', 5, 5)),
      comparedClaim('b', figure('exactly', 500, 500)),
    ]
    const chart = chartOf(claims, { shown: { low: 0, high: 100 } })
    expect(classed(chart.body(0, 2), 'outside')).toHaveLength(1)
    expect(claimsOn(chart.body(0, 2))).toEqual(['a', 'b'])
  })

  it('lists claims without a date beside the course of time', () => {
    const claims = [
      comparedClaim('a', { ...figure('exactly', 5, 5), said: '2024-10-01' }),
      comparedClaim('b', figure('exactly', 6, 6)),
      comparedClaim('c', { ...figure('exactly', 7, 7), said: ['2024-10-01', '2024-10-09'] }),
    ]
    const chart = chartOf(claims, { along: 'statement' })
    expect(chart.beside).toEqual(['b'])
    expect(claimsOn(chart.whole())).toEqual(['a', 'c'])
    expect(classed(chart.whole(), 'days')).toHaveLength(1)
  })

  it('sets marks of one day beside each other where they would cover each other', () => {
    const claims = [50, 51, 90].map((low) =>
      comparedClaim(`c${low}`, { ...figure('exactly', low, low), said: '2024-10-03' }),
    )
    const marks = classed(chartOf(claims, { along: 'statement' }).body(0, 1), 'end')
    const [a, b, c] = marks.map(({ attributes }) => Number(attributes.cx)).sort((one, other) => one - other)
    expect([b! - a!, c! - b!].sort()).toEqual([0, 16])
  })

  it('draws any number of claims along time with few marks', () => {
    const claims = Array.from({ length: 5000 }, (_, index) =>
      comparedClaim(`c${index}`, {
        ...figure('exactly', index % 90, index % 90),
        said: `2024-10-${String((index % 28) + 1).padStart(2, '0')}`,
      }),
    )
    const body = chartOf(claims, { along: 'statement' }).body(0, 1)
    expect(new Set(claimsOn(body)).size).toBe(5000)
    expect(classed(body, 'mark').length).toBeLessThan(500)
  })

  it('draws 150,000 claims that lie in a few places', () => {
    const { groups, sources } = spreadOf(topic, [
      comparedClaim('a', { ...figure('about', 5, 5), said: '2024-10-03' }),
      comparedClaim('b', { ...figure('about', 6, 6), said: '2024-10-03' }),
    ])
    const marks = groups[0]!.marks
    const many = Array.from({ length: 150_000 }, (_, index) => ({
      ...marks[index % 2]!,
      claimId: `c${index}`,
    }))
    const chart = spreadChart({ ...groups[0]!, marks: many }, sources, { ...view, along: 'statement' })
    expect(claimsOn(chart.body(0, 1))).toHaveLength(150_000)
  })

  it('has every claim once, on a mark or beside, with finite places only, in any view', () => {
    fc.assert(
      fc.property(someClaims, views, (claims, anyView) => {
        const { groups, sources } = spreadOf(topic, claims)
        for (const group of groups) {
          const chart = spreadChart(group, sources, anyView)
          const drawn = [...claimsOn(chart.body(0, chart.rows)), ...chart.beside]
          expect(drawn.sort()).toEqual(group.marks.map(({ claimId }) => claimId).sort())
          for (const { attributes } of elements(chart.whole())) {
            for (const value of Object.values(attributes)) expect(String(value)).not.toMatch(/NaN|Infinity/)
          }
        }
      }),
    )
  })

  it('is the same in parts as in one', () => {
    fc.assert(
      fc.property(someClaims, fc.nat(30), (claims, cut) => {
        const { groups, sources } = spreadOf(topic, claims)
        for (const group of groups) {
          const chart = spreadChart(group, sources, view)
          const at = Math.min(cut, chart.rows)
          const parts = [...claimsOn(chart.body(0, at)), ...claimsOn(chart.body(at, chart.rows))]
          expect(parts).toEqual(claimsOn(chart.whole()))
        }
      }),
    )
  })
})

describe('its table', () => {
  it('has a row for every figure with its ends in words', () => {
    const { groups, sources } = spreadOf(topic, [
      comparedClaim('a', { ...figure('up to', null, 9), said: '2024-10-23', stance: 'denies' }),
      comparedClaim('b', { ...figure('at least', 2, null), source: null }),
    ])
    const { columns, rows } = spreadTable(groups[0]!, sources)
    expect(columns).toEqual([
      'Source',
      'Said',
      'Happened',
      'Stance',
      'Figure',
      'From',
      'To',
      'Grade',
      'Origin',
      'Status',
    ])
    expect(rows).toEqual([
      {
        cells: [
          'Harbour Office',
          '23 Oct 2024',
          '',
          'denies',
          'up to 9 ships',
          'open',
          '9',
          'B–',
          '',
          'open',
        ],
        claimIds: ['a'],
      },
      {
        cells: ['speaker unknown', '', '', 'asserts', 'at least 2 ships', '2', 'open', '', '', 'open'],
        claimIds: ['b'],
      },
    ])
  })
})
