import { describe, expect, it } from 'vitest'
import { readSpeaker } from './speaker.ts'

describe('readSpeaker', () => {
  it.each([
    ['Pentagon spokesman John Roe said', 'John Roe'],
    ['The Pentagon press secretary, Maj. Gen. John Roe, said that', 'John Roe'],
    ['Pentagon press secretary Maj. Gen. John Roe noted on Monday', 'John Roe'],
    ['U.S. Secretary of State Jane Roe revealed that', 'Jane Roe'],
    ['British Prime Minister Jane Roe has warned', 'Jane Roe'],
    ['NATO Secretary-General Jan de Vries said', 'Jan de Vries'],
    ['Jane Roe, a senior analyst at an institute, said', 'Jane Roe'],
    ['On Friday the air force spokesman, Juri Roe, told state media', 'Juri Roe'],
    ['“We have no figure,” said Jane Roe, a local resident.', 'Jane Roe'],
    ['“We have no figure,” Roe said.', 'Roe'],
    ['Defense Minister Kim Roe-hyun suggested that', 'Kim Roe-hyun'],
    ['according to South Korean Defense Ministry spokesperson Jeon Ro-Gyu, intelligence', 'Jeon Ro-Gyu'],
    ['according to South Korea’s defence ministry.', 'South Korea’s defence ministry'],
    ['about 10,000 soldiers, according to the Pentagon', 'Pentagon'],
    ['according to a senior U.S. official, this aid', 'senior U.S. official'],
    ['The ministry said it had counted', 'ministry'],
    ['A spokesperson from Downing Street noted', 'spokesperson from Downing Street'],
    ['The White House said on Friday', 'White House'],
    ['Ukrainian President Jan Roe recently claimed that', 'Jan Roe'],
    ['Ukraine’s military reported on Tuesday', 'Ukraine’s military'],
    ['Salma al-Badrawi wrote', 'Salma al-Badrawi'],
  ])('finds the speaker of: %s', (words, speaker) => {
    expect(readSpeaker(words)).toBe(speaker)
  })

  it.each([
    ['nobody', 'up to 8,000 troops in Kursk'],
    ['a pronoun', 'He said that it was so.'],
    ['people without a name', 'Officials said the count was wrong.'],
    ['two people', 'according to Secretary of State Jane Roe and Secretary of Defense John Doe'],
    ['a list', 'Intelligence from Seoul, Tokyo, and Kyiv estimates that'],
    ['an adjective', 'The strike marks the first confirmed use of it'],
    ['a participle', 'With no casualties reported from the east, it'],
    ['two bodies', 'according to the ministry and the army'],
    ['one after the other', '“No,” said Jane Roe. John Doe denied it.'],
    ['two speakers', 'Jane Roe said so. John Doe denied it.'],
    ['words only in a quotation', '“Jane Roe said so,” it reads.'],
    ['nothing', ''],
  ])('is not sure of %s', (_, words) => {
    expect(readSpeaker(words)).toBeNull()
  })
})
