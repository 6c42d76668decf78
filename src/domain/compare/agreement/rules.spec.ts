import { expect, test } from 'vitest'
import { compared, type Said } from './agreement.fixture.ts'
import { agreementOf, compareClaims } from './agreement.ts'

const everything = { kind: null, dismissed: false, offset: 0, limit: 50 } as const

/** What the rules find between two claims, in both orders of them. */
function between(one: Said, other: Said): string {
  const [a, b] = [compared({ id: 'c1', by: 'Seoul', ...one }), compared({ id: 'c2', by: 'Kyiv', ...other })]
  const found = [
    [a, b],
    [b, a],
  ].map((claims) => agreementOf(compareClaims(claims), [], everything))
  expect(found[1]).toEqual(found[0])
  expect(found[0]!.findings.length).toBe(found[0]!.total)
  return found[0]!.findings.map(({ kind }) => kind).join(' ') || 'nothing'
}

const about = (figure: number) => ({ figure: ['about', figure, figure] }) as const
const exactly = (low: number, high = low) => ({ figure: ['exactly', low, high] }) as const
const upTo = (figure: number) => ({ figure: ['up to', null, figure] }) as const
const atLeast = (figure: number) => ({ figure: ['at least', figure, null] }) as const
const moreThan = (figure: number) => ({ figure: ['more than', figure, null] }) as const

test.each<[string, Said, Said, string]>([
  ['two exact figures', exactly(3000), exactly(10_000), 'contradiction'],
  ['exact figures next to each other', exactly(14), exactly(15), 'contradiction'],
  ['the same figure', exactly(3000), exactly(3000), 'agreement'],
  ['nothing at all against something', exactly(0), exactly(1), 'contradiction'],
  ['nothing twice', exactly(0), about(0), 'agreement'],
  ['a loss and a gain', exactly(-5), exactly(5), 'contradiction'],
  ['two losses', about(-100), exactly(-105), 'agreement'],
  ['fractions', exactly(0.25), exactly(0.75), 'contradiction'],
  ['huge figures', exactly(1e15), exactly(-1e15), 'contradiction'],
  ['about a figure and one within its slack', about(10_000), exactly(9500), 'agreement'],
  ['about a figure and one beyond its slack', about(10_000), exactly(8999), 'contradiction'],
  ['two rough figures that overlap', about(10_000), about(12_000), 'tension'],
  ['a figure within a span', exactly(10_500), exactly(10_000, 12_000), 'agreement'],
  ['spans that overlap', exactly(5, 10), exactly(8, 20), 'tension'],
  ['spans that nearly match', exactly(100, 200), exactly(105, 210), 'agreement'],
  ['a ceiling and a figure above it', upTo(8000), exactly(9000), 'contradiction'],
  ['a ceiling and a figure near it', upTo(12_000), exactly(11_000, 12_000), 'agreement'],
  ['a ceiling and a figure far below it', upTo(12_000), exactly(3000), 'tension'],
  ['a floor and a figure below it', atLeast(10_000), exactly(3000), 'contradiction'],
  ['a floor and a figure near it', atLeast(10_000), exactly(11_000, 12_000), 'agreement'],
  ['a floor and a figure far above it', atLeast(3000), exactly(12_000), 'tension'],
  ['more than a figure, and that figure', moreThan(10_000), exactly(10_000), 'agreement'],
  ['a floor above a ceiling', atLeast(9000), upTo(8000), 'contradiction'],
  ['a floor far below a ceiling', atLeast(3000), upTo(12_000), 'tension'],
  ['two ceilings', upTo(8000), upTo(12_000), 'tension'],
  ['a floor and a ceiling at the same figure', atLeast(10_000), upTo(10_000), 'tension'],
])('given %s, then it is found', (_, one, other, found) => {
  expect(between(one, other)).toBe(found)
})

test.each<[string, Said, Said, string]>([
  ['a denial against an assertion', {}, { stance: 'denies' }, 'contradiction'],
  ['a denial against a figure', exactly(3000), { stance: 'denies' }, 'contradiction'],
  [
    'a denied figure against that figure',
    exactly(3000),
    { stance: 'denies', ...about(3000) },
    'contradiction',
  ],
  [
    'a denied figure against one that its denial leaves room for',
    atLeast(3000),
    { stance: 'denies', ...exactly(10_000) },
    'tension',
  ],
  [
    'a denied figure against a span that it lies in',
    exactly(3000, 12_000),
    { stance: 'denies', ...exactly(10_000) },
    'tension',
  ],
  [
    'a denied floor against a figure above it',
    about(12_000),
    { stance: 'denies', ...atLeast(10_000) },
    'contradiction',
  ],
  [
    'a figure against one that is denied as a round one',
    about(10_000),
    { stance: 'denies', ...exactly(10_000) },
    'contradiction',
  ],
  ['nothing at all against a denial that there is any', exactly(0), { stance: 'denies' }, 'nothing'],
  ['nothing at all that cannot be confirmed', exactly(0), { stance: 'cannot confirm' }, 'nothing'],
  ['a denied figure against another', exactly(3000), { stance: 'denies', ...exactly(9000) }, 'nothing'],
  ['a denied figure against words alone', {}, { stance: 'denies', ...exactly(9000) }, 'nothing'],
  ['an assertion that cannot be confirmed', {}, { stance: 'cannot confirm' }, 'tension'],
  ['two denials', { stance: 'denies' }, { stance: 'denies' }, 'agreement'],
  ['a denial and no knowledge', { stance: 'denies' }, { stance: 'cannot confirm' }, 'nothing'],
  ['no knowledge twice', { stance: 'cannot confirm' }, { stance: 'cannot confirm' }, 'nothing'],
  ['two assertions without figures', {}, {}, 'nothing'],
])('given %s, then the stances decide', (_, one, other, found) => {
  expect(between(one, other)).toBe(found)
})

const low = exactly(3000)
const high = exactly(10_000)

test.each<[string, Said, Said, string]>([
  ['other things counted', { ...low, unit: 'soldiers' }, { ...high, unit: 'drones' }, 'nothing'],
  [
    'the same thing in another measure',
    { ...exactly(1), unit: 'miles' },
    { ...exactly(9), unit: 'km' },
    'contradiction',
  ],
  [
    'the same length in another measure',
    { ...exactly(1), unit: 'mile' },
    { ...about(1.6), unit: 'km' },
    'agreement',
  ],
  ['two currencies', { ...low, unit: 'US dollars' }, { ...high, unit: 'euros' }, 'nothing'],
  ['no unit on either', { ...low, unit: '' }, { ...high, unit: '' }, 'tension'],
  ['no unit on one', { ...low, unit: '' }, high, 'nothing'],
  [
    'a denial of another thing',
    { ...low, unit: 'soldiers' },
    { stance: 'denies', unit: 'drones' },
    'nothing',
  ],
  ['other places', { ...low, place: 'Kursk' }, { ...high, place: 'Luhansk' }, 'nothing'],
  [
    'the same place in capitals',
    { ...low, place: 'KURSK  region' },
    { ...high, place: 'Kursk Region.' },
    'contradiction',
  ],
  [
    'places that may be one',
    { ...low, place: 'Kursk' },
    { ...high, place: 'Kursk region, Russia' },
    'tension',
  ],
  ['agreement about places that may be one', { ...low, place: 'Kursk region' }, low, 'nothing'],
  [
    'more in a part than in the whole',
    { ...high, place: 'Kursk, Russia' },
    { ...low, place: 'Russia' },
    'tension',
  ],
  [
    'less in a part than in the whole',
    { ...low, place: 'Kursk, Russia' },
    { ...high, place: 'Russia' },
    'nothing',
  ],
  [
    'a larger share in a part than in the whole',
    { ...exactly(80), unit: '%', place: 'Kursk, Russia' },
    { ...exactly(20), unit: 'percent', place: 'Russia' },
    'nothing',
  ],
  [
    'what a part is said to have and the whole to have none of',
    { ...low, place: 'eastern Ukraine' },
    { stance: 'denies', place: 'Ukraine' },
    'tension',
  ],
  [
    'what the whole is said to have and a part to have none of',
    { ...low, place: 'Ukraine' },
    { stance: 'denies', place: 'eastern Ukraine' },
    'nothing',
  ],
  ['no place on either', { ...low, place: '' }, { ...high, place: '' }, 'contradiction'],
  ['a place on one only', { ...low, place: '' }, high, 'tension'],
  ['agreement with a place on one only', { ...low, place: '' }, low, 'nothing'],
  ['events on other days', { ...low, event: '2024-10-23' }, { ...high, event: '2024-10-28' }, 'nothing'],
  [
    'events that may share a day',
    { ...low, event: ['2024-10-23', '2024-10-28'] },
    { ...high, event: ['2024-10-28', '2024-11-02'] },
    'contradiction',
  ],
  [
    'statements a week apart',
    { ...low, event: null, said: '2024-10-23' },
    { ...high, event: null, said: '2024-10-30' },
    'contradiction',
  ],
  [
    'statements longer apart',
    { ...low, event: null, said: '2024-10-23' },
    { ...high, event: null, said: '2024-10-31' },
    'nothing',
  ],
  [
    'a statement about a known day',
    { ...low, event: '2024-10-28' },
    { ...high, event: null, said: '2024-11-04' },
    'contradiction',
  ],
  [
    'a statement before the known day',
    { ...low, event: '2024-10-28' },
    { ...high, event: null, said: '2024-10-27' },
    'nothing',
  ],
  ['no date on one', { ...low, event: null }, high, 'tension'],
  ['no date on either', { ...low, event: null }, { ...high, event: null }, 'tension'],
  ['agreement without a date', { ...low, event: null }, low, 'nothing'],
  ['one speaker with two figures', { ...low, by: 'Kyiv' }, high, 'tension'],
  ['one speaker with one figure', { ...low, by: 'Kyiv' }, low, 'nothing'],
  ['unknown speakers who differ', { ...low, by: null }, { ...high, by: null }, 'contradiction'],
  ['an unknown speaker who agrees', { ...low, by: null }, low, 'nothing'],
  ['one that was withdrawn', { ...low, status: 'withdrawn' }, high, 'nothing'],
])('given %s, then it counts', (_, one, other, found) => {
  expect(between(one, other)).toBe(found)
})

test.each<[string, Said, Said, string]>([
  [
    'figures apart',
    { ...low, event: ['2024-10-23', '2024-10-28'] },
    about(10_000),
    '“3,000 soldiers” and “about 10,000 soldiers” cannot both hold: one ends at 3,000, the other begins at 9,000; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'a denial',
    {},
    { stance: 'denies' },
    'Kyiv denies what Seoul asserts; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'a denied figure',
    exactly(3000),
    { stance: 'denies', ...about(3000) },
    'Kyiv denies “about 3,000 soldiers”, and Seoul asserts “3,000 soldiers”; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'figures far apart',
    upTo(12_000),
    { ...exactly(3000), place: 'Kursk' },
    '“up to 12,000 soldiers” and “3,000 soldiers” can both hold, but lie 75 % apart; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'a floor and a ceiling',
    atLeast(3000),
    upTo(12_000),
    '“at least 3,000 soldiers” and “up to 12,000 soldiers” can both hold, but one has no upper and the other no lower end; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'a denial that leaves room',
    atLeast(3000),
    { stance: 'denies', ...exactly(10_000) },
    'Kyiv denies “10,000 soldiers”, and Seoul asserts “at least 3,000 soldiers”: some of that can hold all the same; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'a figure that cannot be confirmed',
    exactly(3000),
    { stance: 'cannot confirm', ...exactly(3000) },
    'Kyiv cannot confirm “3,000 soldiers”, and Seoul asserts “3,000 soldiers”; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'places that may be one',
    low,
    { ...high, place: 'Kursk region' },
    '“3,000 soldiers” and “10,000 soldiers” cannot both hold: one ends at 3,000, the other begins at 10,000; both speak of 28 October 2024. No contradiction, because they name places that may be one or not.',
  ],
  [
    'a part and the whole',
    { ...low, place: 'Russia' },
    { ...high, place: 'Russia’s Kursk region' },
    '“3,000 soldiers” and “10,000 soldiers” cannot both hold: one ends at 3,000, the other begins at 10,000; both speak of 28 October 2024. No contradiction, because that one place lies within the other is read from their names alone.',
  ],
  [
    'a figure within a span',
    { ...exactly(10_000, 20_000), place: '', event: null, said: '2024-10-30' },
    { ...exactly(15_000), place: '', event: null, said: '2024-10-28' },
    '“15,000 soldiers” and “10,000 to 20,000 soldiers” can both hold: one lies within the other; they were said 2 days apart.',
  ],
  [
    'the same figure',
    { ...low, place: '', event: null, said: '2024-10-28' },
    { ...low, place: '', event: null, said: '2024-10-28' },
    'Seoul and Kyiv give the same figure; they were said on the same day.',
  ],
  [
    'another measure',
    { ...exactly(1), unit: 'miles' },
    { ...exactly(9), unit: 'km' },
    '“1 miles” and “9 km” cannot both hold; both speak of Kursk and of 28 October 2024.',
  ],
  [
    'doubts',
    { ...low, event: null, place: '' },
    { ...high, by: 'Seoul' },
    '“3,000 soldiers” and “10,000 soldiers” cannot both hold: one ends at 3,000, the other begins at 10,000. No contradiction, because not both are dated, so they may speak of different times, only one of them names a place and the same speaker says both and may have learned more.',
  ],
  [
    'no unit, no place',
    { ...low, unit: '', place: '' },
    { ...high, unit: '', place: '', event: null, said: '2024-11-01', by: null },
    '“10,000” and “3,000” cannot both hold: one ends at 3,000, the other begins at 10,000; one speaks of 28 October 2024, the other was said within 7 days of that. No contradiction, because neither says what it counts.',
  ],
])('given %s, then the reason says so', (_, one, other, reason) => {
  const claims = [compared({ id: 'c1', by: 'Seoul', ...one }), compared({ id: 'c2', by: 'Kyiv', ...other })]
  expect(agreementOf(compareClaims(claims), [], everything).findings.map((found) => found.reason)).toEqual([
    reason,
  ])
})
