import { describe, expect, it } from 'vitest'
import type { Source } from '../../contract/rows.ts'
import type { SuggestedName, Suggestion } from '../../domain/suggest/suggestion.ts'
import { acceptedClaim, noteOf, resolveName, suggestedDraft } from './claim-from-suggestion.ts'

const sources = [
  source('roe', 'Jane Roe', { aliases: ['the envoy'] }),
  source('wire', 'Harbour Wire'),
  source('old', 'Old Wire', { mergedInto: 'wire', retired: true }),
  source('gone', 'Retired Body', { retired: true }),
]
const article = { publisher: 'The Harbour Wire', publishedDate: '2024-11-01' }
const around = { article, sources, topicId: 'q1' }

describe('accepting a suggestion', () => {
  it('makes the claim as the words have it, with topic, publisher and the article’s date', () => {
    const { fields, sources: added } = accepted(suggestion({ speaker: name('Jane Roe', 'roe') }))
    expect(fields).toMatchObject({
      statement: 'Up to 8,000 soldiers are there.',
      sourceId: 'roe',
      via: ['wire'],
      topicId: 'q1',
      qualifier: 'up to',
      low: null,
      high: 8000,
      unit: 'soldiers',
      statementFrom: '2024-11-01',
      statementTo: '2024-11-01',
      status: 'open',
      note: '',
    })
    expect(added).toEqual([])
  })

  it('fits into the fields, whatever the words: lines are joined, and what is too long is cut', () => {
    const { claim } = suggestion({})
    const wide = suggestion({ claim: { ...claim, place: 'Old\nHarbour', unit: 'x'.repeat(500) } })
    expect(accepted(wide).fields).toMatchObject({ place: 'Old Harbour', unit: 'x'.repeat(120) })
    expect(noteOf(suggestion({ reason: '🚚'.repeat(3000) })).reason).toHaveLength(2000)
  })

  it('keeps the date of the statement that the words name', () => {
    const { claim } = suggestion({})
    const dated = suggestion({ claim: { ...claim, statementFrom: '2024-10-29', statementTo: '2024-10-30' } })
    expect(accepted(dated).fields).toMatchObject({ statementFrom: '2024-10-29', statementTo: '2024-10-30' })
  })

  it('adds named people and bodies that are no sources yet, each once', () => {
    const { fields, sources: added } = accepted(
      suggestion({
        speaker: name('Mara Lindqvist'),
        via: [name('Night Desk News'), name('night desk news'), name('Mara Lindqvist')],
      }),
    )
    expect(added).toEqual([
      { id: 'new 1', name: 'Mara Lindqvist', kind: 'person' },
      { id: 'new 2', name: 'Night Desk News', kind: 'publication' },
    ])
    expect(fields).toMatchObject({ sourceId: 'new 1', via: ['new 2', 'wire'] })
  })

  it('leaves people without a name open and keeps their words in the note', () => {
    const { fields, sources: added } = accepted(
      suggestion({ speaker: name('two officials'), via: [name('a spokesman')] }),
    )
    expect(added).toEqual([])
    expect(fields).toMatchObject({
      sourceId: null,
      note: 'Speaker in the words: “two officials”. Through: “a spokesman”.',
    })
  })

  it('does not go through a publisher that speaks itself, nor where it is no source', () => {
    expect(accepted(suggestion({ speaker: name('Harbour Wire', 'wire') })).fields.via).toEqual([])
    const other = { ...around, article: { publisher: 'New Desk', publishedDate: null } }
    expect(acceptedClaim(suggestion({}), other, ids()).fields).toMatchObject({ via: [], statementFrom: null })
  })
})

describe('a name in the words', () => {
  it.each([
    ['the source it was found to be', name('Roe', 'roe'), { is: 'known', id: 'roe', name: 'Jane Roe' }],
    ['a source added since', name('the envoy'), { is: 'known', id: 'roe', name: 'Jane Roe' }],
    [
      'what its source was merged into',
      name('Old Wire', 'old'),
      { is: 'known', id: 'wire', name: 'Harbour Wire' },
    ],
    [
      'nobody where its source is retired',
      name('Retired Body', 'gone'),
      { is: 'unnamed', words: 'Retired Body' },
    ],
    ['a new source', name('Mara Lindqvist'), { is: 'new', name: 'Mara Lindqvist', kind: 'person' }],
    ['nobody', name('officials'), { is: 'unnamed', words: 'officials' }],
  ])('is %s', (_, given, expected) => {
    expect(resolveName(given, sources)).toEqual(expected)
  })
})

describe('editing a suggestion', () => {
  it('fills the form in, says what was suggested from which words, and adds nothing yet', () => {
    const given = suggestion({ speaker: { ...name('Mara Lindqvist'), quote: 'Lindqvist' } })
    const draft = suggestedDraft(given, 'a1', around)
    expect(draft).toMatchObject({
      fields: { sourceId: null, via: ['wire'], topicId: 'q1', high: 8000 },
      origins: { qualifier: 'suggested from “up to 8,000 soldiers”' },
      unknown: { speaker: 'Mara Lindqvist', publisher: null },
      words: [{ articleId: 'a1', start: 10, end: 40, quote: given.quote }],
      suggestion: { key: 'k', reason: given.reason },
      isTouched: false,
    })
  })
})

function accepted(given: Suggestion) {
  return acceptedClaim(given, around, ids())
}

function ids(): () => string {
  let made = 0
  return () => {
    made += 1
    return `new ${made}`
  }
}

function name(words: string, sourceId: string | null = null): SuggestedName {
  return { name: words, quote: words, start: 0, end: words.length, sourceId, pointsTo: null }
}

function suggestion(set: Partial<Suggestion>): Suggestion {
  const figure = { qualifier: 'up to', low: null, high: 8000, unit: 'soldiers' } as const
  return {
    key: 'k',
    kind: 'quantity',
    start: 10,
    end: 40,
    quote: 'that up to 8,000 soldiers are',
    quantity: { ...figure, thing: 'soldiers', start: 15, end: 35, quote: 'up to 8,000 soldiers' },
    speaker: null,
    via: [],
    stance: 'asserts',
    stanceWords: null,
    eventDate: null,
    statementDate: null,
    place: null,
    reason: '“up to” stands before a figure.',
    claim: {
      statement: 'Up to 8,000 soldiers are there.',
      sourceId: null,
      via: [],
      stance: 'asserts',
      ...figure,
      place: '',
      eventFrom: null,
      eventTo: null,
      statementFrom: null,
      statementTo: null,
    },
    ...set,
  }
}

function source(id: string, sourceName: string, set: Partial<Source> = {}): Source {
  return {
    id,
    name: sourceName,
    aliases: [],
    kind: 'person',
    reliability: null,
    note: '',
    retired: false,
    mergedInto: null,
    ...set,
  }
}
