import { expect, it } from 'vitest'
import type { Source } from '../../../../contract/rows.ts'
import type { SuggestedName, Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { factsOf } from './facts.ts'

const pentagon = { id: 's1', name: 'Pentagon', aliases: ['the Defense Department'], retired: false } as Source

it('says what accepting would put into the claim, and what is to be known about it', () => {
  expect(
    told({
      claim: { qualifier: 'up to', low: null, high: 8000, unit: 'soldiers', place: 'Kursk' },
      speaker: name('the Defense Department'),
      via: [name('Mara Lindqvist'), name('two officials')],
      stance: 'denies',
      stanceWords: { start: 0, end: 6, quote: 'denied' },
      eventDate: {
        start: 0,
        end: 9,
        quote: 'on Sunday',
        from: '2024-10-27',
        to: '2024-10-27',
        relative: true,
      },
      place: { start: 0, end: 5, quote: 'Kursk' },
    }),
  ).toEqual([
    'up to 8,000 soldiers',
    'Pentagon · known source',
    'via Mara Lindqvist · new person',
    'via “two officials” · kept in the note',
    'denies · “denied”',
    'happened “on Sunday” → 27 Oct 2024 · relative',
    'Kursk',
  ])
})

it('says that nobody is named, and leaves out what the words do not say', () => {
  expect(told({})).toEqual(['speaker not named'])
})

it('does not say a date twice', () => {
  const date = { start: 0, end: 11, from: '2024-10-27', to: '2024-10-27', relative: false }
  expect(told({ statementDate: { ...date, quote: '27 Oct 2024' } })).toContain('said 27 Oct 2024')
})

function told(set: Partial<Omit<Suggestion, 'claim'>> & { claim?: Partial<Suggestion['claim']> }): string[] {
  const { claim, ...rest } = set
  const suggestion = {
    speaker: null,
    via: [],
    stance: 'asserts',
    stanceWords: null,
    eventDate: null,
    statementDate: null,
    place: null,
    ...rest,
    claim: { qualifier: null, low: null, high: null, unit: '', place: '', ...claim },
  } as unknown as Suggestion
  return factsOf(suggestion, [pentagon]).map(({ text, about }) => (about ? `${text} · ${about}` : text))
}

function name(words: string): SuggestedName {
  return { name: words, quote: words, start: 0, end: words.length, sourceId: null, pointsTo: null }
}
