import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimsTwice, comparedClaim, figure, union } from '../charts.fixture.ts'
import { matrixByThings, matrixByTopics, matrixTable } from './matrix.ts'

const topics = new Map([
  ['ships', { id: 'ships', question: 'How many ships?' }],
  ['strike', { id: 'strike', question: 'Is there a strike?' }],
])
const topicOf = ({ topicId }: { topicId: string | null }) => topics.get(topicId ?? '') ?? null

const cellOf = (...claims: Parameters<typeof matrixByThings>[0][number][]) =>
  matrixByTopics(claims, topicOf).rows[0]!.cells.ships!

describe('the matrix', () => {
  it('tells what each source said last on each topic, and how often it spoke', () => {
    const matrix = matrixByTopics(
      [
        comparedClaim('a', { ...figure('exactly', 9, 9), said: '2024-10-09' }),
        comparedClaim('b', { ...figure('exactly', 7, 7), said: '2024-10-02' }),
        comparedClaim('c', { topicId: 'strike', source: union, stance: 'denies', said: '2024-10-03' }),
        comparedClaim('d', { topicId: null }),
      ],
      topicOf,
    )
    expect(matrix.columns.map(({ name, claims }) => [name, claims])).toEqual([
      ['How many ships?', 2],
      ['Is there a strike?', 1],
    ])
    expect(matrixTable(matrix)).toEqual({
      columns: ['Source', 'Reliability', 'How many ships?', 'Is there a strike?'],
      rows: [
        {
          cells: [
            'Harbour Office',
            'B',
            '9 ships (said 9 October 2024, 2 times, changed: 7 ships on 2 October 2024, then 9 ships on 9 October 2024)',
            '',
          ],
          claimIds: ['b', 'a'],
        },
        {
          cells: ['Dock Workers’ Union (retired)', '', '', 'denies: statement c (said 3 October 2024)'],
          claimIds: ['c'],
        },
      ],
    })
  })

  it('sets the things counted in a topic side by side, and apart what gives no figure', () => {
    const { columns } = matrixByThings([
      comparedClaim('a', figure('exactly', 9, 9)),
      comparedClaim('b', figure('exactly', 9, 9, 'ship')),
      comparedClaim('c', figure('exactly', 9, 9, 'sailors')),
      comparedClaim('d'),
    ])
    expect(columns.map(({ name, claims }) => [name, claims])).toEqual([
      ['ship', 2],
      ['sailors', 1],
      ['without a figure', 1],
    ])
  })

  it('takes entry for the order of what was said on one day, and holds what has no date for the earlier', () => {
    const cell = cellOf(
      comparedClaim('a', { said: '2024-10-09', enteredAt: '2024-11-03T08:00:00.000Z' }),
      comparedClaim('b', { said: '2024-10-09', enteredAt: '2024-11-02T08:00:00.000Z' }),
      comparedClaim('c', { enteredAt: '2024-11-09T08:00:00.000Z' }),
    )
    expect(cell.claimIds).toEqual(['c', 'b', 'a'])
  })

  it.each([
    ['the same figure', figure('exactly', 9, 9), figure('exactly', 9, 9), 0],
    ['“about” the same figure', figure('exactly', 9, 9), figure('about', 9, 9), 0],
    ['the same in other words', figure('exactly', 24, 24), figure('exactly', 2, 2, 'dozen ships'), 0],
    ['another figure', figure('exactly', 9, 9), figure('exactly', 8, 8), 1],
    ['an end that was open', figure('at least', 9, null), figure('exactly', 9, 9), 1],
    ['another thing', figure('exactly', 9, 9), figure('exactly', 8, 8, 'sailors'), 0],
    ['a denial after a figure', figure('exactly', 9, 9), { stance: 'denies' as const }, 1],
    ['a figure after a denial', { stance: 'denies' as const }, figure('exactly', 9, 9), 1],
    ['a figure after words without one', {}, figure('exactly', 9, 9), 0],
    [
      'another figure of another place',
      { ...figure('exactly', 9, 9), place: 'Northport' },
      { ...figure('exactly', 8, 8), place: 'Southport' },
      0,
    ],
    [
      'another figure of a place that may be the same',
      { ...figure('exactly', 9, 9), place: 'Northport' },
      { ...figure('exactly', 8, 8), place: 'Northport district' },
      1,
    ],
    [
      'another figure where one names no place',
      { ...figure('exactly', 9, 9), place: 'Northport' },
      figure('exactly', 8, 8),
      1,
    ],
  ])('holds %s for a change or not', (_, before, after, changes) => {
    const cell = cellOf(
      comparedClaim('a', { ...before, said: '2024-10-01' }),
      comparedClaim('b', { ...after, said: '2024-10-02' }),
    )
    expect(cell.changes).toHaveLength(changes)
  })

  it('holds a stance that turned for a change', () => {
    const cell = cellOf(
      comparedClaim('a', { said: '2024-10-01' }),
      comparedClaim('b', { said: '2024-10-02', stance: 'denies' }),
    )
    expect(cell.changes.map(({ words }) => words)).toEqual([
      'statement a on 1 October 2024, then denies: statement b on 2 October 2024',
    ])
  })

  it('goes back to what it last said of the same place, whatever it said between', () => {
    const north = { place: 'Northport' }
    const cell = cellOf(
      comparedClaim('a', { ...figure('exactly', 9, 9), ...north, said: '2024-10-01' }),
      comparedClaim('b', { ...figure('exactly', 3, 3), place: 'Southport', said: '2024-10-02' }),
      comparedClaim('c', { ...figure('exactly', 7, 7), ...north, said: '2024-10-04' }),
    )
    expect(cell.changes.map(({ from, to }) => [from.claimId, to.claimId])).toEqual([['a', 'c']])
  })

  it.each([
    ['other times in one statement', '2024-10-01', '2024-12-01', 0],
    ['one time in one statement', '2024-10-01', '2024-10-01', 1],
    ['other times in two statements', '2024-10-02', '2024-12-01', 1],
  ])('holds figures of %s for a change or not', (_, said, happened, changes) => {
    const cell = cellOf(
      comparedClaim('a', { ...figure('exactly', 3, 3), said: '2024-10-01', happened: '2024-10-01' }),
      comparedClaim('b', { ...figure('exactly', 9, 9), said, happened }),
    )
    expect(cell.changed).toBe(changes)
  })

  it('shows a denial that became a figure where the figure stands', () => {
    const { rows } = matrixByThings([
      comparedClaim('a', { said: '2024-10-01', stance: 'denies' }),
      comparedClaim('b', { ...figure('exactly', 9, 9), said: '2024-10-02' }),
    ])
    const cells = Object.values(rows[0]!.cells).map(({ last, changes }) => [last.claimId, changes.length])
    expect(cells.sort()).toEqual([
      ['a', 0],
      ['b', 1],
    ])
  })

  it('holds no story for changed in another topic', () => {
    const { rows } = matrixByTopics(
      [
        comparedClaim('a', { ...figure('exactly', 9, 9), said: '2024-10-01' }),
        comparedClaim('b', { ...figure('exactly', 8, 8), said: '2024-10-02', topicId: 'strike' }),
      ],
      topicOf,
    )
    expect(Object.values(rows[0]!.cells).map(({ changed }) => changed)).toEqual([0, 0])
  })

  it('says when the dates do not tell what came first', () => {
    const cell = cellOf(
      comparedClaim('a', { ...figure('exactly', 9, 9), said: ['2024-10-01', '2024-10-05'] }),
      comparedClaim('b', { ...figure('exactly', 8, 8), said: '2024-10-03' }),
    )
    expect(cell.changes).toMatchObject([
      { isOrderKnown: false, words: '9 ships and 8 ships; the dates do not tell which came first' },
    ])
  })

  it('never says that unknown speakers changed a story', () => {
    const cell = cellOf(
      comparedClaim('a', { ...figure('exactly', 9, 9), said: '2024-10-01', source: null }),
      comparedClaim('b', { ...figure('exactly', 8, 8), said: '2024-10-03', source: null }),
    )
    expect(cell.changes).toEqual([])
  })

  it('is the same whatever the order of the claims, and has each claim once', () => {
    fc.assert(
      fc.property(claimsTwice, ([claims, shuffled]) => {
        const matrix = matrixByThings(claims)
        expect(matrixByThings(shuffled)).toEqual(matrix)
        const ids = matrix.rows.flatMap(({ cells }) =>
          Object.values(cells).flatMap(({ claimIds }) => claimIds),
        )
        expect(ids.sort()).toEqual(claims.map(({ claim }) => claim.id).sort())
      }),
    )
  })
})
