import { describe, expect, it } from 'vitest'
import { groupByThing } from './things.ts'
import { countedThing } from './units.ts'

describe('units that count the same thing', () => {
  it.each([
    ['ships', 'Ship'],
    ['  SHIPS ', 'ships'],
    ['the ships', 'a ship'],
    ['ships.', '“ships”'],
    ['people', 'person'],
    ['fishermen', 'fisherman'],
    ['ferries', 'ferry'],
    ['boxes of fish', 'box of fish'],
    ['dock workers’ huts', "dock worker's huts".replace("r's", "rs'")],
    ['%', 'per cent'],
    ['percent', '%'],
    ['long–range boats', 'long-range boat'],
    ['thousand ships', 'ships'],
    ['dozens of ships', 'ships'],
    ['hundred thousand ships', 'ship'],
    ['miles', 'km'],
    ['miles of quay', 'km of quays'],
    ['square kilometres', 'km²'],
    ['sq. km', 'ha'],
    ['tonnes of grain', 'kg of grain'],
    ['days', 'weeks'],
    ['knots', 'km/h'],
    ['million US dollars', 'US dollars'],
  ])('“%s” and “%s” do', (one, other) => {
    expect(countedThing(one).key).toBe(countedThing(other).key)
  })
})

describe('units that stay apart', () => {
  it.each([
    ['ships', 'northern ships'],
    ['ships', 'boats'],
    ['tn tn tn tn ships', 'ships'],
    [Array(30).fill('tn').join(' '), ''],
    ['ships', ''],
    ['km', 'km of quay'],
    ['tonnes of grain', 'tonnes of coal'],
    ['tons', 'tonnes'],
    ['pounds', 'lb'],
    ['US dollars', 'euros'],
    ['dollars', 'US dollars'],
    ['months', 'days'],
    ['% of ships', '%'],
    ['dead', 'wounded'],
    ['km', 'kg'],
    ['length', 'km'],
  ])('“%s” and “%s” do', (one, other) => {
    expect(countedThing(one).key).not.toBe(countedThing(other).key)
  })
})

describe('what a group of figures says of itself', () => {
  const groupsOf = (...items: [value: number, unit: string][]) =>
    groupByThing(items, ([, unit]) => unit).map(({ members, ...group }) => ({
      ...group,
      figures: members.map(({ item: [value], inGroup }) => inGroup(value)),
    }))

  it('takes the name and the measure that most figures have, and tells how the others were brought to it', () => {
    expect(groupsOf([5, 'miles'], [9, 'km'], [2.5, 'km'])).toEqual([
      {
        key: 'length:',
        name: 'km',
        spellings: [
          { words: 'km', claims: 2 },
          { words: 'miles', claims: 1 },
        ],
        conversions: ['1 mile = 1.609344 km'],
        figures: [8.04672, 9, 2.5],
      },
    ])
  })

  it('tells a conversion in the direction in which it can be written exactly', () => {
    expect(groupsOf([5, 'miles'], [1, 'mile'], [8.04672, 'km'])[0]).toMatchObject({
      name: 'mile',
      conversions: ['1 mile = 1.609344 km'],
      figures: [5, 1, 5],
    })
  })

  it('multiplies by number words and keeps the figures of other things to themselves', () => {
    expect(groupsOf([3, 'dozen ships'], [40, 'ships'], [2, 'sailors'], [7, ''])).toMatchObject([
      { name: 'ships', conversions: ['1 dozen = 12'], figures: [36, 40] },
      { name: 'no unit given', figures: [7] },
      { name: 'sailors', figures: [2] },
    ])
  })

  it.each([
    [1e15, 'million ships', 1e21],
    [0.1, 'thousand ships', 100],
    [-2, 'dozen ships', -24],
    [0, 'million ships', 0],
  ])('%d %s are %d', (value, unit, counted) => {
    expect(groupsOf([value, unit])[0]!.figures).toEqual([counted])
  })
})
