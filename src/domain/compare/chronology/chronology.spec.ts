import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimsOn, claimsTwice, classed, comparedClaim, elements, someClaims } from '../charts.fixture.ts'
import { type ChronologyView, chronologyOf } from './chronology.ts'
import { chronologyChart, chronologyTable } from './drawing.ts'

const article = {
  id: 'gazette-1',
  title: 'Ships come back',
  publisher: 'Harbour Gazette',
  author: '',
  publishedDate: '2024-10-05',
  enteredAt: '2024-11-01T09:30:00.000Z',
}
const words = [{ annotationId: 'span-1', quote: 'nine ships', article }]
const view: ChronologyView = { width: 900, by: 'statement', shown: null }

describe('the chronology of a topic', () => {
  const chronology = chronologyOf([
    comparedClaim('a', { said: '2024-10-04', happened: ['2024-10-01', '2024-10-03'], evidence: words }),
    comparedClaim('b', { said: '2024-10-06', evidence: words }),
    comparedClaim('c'),
  ])

  it('has claims and the articles that they rest on, each once', () => {
    expect(chronology.items.map(({ kind, id }) => [kind, id])).toEqual([
      ['claim', 'a'],
      ['claim', 'b'],
      ['claim', 'c'],
      ['article', 'gazette-1'],
    ])
    expect(chronology.items.at(-1)).toMatchObject({ claimIds: ['a', 'b'] })
  })

  it.each([
    ['event', ['a'], ['b', 'c'], 1],
    ['statement', ['a', 'b'], ['c'], 0],
    ['entry', ['a', 'b', 'c'], [], 0],
  ] as const)(
    'places claims by %s, draws uncertain days as a line, and lists the rest beside',
    (by, placed, beside, ranges) => {
      const chart = chronologyChart(chronology, { ...view, by })
      const body = chart.body(0, chart.rows)
      const claims = classed(body, 'mark').filter(({ attributes }) => attributes.class !== 'mark article')
      expect(claims.flatMap(({ claimIds }) => claimIds).sort()).toEqual(placed)
      expect(chart.beside).toEqual(beside)
      expect(classed(body, 'days')).toHaveLength(ranges)
      expect(classed(body, 'article').map(({ articleId }) => articleId)).toEqual(['gazette-1'])
    },
  )

  it('tells the same in a table, what has no date last', () => {
    expect(chronologyTable(chronology, 'statement').rows.map(({ cells }) => cells)).toEqual([
      ['claim', 'Harbour Office', '1–3 Oct 2024', '4 Oct 2024', '2024-11-01 08:00', 'asserts', 'statement a'],
      ['article', 'Harbour Gazette', '', '5 Oct 2024', '2024-11-01 09:30', '', 'Ships come back'],
      ['claim', 'Harbour Office', '', '6 Oct 2024', '2024-11-01 08:00', 'asserts', 'statement b'],
      ['claim', 'Harbour Office', '', '', '2024-11-01 08:00', 'asserts', 'statement c'],
    ])
  })

  it('shows articles without a claim where it is of everything', () => {
    const other = { ...article, id: 'gazette-2', publishedDate: null } as Parameters<
      typeof chronologyOf
    >[1] extends Iterable<infer Row> | undefined
      ? Row
      : never
    const all = chronologyOf([], [other])
    expect(all.items).toMatchObject([{ kind: 'article', id: 'gazette-2', said: null }])
    expect(chronologyChart(all, view).notes).toContain('1 article has no date.')
  })

  it('is the same whatever the order of the claims', () => {
    fc.assert(
      fc.property(claimsTwice, ([claims, shuffled]) => {
        expect(chronologyOf(shuffled)).toEqual(chronologyOf(claims))
      }),
    )
  })

  it('has every claim once, on a mark or beside, and marks on a line that do not cover each other', () => {
    fc.assert(
      fc.property(
        someClaims,
        fc.constantFrom('event', 'statement', 'entry'),
        fc.constantFrom(240, 900),
        (claims, by, width) => {
          const chart = chronologyChart(chronologyOf(claims), { width, by, shown: null })
          const drawn = [...claimsOn(chart.whole()), ...chart.beside].sort()
          expect(drawn).toEqual(claims.map(({ claim }) => claim.id).sort())
          for (let row = 0; row < chart.rows; row += 1) {
            const hits = classed(chart.body(row, row + 1), 'hit').map(({ attributes }) => attributes)
            for (const [index, hit] of hits.slice(1).entries()) {
              const before = hits[index]!
              expect(Number(hit.x)).toBeGreaterThanOrEqual(Number(before.x) + Number(before.width))
            }
          }
          for (const { attributes } of elements(chart.whole())) {
            for (const value of Object.values(attributes)) expect(String(value)).not.toMatch(/NaN|Infinity/)
          }
        },
      ),
    )
  })

  it('draws thousands of claims with few marks', () => {
    const claims = Array.from({ length: 5000 }, (_, index) =>
      comparedClaim(`c${index}`, { said: `2024-10-${String((index % 28) + 1).padStart(2, '0')}` }),
    )
    const body = chronologyChart(chronologyOf(claims), view).whole()
    expect(claimsOn(body)).toHaveLength(5000)
    expect(classed(body, 'mark').length).toBeLessThan(200)
  })
})
