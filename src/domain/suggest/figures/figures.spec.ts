import { describe, expect, it } from 'vitest'
import { suggestClaims } from '../suggest.ts'

const opening = 'It was cold in the town and the river was high, as it had been for some days.\n'

function counted(words: string) {
  const known = { publishedDate: '2024-11-13', publisher: '', title: '', furniture: [], sources: [] }
  return suggestClaims(opening + words, known).flatMap(({ quantity }) =>
    quantity ? [`${quantity.low ?? ''}..${quantity.high ?? ''} ${quantity.unit}`] : [],
  )
}

describe('what is counted', () => {
  it.each([
    ['The firm flew in 300 strike-breakers.', ['300..300 strike-breakers']],
    ['They sent 40 anti-tank missiles.', ['40..40 missiles']],
    [
      'The fee rose from $6,500 to $8,000 a year after the fire.',
      ['6500..6500 US dollars a year', '8000..8000 US dollars a year'],
    ],
    ['The shells fetch $3,000 to $3,500 a shell.', ['3000..3500 US dollars a shell']],
    ['Recruits pay two to three hundred crowns.', ['200..300 crowns']],
    ['In the week to June 9, 19 ships left.', ['19..19 ships']],
    ['On October 28, 29 and 30 the river rose by 40 centimetres.', ['40..40 centimetres']],
    [
      'Seven people died, among them two nurses. Twelve more were injured.',
      ['7..7 people', '2..2 nurses', '12..12 people'],
    ],
    [
      'The depot may keep 3,500 tonnes; since March the real quantity was over 5,000.',
      ['3500..3500 tonnes', '5000.. tonnes'],
    ],
    ['Seven men were hurt; four needed operations.', ['7..7 men', '4..4 men']],
    ['The ministry said that 4 had died.', ['4..4 people']],
  ])('in %s', (words, expected) => {
    expect(counted(words)).toEqual(expected)
  })

  it.each([
    'The depot holds mainly 122-mm and 152-mm shells.',
    'A person survives in it for an hour, perhaps two.',
    'The newsdesk answers on 01555 0147.',
    'About Open Ward: founded 1987, 4,100 staff in 29 countries.',
    'Ring us if you saw 40 men.',
  ])('is nothing in %s', (words) => expect(counted(words)).toEqual([]))
})
