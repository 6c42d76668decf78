import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlaceRelation, placeNames, placeOf, placeRelation } from './places.ts'

const relation = (one: string, other: string) => placeRelation(placeOf(one), placeOf(other))
const turned: Partial<Record<PlaceRelation, PlaceRelation>> = { within: 'around', around: 'within' }

test.each<[string, string, PlaceRelation]>([
  ['Kursk', 'KURSK.', 'same'],
  ['', 'Kursk', 'unnamed'],
  ['', ' – ', 'same'],
  ['Kursk', 'Kursk region', 'alike'],
  ['Kursk', 'the Kursk region of Russia', 'alike'],
  ['Kursk Oblast, Russia', 'Russia’s Kursk region', 'alike'],
  ['Russia, Kursk', 'Kursk, Russia', 'alike'],
  ['city of Kursk', 'Kursk (Russia)', 'alike'],
  ['Kursk region, Russia', 'Russia', 'within'],
  ['Sudzha, Kursk region, Russia', 'Kursk', 'within'],
  ['Sudzha, Kursk region', 'Kursk region, Russia', 'apart'],
  ['eastern Ukraine', 'Ukraine', 'within'],
  ['north-eastern Ukraine', 'the Ukraine', 'within'],
  ['Kursk', 'Russia', 'apart'],
  ['Kursk, Russia', 'Kursk, Ohio', 'apart'],
  ['North Korea', 'South Korea', 'apart'],
  ['South Korea', 'Korea', 'apart'],
  ['Democratic People’s Republic of Korea', 'Republic of Korea', 'apart'],
  ['New York', 'York', 'apart'],
  ['Mexico City', 'Mexico', 'apart'],
  ['Nigeria', 'Niger', 'apart'],
  ['eastern Ukraine', 'western Ukraine', 'apart'],
])('“%s” beside “%s” is %s, and the other way round', (one, other, found) => {
  expect(relation(one, other)).toBe(found)
  expect(relation(other, one)).toBe(turned[found] ?? found)
})

test('of any two places that are not apart, one is found under a name that the other looks for', () => {
  const words = fc.constantFrom(
    'kursk',
    'russia',
    'region',
    'eastern',
    'the',
    'of',
    'in',
    ',',
    '’s',
    '!',
    'city',
  )
  const place = fc.array(words, { maxLength: 7 }).map((all) => placeOf(all.join(' ')))
  fc.assert(
    fc.property(place, place, (one, other) => {
      const found = placeRelation(one, other)
      expect(placeRelation(other, one)).toBe(turned[found] ?? found)
      const finds = (by: typeof one, what: typeof one) =>
        placeNames(by).sought.some((name) => placeNames(what).own.includes(name))
      if (found !== 'apart' && one.key !== '') expect(finds(one, other) || finds(other, one)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
