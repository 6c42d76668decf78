import { describe, expect, it } from 'vitest'
import { suggestClaims } from '../suggest.ts'

const opening = 'It was cold in the town and the river was high, as it had been for some days.\n'

/** Days of event and statement of the last claim; the article is of a Wednesday. */
function dates(words: string) {
  const known = { publishedDate: '2024-11-13', publisher: '', title: '', furniture: [], sources: [] }
  const { claim } = suggestClaims(opening + words, known).at(-1)!
  const days = (from: string | null, to: string | null) => (from === to ? from : `${from}..${to}`)
  return {
    event: days(claim.eventFrom, claim.eventTo),
    statement: days(claim.statementFrom, claim.statementTo),
  }
}

describe('the date of a claim', () => {
  it.each([
    ['Five helicopters will fly tomorrow.', '2024-11-14'],
    ['The street has had 40 leaks since the weekend.', '2024-11-09..2024-11-13'],
    ['Pictures taken between 2 and 5 November show that 40 men have gone.', '2024-11-02..2024-11-05'],
    ['He came on 8 March last year. Two days later €12,000 was paid.', '2023-03-10'],
    ['He came on 8 March last year. A cousin repaid €900 that spring.', '2023-03-01..2023-05-31'],
    ['In the week to June 9, 19 ships left.', '2024-06-03..2024-06-09'],
    [
      'In the week to June 9, 19 ships left, compared with 47 in the same week last year.',
      '2023-06-03..2023-06-09',
    ],
    [
      'Since Sarnia launched its full-scale attack on the town in March, 40 men have died.',
      '2024-03-01..2024-11-13',
    ],
    ['Since March, the ministry has recorded 31 attacks.', '2024-03-01..2024-11-13'],
  ])('in %s is the event’s', (words, event) => {
    expect(dates(words)).toEqual({ event, statement: null })
  })

  it.each([
    ['Ada Reck, speaking in Velden on Tuesday, said 40 men had gone.', '2024-11-12'],
    ['In an interview with the Post published on Friday, the mayor said 40 men had gone.', '2024-11-08'],
    ['The trade ministry dismissed it earlier this month as fantasy.', '2024-11-01..2024-11-30'],
    ['He was quoted by the Post in April as saying that 40 men had gone.', '2024-04-01..2024-04-30'],
  ])('in %s is the statement’s', (words, statement) => {
    expect(dates(words)).toEqual({ event: null, statement })
  })

  it.each([
    'A clerk who came to the camp in March said 40 men had gone.',
    'Ada Reck, 79, who has lived there since 1971, said 40 men had gone.',
    'Built in the 1960s, the depot holds 40 guns.',
    'Built in 1962 for the army, the depot holds 40 guns.',
    'The shells were made in 1987 and would have fetched $3,000.',
    'They are led by a group born in 2022 amid fears, with 40 members.',
  ])('is not that of something else: %s', (words) => {
    expect(dates(words)).toEqual({ event: null, statement: null })
  })
})

describe('a negative', () => {
  const stances = (words: string) =>
    suggestClaims(opening + words, {
      publishedDate: null,
      publisher: '',
      title: '',
      furniture: [],
      sources: [],
    }).map(({ stance }) => stance)

  it.each([
    ['The firm denied the report. “We have not hired anybody,” the manager said.', ['denies', 'denies']],
    ['The army accuses Sarnia of a raid. “There was no such raid,” the mayor said.', ['asserts', 'denies']],
    ['The mayor said this was simply not the case.', ['denies']],
    ['“There was no attack of any kind,” the mayor said.', ['denies']],
    ['It was cold. “We have not hired anybody,” the manager said.', ['asserts']],
    ['Forty men were sent away, the matron said, “and not one of them has grumbled”.', ['asserts']],
    ['The ministry’s figures, which could not be verified, show that 40 men died.', ['asserts']],
  ])('in %s', (words, expected) => expect(stances(words)).toEqual(expected))
})
