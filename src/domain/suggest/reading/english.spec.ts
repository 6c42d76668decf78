import { describe, expect, it } from 'vitest'
import { whyQuiet } from './english.ts'

describe('whyQuiet', () => {
  it.each([
    [
      'German',
      'Der Minister sagte am Montag, dass die Stadt mit dem Fluss und den Brücken nicht auf das Wasser vorbereitet ist, das nach dem Sturm kam.',
      'another language',
    ],
    [
      'Korean',
      '그는 현재로서는 확인할 수 없다고 말했다. 국방부는 정례 브리핑에서 병력이 이동하고 있다고 밝혔으며 추가 내용은 없다고 덧붙였다. 관계자는 이를 확인하지 않았다.',
      'another language',
    ],
    [
      'capitals',
      'THE MINISTER SAID ON MONDAY THAT 40 MEN HAD CROSSED THE RIVER AND THAT NONE OF THEM HAD COME BACK.',
      'capitals',
    ],
    [
      'no sentences',
      'Table 4\nWheat 40\nBarley 12\nOats 7\nMaize 31\nRye 5\nSorghum 2\nMillet 1',
      'sentences',
    ],
    ['nothing', ' \n 12 · 14 · 🙂', 'no words'],
  ])('tells why it is quiet about %s', (_, text, word) => {
    expect(whyQuiet(text)).toContain(word)
  })

  it('reads English, also with other scripts in it', () => {
    expect(
      whyQuiet('The ministry (국방부) said that 40 of its men had crossed the river on the day before.'),
    ).toBeNull()
  })
})
