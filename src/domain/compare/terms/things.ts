import type { Measure } from './measures.ts'
import { numberWords } from './number-words.ts'
import { type CountedThing, conversionWords, converted, countedThing, exact } from './units.ts'

/** Items that count or measure the same thing, and what must be done to their figures so that they can be compared. */
export interface ThingGroup<Item> {
  key: string
  /** The thing in the words of most items; “no unit given” where there are none. */
  name: string
  /** Every way in which the unit is written, most items first. */
  spellings: { words: string; claims: number }[]
  /** Empty when all figures stand as they were entered. */
  conversions: string[]
  members: { item: Item; inGroup(value: number): number; isConverted: boolean }[]
}

export const withoutUnit = 'no unit given'

/**
 * Items by the thing that their units name: groups with most items first, members in the order given. The group's own measure is
 * the one that most items use. The order of the items makes no difference to which groups there are and what they are called.
 */
export function groupByThing<Item>(
  items: readonly Item[],
  unitOf: (item: Item) => string,
): ThingGroup<Item>[] {
  const read = new Map<string, CountedThing>()
  const groups = new Map<string, { item: Item; unit: string; thing: CountedThing }[]>()
  for (const item of items) {
    const unit = unitOf(item).trim()
    const thing = read.get(unit) ?? countedThing(unit)
    read.set(unit, thing)
    const group = groups.get(thing.key)
    if (group) group.push({ item, unit, thing })
    else groups.set(thing.key, [{ item, unit, thing }])
  }
  return [...groups]
    .map(([key, members]) => groupOf(key, members))
    .sort((a, b) => b.members.length - a.members.length || inOrder(a.key, b.key))
}

function groupOf<Item>(
  key: string,
  members: readonly { item: Item; unit: string; thing: CountedThing }[],
): ThingGroup<Item> {
  const measures = byCount(
    members.flatMap(({ thing }) => thing.measure ?? []),
    (measure) => measure.name,
  )
  const measure = measures[0]?.value ?? null
  const inMeasure = members.filter(({ thing }) => thing.measure?.name === measure?.name)
  const names = byCount(
    (inMeasure.length > 0 ? inMeasure : members).map(({ thing }) => thing.words),
    (words) => words,
  )
  return {
    key,
    name: names[0]?.value || withoutUnit,
    spellings: byCount(
      members.map(({ unit }) => unit),
      (unit) => unit,
    ).map(({ value, claims }) => ({ words: value, claims })),
    conversions: conversionsOf(members, measure),
    members: members.map(({ item, thing }) => {
      const isConverted = thing.times !== 1 || thing.measure?.name !== measure?.name
      return { item, isConverted, inGroup: (value) => inGroup(value, thing, measure) }
    }),
  }
}

function inGroup(value: number, thing: CountedThing, measure: Measure | null): number {
  const counted = thing.times === 1 ? value : exact(value * thing.times)
  return measure && thing.measure ? converted(counted, thing.measure, measure) : counted
}

function conversionsOf(members: readonly { thing: CountedThing }[], measure: Measure | null): string[] {
  const told = new Set<string>()
  for (const { thing } of members) {
    if (thing.times !== 1) told.add(`1 ${thing.timesWords} = ${numberWords(thing.times)}`)
    if (measure && thing.measure && thing.measure.name !== measure.name) {
      told.add(conversionWords(thing.measure, measure))
    }
  }
  return [...told].sort(inOrder)
}

/** Values by how often they come, those that come equally often by their names. */
function byCount<Value>(values: readonly Value[], nameOf: (value: Value) => string) {
  const counts = new Map<string, { value: Value; claims: number }>()
  for (const value of values) {
    const known = counts.get(nameOf(value))
    if (known) known.claims += 1
    else counts.set(nameOf(value), { value, claims: 1 })
  }
  return [...counts.values()].sort((a, b) => b.claims - a.claims || inOrder(nameOf(a.value), nameOf(b.value)))
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
