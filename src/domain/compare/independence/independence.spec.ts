import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Report, reports } from './independence.fixture.ts'
import { type OriginCorrection, type Origins, originGroups, originsWords } from './independence.ts'
import type { OriginRelation } from './link.ts'

const copied =
  'The ministry said on Monday that ten thousand soldiers had been sent to train in the east of the country.'
const rewritten = copied.replace('on Monday', 'late on Monday')
const other =
  'Ten thousand soldiers are in the east, a spokesman told the evening news, and more are expected soon.'

/** The groups as sorted lists of ids, one string a group. */
const partition = ({ groups }: Origins) => groups.map(({ claimIds }) => [...claimIds].sort().join(' ')).sort()
const reasons = ({ groups }: Origins) =>
  groups.flatMap(({ links }) =>
    links.map(({ fromId, toId, reason, grade }) => `${fromId} > ${toId}: ${reason}, ${grade}`),
  )
const of = (
  list: readonly Report[],
  relations: OriginRelation[] = [],
  corrections: OriginCorrection[] = [],
) => originGroups(reports(...list), relations, corrections)

describe('two reports', () => {
  test.each<[string, Report, Report, string[]]>([
    [
      'of one speaker within days are one origin',
      { id: 'a', by: 'Pentagon', day: '2024-10-28', low: 10_000, high: 10_000 },
      { id: 'b', by: 'Pentagon', day: '2024-10-30', low: 11_000, high: 12_000 },
      ['b > a: same speaker, clear'],
    ],
    [
      'of one speaker weeks apart are likely one: nobody confirms themselves',
      { id: 'a', by: 'Pentagon', day: '2024-10-01' },
      { id: 'b', by: 'Pentagon', day: '2024-10-28' },
      ['b > a: same speaker, likely'],
    ],
    [
      'of two named speakers in one article with the same words are independent',
      { id: 'a', by: 'A. Roe.', quote: copied, span: 'n1', low: 10_000, high: 10_000 },
      { id: 'b', by: 'Seoul', quote: copied, span: 'n1', low: 10_000, high: 10_000 },
      [],
    ],
    [
      'of unnamed officials of one organisation are likely one',
      { id: 'a', by: 'two senior Pentagon officials' },
      { id: 'b', by: 'A Pentagon official who was briefed' },
      ['b > a: officials, likely'],
    ],
    [
      'of officials and their organisation, by its other name, are likely one',
      { id: 'a', by: 'Pentagon', day: '2024-10-30' },
      { id: 'b', by: 'US Department of Defense officials', day: '2024-10-28' },
      ['b > a: officials, likely'],
    ],
    [
      'of officials of two organisations are independent',
      { id: 'a', by: 'Pentagon officials' },
      { id: 'b', by: 'Kyiv officials' },
      [],
    ],
    [
      'of officials of nobody knows whom are independent',
      { id: 'a', by: 'Officials' },
      { id: 'b', by: 'Two officials' },
      [],
    ],
    [
      'of which one came through the speaker of the other, about the same figure, are one',
      { id: 'a', by: 'Seoul', low: 10_000, high: 10_000 },
      { id: 'b', by: 'Kyiv', via: ['Seoul'], low: 10_000, high: null },
      ['b > a: via, clear'],
    ],
    [
      'of officials of one country, however it is written, are likely one',
      { id: 'a', by: 'U.S. officials' },
      { id: 'b', by: 'two senior American officials' },
      ['b > a: officials, likely'],
    ],
    [
      'of a country and of its officials are likely one',
      { id: 'a', by: 'the United States of America' },
      { id: 'b', by: 'a US official' },
      ['b > a: officials, likely'],
    ],
    [
      'of officials of two services of one country are independent',
      { id: 'a', by: 'US intelligence officials' },
      { id: 'b', by: 'American officials' },
      [],
    ],
    [
      'of officials of two countries with a word in common are independent',
      { id: 'a', by: 'North Korean officials' },
      { id: 'b', by: 'South Korean officials' },
      [],
    ],
    [
      'of which one came through the speaker of the other, with the figure in thousands, are one',
      { id: 'a', by: 'Seoul', low: 10_000, high: 10_000, unit: 'soldiers' },
      { id: 'b', by: 'Kyiv', via: ['Seoul'], low: 10, high: 10, unit: 'thousand troops' },
      ['b > a: via, clear'],
    ],
    [
      'of which one came through the speaker of the other, with the same number of something measured, are independent',
      { id: 'a', by: 'Seoul', low: 10, high: 10, unit: 'soldiers' },
      { id: 'b', by: 'Kyiv', via: ['Seoul'], low: 10, high: 10, unit: 'km' },
      [],
    ],
    [
      'of which one came through the speaker of the other, about another figure, are independent',
      { id: 'a', by: 'Seoul', low: 10_000, high: 10_000 },
      { id: 'b', by: 'Kyiv', via: ['Seoul'], low: 3000, high: 3000 },
      [],
    ],
    [
      'of which one denies what the other asserts are independent, even through its speaker',
      { id: 'a', by: 'Seoul' },
      { id: 'b', by: 'Kyiv', via: ['Seoul'], stance: 'denies' },
      [],
    ],
    [
      'of which one came through the publisher of the other are one, where that names nobody',
      { id: 'a', publisher: 'The Harbour Wire', low: 10_000, high: 10_000 },
      { id: 'b', by: 'Kyiv', via: ['Harbour Wire'], low: 10_000, high: 10_000 },
      ['b > a: via, clear'],
    ],
    [
      'of spokespeople of two governments through one publication are independent',
      {
        id: 'a',
        by: 'Kremlin spokesman',
        publisher: 'Harbour Wire',
        via: ['Harbour Wire'],
        stance: 'denies',
      },
      { id: 'b', by: 'Pyongyang', publisher: 'Harbour Wire', via: ['Harbour Wire'], stance: 'denies' },
      [],
    ],
    [
      'of which one came through the speaker of the other, without a figure, are likely one',
      { id: 'a', by: 'Seoul' },
      { id: 'b', by: 'Kyiv', via: ['Seoul'] },
      ['b > a: via, likely'],
    ],
    [
      'of two named speakers through one publication are independent',
      { id: 'a', by: 'Seoul', publisher: 'Harbour Wire', via: ['Harbour Wire'], low: 1, high: 1 },
      { id: 'b', by: 'Kyiv', via: ['Harbour Wire'], low: 1, high: 1 },
      [],
    ],
    [
      'of which one is told by the publication that published the other are one',
      { id: 'a', by: 'Seoul', publisher: 'Harbour Wire', low: 10_000, high: 10_000 },
      { id: 'b', by: 'Harbour Wire', low: 10_000, high: 10_000 },
      ['b > a: via, clear'],
    ],
    [
      'of nobody named through one source are likely one',
      { id: 'a', via: ['Harbour Wire'], low: 5, high: 5 },
      { id: 'b', via: ['Harbour Wire'], low: 5, high: 5 },
      ['b > a: via, likely'],
    ],
    [
      'of nobody named by one publisher with one figure are likely one',
      { id: 'a', publisher: 'Evening Post', low: 5, high: 5 },
      { id: 'b', publisher: 'evening post', low: 5, high: 5 },
      ['b > a: publisher, likely'],
    ],
    [
      'of nobody named by one publisher with other figures are independent',
      { id: 'a', publisher: 'Evening Post', low: 5, high: 5 },
      { id: 'b', publisher: 'Evening Post', low: 6, high: 6 },
      [],
    ],
    [
      'with the same words are one, where one names nobody',
      { id: 'a', by: 'Seoul', quote: copied, day: '2024-10-30' },
      { id: 'b', quote: copied, day: '2024-10-28' },
      ['b > a: same words, clear'],
    ],
    [
      'with near-identical words about the same figure are one',
      { id: 'a', by: 'Harbour Wire', quote: copied, low: 10_000, high: 10_000 },
      { id: 'b', by: 'Evening Post', quote: rewritten, low: 10_000, high: 10_000 },
      ['b > a: same words, clear'],
    ],
    [
      'with near-identical words about other figures are independent',
      { id: 'a', by: 'Harbour Wire', quote: copied, low: 10_000, high: 10_000 },
      { id: 'b', by: 'Evening Post', quote: rewritten, low: 12_000, high: 12_000 },
      [],
    ],
    [
      'with other words are independent',
      { id: 'a', by: 'Harbour Wire', quote: copied, low: 10_000, high: 10_000 },
      { id: 'b', by: 'Evening Post', quote: other, low: 10_000, high: 10_000 },
      [],
    ],
    [
      'with the same few words are independent: a phrase tells nothing',
      { id: 'a', by: 'Harbour Wire', quote: 'about 10,000 soldiers', low: 1, high: 1 },
      { id: 'b', by: 'Evening Post', quote: 'about 10,000 soldiers', low: 1, high: 1 },
      [],
    ],
    ['of which nothing is known are independent', { id: 'a', day: null }, { id: 'b', day: null }, []],
  ])('%s', (_, one, another, links) => {
    const found = of([one, another])
    expect(reasons(found)).toEqual(links)
    expect(found.groups).toHaveLength(links.length > 0 ? 1 : 2)
    for (const { links: own } of found.groups) for (const { sentence } of own) expect(sentence).toMatch(/\.$/)
  })
})

const repeats = (fromId: string, toId: string): OriginRelation => ({
  fromId,
  toId,
  kind: 'repeats',
  note: '',
})

test('given relations, then only “repeats” among these claims ties them', () => {
  const list = [
    { id: 'a', by: 'Seoul' },
    { id: 'b', by: 'Kyiv' },
    { id: 'c', by: 'Pyongyang' },
  ]
  const found = of(list, [
    repeats('b', 'a'),
    { ...repeats('c', 'a'), kind: 'supports' },
    repeats('c', 'elsewhere'),
  ])
  expect(partition(found)).toEqual(['a b', 'c'])
  expect(originsWords(found)).toBe('3 reports, 2 independent origins')
})

test('given circles of “via” and “repeats”, then they end and are one origin', () => {
  const found = of(
    [
      { id: 'a', by: 'Seoul', via: ['Kyiv'] },
      { id: 'b', by: 'Kyiv', via: ['Seoul'] },
      { id: 'c', by: 'Pyongyang', via: ['Pyongyang'] },
    ],
    [repeats('a', 'c'), repeats('c', 'a')],
  )
  expect(partition(found)).toEqual(['a b c'])
  expect(found.groups[0]!.rootId).toBe('a')
})

test('given reports of one briefing, then the root is the claim that the others go back to, with its day', () => {
  const found = of([
    { id: 'a', by: 'Kyiv', via: ['Seoul'], day: '2024-10-29', low: 10_000, high: 10_000 },
    { id: 'b', by: 'Seoul', day: '2024-10-30', low: 10_000, high: 10_000 },
    { id: 'c', by: 'Tokyo', via: ['Seoul'], day: null, low: 10_000, high: 10_000 },
    { id: 'd', day: null },
  ])
  expect(found.groups.map(({ label, rootId }) => [rootId, label])).toEqual([
    ['b', 'Seoul, 30 October 2024'],
    ['d', 'unnamed speaker'],
  ])
  expect(found.groups[0]!.claimIds).toEqual(['b', 'a', 'c'])
})

test('given links that are only likely, then the most origins there may be are told too', () => {
  const found = of([
    { id: 'a', by: 'Pentagon' },
    { id: 'b', by: 'Pentagon officials' },
    { id: 'c', by: 'Pentagon' },
  ])
  expect({ groups: found.groups.length, most: found.mostOrigins, likely: found.groups[0]!.likely }).toEqual({
    groups: 1,
    most: 2,
    likely: true,
  })
})

describe('a correction', () => {
  const correct = (
    oneId: string,
    otherId: string,
    verdict: OriginCorrection['verdict'],
  ): OriginCorrection => ({
    id: `o ${oneId} ${otherId}`,
    oneId,
    otherId,
    verdict,
    note: '',
  })

  test('“independent” cuts the pair, and nothing holds it together any more', () => {
    const found = of(
      [
        { id: 'a', by: 'Pentagon' },
        { id: 'b', by: 'Pentagon' },
      ],
      [],
      [correct('a', 'b', 'independent')],
    )
    expect(partition(found)).toEqual(['a', 'b'])
    expect(found.cuts).toMatchObject([
      { oneId: 'a', otherId: 'b', through: null, found: expect.stringContaining('Pentagon') },
    ])
  })

  test('“independent” leaves a pair together that others hold, and says by which', () => {
    const found = of(
      ['a', 'b', 'c'].map((id) => ({ id, by: 'Pentagon' })),
      [repeats('b', 'c')],
      [correct('a', 'b', 'independent')],
    )
    expect(partition(found)).toEqual(['a b c'])
    expect(found.cuts[0]!.through).toEqual(['a', 'c', 'b'])
  })

  test('“same origin” joins two that the rules keep apart', () => {
    const found = of(
      [
        { id: 'a', by: 'Seoul' },
        { id: 'b', by: 'Kyiv' },
      ],
      [],
      [correct('a', 'b', 'same origin')],
    )
    expect(reasons(found)).toEqual(['b > a: correction, clear'])
    expect(found.groups[0]!.links[0]!.correctionId).toBe('o a b')
  })

  test('of a claim that is not among these is passed over', () => {
    const found = of([{ id: 'a' }], [], [correct('a', 'z', 'independent')])
    expect(found).toMatchObject({ reports: 1, cuts: [] })
  })
})

test.each([0, 1])('given %i claims, then there are as many origins', (count) => {
  const found = of(Array.from({ length: count }, (_, index) => ({ id: `c${index}`, by: 'Seoul' })))
  expect({ groups: found.groups.length, most: found.mostOrigins }).toEqual({ groups: count, most: count })
})

describe('whatever the claims', () => {
  const names = ['Pentagon', 'Pentagon officials', 'Seoul', 'Harbour Wire', 'Evening Post', 'A. Roe.']
  const name = fc.constantFrom(...names)
  const report = fc.record({
    by: fc.option(name, { nil: undefined }),
    via: fc.uniqueArray(name, { maxLength: 3 }),
    day: fc.option(fc.constantFrom('2024-10-01', '2024-10-03', '2024-10-20'), { nil: null }),
    low: fc.option(fc.constantFrom(-1, 0, 0.5, 3000, 1e15), { nil: null }),
    stance: fc.constantFrom('asserts' as const, 'denies' as const),
    quote: fc.constantFrom('', copied, rewritten, other, '!!!'),
    publisher: fc.constantFrom('', 'Harbour Wire', 'Evening Post', 'Nowhere'),
  })
  const world = fc
    .array(report, { maxLength: 12 })
    .map((list) => list.map((each, index): Report => ({ ...each, high: each.low, id: `c${index}` })))
    .chain((list) => {
      const id = fc.constantFrom('gone', 'away', ...list.map((each) => each.id))
      const relation = fc.tuple(id, id).map(([fromId, toId]) => repeats(fromId, toId))
      const correction = fc
        .tuple(id, id, fc.constantFrom('same origin' as const, 'independent' as const))
        .filter(([one, another]) => one < another)
        .map(([oneId, otherId, verdict]) => ({
          id: `o ${oneId} ${otherId}`,
          oneId,
          otherId,
          verdict,
          note: '',
        }))
      return fc.tuple(
        fc.constant(list),
        fc.array(relation, { maxLength: 6 }),
        fc.uniqueArray(correction, { maxLength: 6, selector: (each) => each.id }),
      )
    })

  test('the groups are a partition, each tree of links holds its group, and independent pairs have no link', () => {
    fc.assert(
      fc.property(world, ([list, relations, corrections]) => {
        const found = of(list, relations, corrections)
        expect(found.groups.flatMap(({ claimIds }) => claimIds).sort()).toEqual(
          list.map(({ id }) => id).sort(),
        )
        expect(found.mostOrigins).toBeGreaterThanOrEqual(found.groups.length)
        for (const { claimIds, links, rootId } of found.groups) {
          const reached = new Set([rootId])
          for (let grown = -1; grown !== reached.size; ) {
            grown = reached.size
            for (const { fromId, toId } of links) {
              if (reached.has(fromId) || reached.has(toId)) reached.add(fromId).add(toId)
            }
          }
          expect([...reached].sort()).toEqual([...claimIds].sort())
        }
        const tied = new Set(
          found.groups.flatMap(({ links }) => links.map((each) => [each.fromId, each.toId].sort().join())),
        )
        for (const { oneId, otherId } of found.cuts)
          expect(tied).not.toContain([oneId, otherId].sort().join())
      }),
    )
  })

  test('no order of what is given makes a difference', () => {
    fc.assert(
      fc.property(
        world.chain(([list, relations, corrections]) =>
          fc.tuple(
            fc.constant(of(list, relations, corrections)),
            fc.shuffledSubarray(list, { minLength: list.length }),
            fc.shuffledSubarray(relations, { minLength: relations.length }),
            fc.shuffledSubarray(corrections, { minLength: corrections.length }),
          ),
        ),
        ([found, ...shuffled]) => {
          expect(of(...shuffled)).toEqual(found)
        },
      ),
    )
  })
})
