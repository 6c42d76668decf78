import { describe, expect, it } from 'vitest'
import type { Source } from '../../contract/rows.ts'
import { type Prefilled, prefill, sourceNamed } from './claim-form-prefill.ts'

const sources = [
  source('roe', 'Jane Roe', ['the envoy']),
  source('wire', 'Harbour Wire'),
  { ...source('old', 'Harbor Wire'), mergedInto: 'wire', retired: true },
  { ...source('gone', 'Retired Body'), retired: true },
]
const article = { publisher: 'The Harbour Wire', publishedDate: '2024-11-01' }

describe('a new claim from words', () => {
  const text =
    'First line.\nJane Roe said on Thursday that up to 8,000 soldiers stand\u00a0there. Others count fewer.\n'

  it('starts from their whole sentence, on one line', () => {
    expect(from(text, '8,000 soldiers').fields.statement).toBe(
      'Jane Roe said on Thursday that up to 8,000 soldiers stand there.',
    )
  })

  it('starts from every sentence that the words touch', () => {
    expect(from(text, 'there. Others').fields.statement).toMatch(/^Jane Roe .* fewer\.$/)
  })

  it('starts from the words alone where the sentence is endless', () => {
    const endless = `${'so many words, '.repeat(40)}up to 8,000 of them`
    expect(from(endless, 'up to 8,000 of them').fields.statement).toBe('up to 8,000 of them')
  })

  it.each(['- ', '• ', '## ', '2. '])('leaves out the “%s” that begins a line', (mark) => {
    const list = `Answers:\n${mark}131 reports name him.\n`
    expect(from(list, '131 reports').fields.statement).toBe('131 reports name him.')
  })

  it('takes the quantity that the words state, and says so', () => {
    const { fields, origins } = from(text, 'up to 8,000 soldiers')
    expect(fields).toMatchObject({ qualifier: 'up to', low: null, high: 8000, unit: 'soldiers' })
    expect(origins.qualifier).toBe('read from the words')
  })

  it('bounds a bare figure by the words around it, and says so', () => {
    const { fields, origins } = from(text, '8,000')
    expect(fields).toMatchObject({ qualifier: 'up to', low: null, high: 8000, unit: 'soldiers' })
    expect(origins.qualifier).toBe('read from the words and those around them')
  })

  it('bounds the figure meant where the sentence has several', () => {
    const several =
      'They had 3,000 men in the spring, and by the autumn at least 7,000 troops were on the way.'
    expect(from(several, '7,000').fields).toMatchObject({ qualifier: 'at least', low: 7000, unit: 'troops' })
  })

  it('has no quantity where the words have none, whatever the sentence says', () => {
    expect(from(text, 'Jane Roe').fields).toMatchObject({ qualifier: null, low: null, high: null })
  })

  it('is said by the source that the sentence names, through the article’s publisher', () => {
    expect(from(text, '8,000').fields).toMatchObject({ sourceId: 'roe', via: ['wire'] })
  })

  it('names a speaker and a publisher that are no source yet', () => {
    const { fields, unknown } = from('John Doe said it was over.', 'over', {
      ...article,
      publisher: 'New Desk',
    })
    expect(fields).toMatchObject({ sourceId: null, via: [] })
    expect(unknown).toEqual({ speaker: 'John Doe', publisher: 'New Desk' })
  })

  it('does not go through a publisher that speaks itself', () => {
    const { fields } = from('Harbour Wire said it had counted twelve.', 'twelve')
    expect(fields).toMatchObject({ sourceId: 'wire', via: [] })
  })

  it('has the day that the sentence names, to be looked at again, and suggests the article’s for the statement', () => {
    const { fields, origins } = from(text, '8,000')
    expect(fields).toMatchObject({ eventFrom: '2024-10-31', eventTo: '2024-10-31' })
    expect(origins.eventFrom).toMatch(/is it when it happened/)
    expect(fields).toMatchObject({ statementFrom: '2024-11-01', statementTo: '2024-11-01' })
    expect(origins.statementFrom).toMatch(/suggested/)
  })

  it('takes a month as its first and last day', () => {
    const { fields, origins } = from('It began in October 2024.', 'October 2024')
    expect(fields).toMatchObject({ eventFrom: '2024-10-01', eventTo: '2024-10-31' })
    expect(origins.eventFrom).toBe('read from the words')
  })

  it('leaves every date open where the article has none and the words name none', () => {
    const { fields } = from(text, '8,000', { publisher: '', publishedDate: null })
    expect(fields).toMatchObject({ eventFrom: null, eventTo: null, statementFrom: null, statementTo: null })
  })

  it('is exact for words with emoji and right-to-left names', () => {
    const mixed = '🛰️ سلمى البدراوي counted up to 8,000. 👨‍👩‍👧 Next.'
    expect(from(mixed, 'up to 8,000').fields.statement).toBe('🛰️ سلمى البدراوي counted up to 8,000.')
  })
})

describe('a source by name', () => {
  it.each([
    ['THE ENVOY', 'roe'],
    ['Envoy', 'roe'],
    ['Harbor Wire', 'wire'],
    ['Retired Body', null],
    ['Nobody', null],
  ])('“%s” is %s', (name, id) => {
    expect(sourceNamed(name, sources)?.id ?? null).toBe(id)
  })
})

function from(text: string, quote: string, given: Parameters<typeof prefill>[2] = article): Prefilled {
  const start = text.indexOf(quote)
  return prefill({ articleId: 'a', start, end: start + quote.length, quote }, text, given, sources)
}

function source(id: string, name: string, aliases: string[] = []): Source {
  return { id, name, aliases, kind: 'person', reliability: null, note: '', retired: false, mergedInto: null }
}
