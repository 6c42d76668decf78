import { describe, expect, it } from 'vitest'
import { suggestClaims } from './suggest.ts'

const opening = 'It was cold in the town and the river was high, as it had been for some days.\n'

function suggest(words: string, more: { publisher?: string; title?: string } = {}) {
  const known = { publishedDate: '2024-11-13', publisher: '', title: '', furniture: [], sources: [] }
  return suggestClaims(opening + words, { ...known, ...more })
}

describe('who says it', () => {
  it.each([
    ['The White House had spoken of 40 men.', 'White House', ''],
    ['The minister, Ada Reck, told her South Sarnian counterpart that 40 men had gone.', 'Ada Reck', ''],
    [
      'An officer told Harbour Press, on condition of anonymity, that 40 men had gone.',
      'officer',
      'Harbour Press',
    ],
    ['A clerk who came to the camp in March said 40 men had gone.', 'clerk', ''],
    ['A deserter, who left the camp in March and whom we met, put the number of men at 40.', 'deserter', ''],
    [
      'The ministry in Velden, through whose port they are thought to pass, said 40 men had gone.',
      'ministry in Velden',
      '',
    ],
    ['Pictures taken between 2 and 5 November show that 40 men have gone.', 'Pictures', ''],
    ['An instructor there, Major Ada Reck, wrote in a paper that 40 men had gone.', 'Ada Reck', ''],
    ['Ada Reck, 79, who has lived there since 1971, said 40 men had gone.', 'Ada Reck', ''],
    ['Forty men had gone, said the matron, Ada Reck, “and none came back”.', 'Ada Reck', ''],
    ['Forty men had gone, according to Coun Ada Reck.', 'Ada Reck', ''],
    ['Forty men had gone, according to bank records.', 'bank records', ''],
    ['Forty men had gone, port figures show.', 'Port figures', ''],
    ['Forty men had gone, the farmers’ union found when it asked around.', 'farmers’ union', ''],
    ['There were 40 men on board by the harbour master’s account.', 'harbour master', ''],
    ['Two drivers whom we met on the quay say 40 men had gone.', 'Two drivers', ''],
    [
      'An officer told the Post that 40 men had gone, the agency Tolk Press reports.',
      'officer',
      'Post,Tolk Press',
    ],
    ['Some 40 men had gone, governor Ada Reck said in a video posted online.', 'Ada Reck', ''],
    ['An aide to the president said 40 men had gone.', 'aide to the president', ''],
    ['Sarnia’s commander-in-chief wrote that 40 men had gone.', 'Sarnia’s commander-in-chief', ''],
    ['Forty men had gone, lawmaker Lee Sung-ho said.', 'Lee Sung-ho', ''],
    [
      'Recent intelligence from Norway, Oru, and Velden estimates that 40 men have gone.',
      'intelligence from Norway, Oru, and Velden',
      '',
    ],
    ['The latest report by the harbour office says 40 men have gone.', 'report by the harbour office', ''],
    ['The union wants 40 percent.', 'union', ''],
    ['The union asked for 40 buses.', 'union', ''],
    ['The mayor asked 40 men where they had been.', undefined, ''],
    ['The army depot was known to 40 men.', undefined, ''],
    ['A worker brings in $900, of which he sees $200.', undefined, ''],
  ])('of %s', (words, speaker, via) => {
    const [first] = suggest(words)
    expect(first?.speaker?.name.toLowerCase()).toBe(speaker?.toLowerCase())
    expect(first?.via.map(({ name }) => name).join()).toBe(via)
  })

  it.each([
    ['The general staff has withdrawn the paper; it says 40 men have gone.', ['general staff']],
    ['The board says 40 percent of the pipes are new; in Oru it is 71.', ['board', 'board']],
    ['A fire broke out at an army ammunition depot. The army said 40 men had gone.', ['army']],
    [
      'The first witness said 40 men had gone. Pressed by Reck, he said 12 had come back.',
      ['first witness', 'first witness'],
    ],
    ['The bank records are long. Forty men were paid, the same records show.', ['bank records']],
    ['Ada Reck shrugs. “Forty men have gone to the river.”', ['Ada Reck']],
    [
      '“Nobody is here,” the chief, Ada Reck, said, though she did not know, she admitted, who had left.',
      ['Ada Reck', 'Ada Reck'],
    ],
  ])('in %s', (words, speakers) => {
    expect(suggest(words).map(({ speaker }) => speaker?.name)).toEqual(speakers)
  })

  it('knows an issuer whose name looks like a verb', () => {
    const statement = { publisher: 'Open Ward', title: 'Statement of Open Ward' }
    expect(suggest('Since March, Open Ward has recorded 31 attacks.', statement)[0]).toMatchObject({
      speaker: { name: 'Open Ward' },
      eventDate: { from: '2024-03-01' },
    })
  })

  it.each([
    'Ada Reck, in a grey suit, wrote throughout and did not look up.',
    'He said of his men: “I am proud.”',
  ])('proposes nothing in %s', (words) => expect(suggest(words)).toEqual([]))
})
