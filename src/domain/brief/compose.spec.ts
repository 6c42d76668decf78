import { describe, expect, it } from 'vitest'
import { briefWorkspace, draft } from './brief.fixture.ts'
import type { BriefDraft } from './brief-tables.ts'
import { composeBrief } from './compose.ts'
import type { BriefDocument, BriefDocumentSection } from './document.ts'

type Workspace = ReturnType<typeof briefWorkspace>

function compose(workspace: Workspace, set: Partial<BriefDraft> = {}): BriefDocument {
  return composeBrief(draft(set), workspace.tables, workspace.head, workspace.textOf)
}

function claimsOf(section: BriefDocumentSection | undefined) {
  if (section?.kind !== 'topic') throw new Error('the section is not one of claims')
  return section.claims
}

function twoTopics(): Workspace {
  const workspace = briefWorkspace()
  workspace.topic('how-many', 'How many soldiers are there?')
  workspace.topic('where', 'Where are they?')
  workspace.source('ministry', 'The ministry', { reliability: 'B' })
  workspace.source('wire', 'Harbour Wire', { kind: 'publication', aliases: ['HW'] })
  workspace.article('a1', 'Officials 👩‍🚀 counted about 10,000 soldiers. None were seen.')
  workspace.annotation('n1', 'a1', 'about 10,000 soldiers')
  workspace.annotation('n2', 'a1', 'None were seen')
  return workspace
}

describe('composing a brief', () => {
  it('given sources and topics that were merged since, keeps the claims that moved with them', () => {
    const workspace = twoTopics()
    workspace.claim('c1', { topicId: 'where', sourceId: 'wire' })
    workspace.tables.topics.update('how-many', (topic) => Object.assign(topic, { mergedInto: 'where' }))
    workspace.tables.sources.update('ministry', (source) => Object.assign(source, { mergedInto: 'wire' }))
    const scope = { ...draft().scope, sourceIds: ['ministry'] }
    const merged = compose(workspace, { scope, sections: [{ kind: 'topic', topicId: 'how-many', body: '' }] })
    expect(merged.sections[0]).toMatchObject({ topicId: 'where', heading: 'Where are they?' })
    expect(claimsOf(merged.sections[0]).map((claim) => claim.claimId)).toEqual(['c1'])
    const both = (['how-many', 'where'] as const).map((topicId) => ({
      kind: 'topic' as const,
      topicId,
      body: '',
    }))
    const twice = compose(workspace, { sections: both }).sections
    expect(twice.map((section) => claimsOf(section).length)).toEqual([0, 1])
  })

  it('given a claim whose id every object knows as a name, prints its own statement', () => {
    const workspace = twoTopics()
    workspace.claim('constructor', { topicId: 'where' })
    expect(claimsOf(compose(workspace).sections[0])[0]).toMatchObject({
      statement: 'Statement of constructor.',
    })
  })

  it('given undated and dated claims, orders by time said, then event, then entry, undated last', () => {
    const workspace = twoTopics()
    const topicId = 'how-many'
    const said = (day: string) => ({ statementFrom: day, statementTo: day })
    workspace.claim('c6', { topicId })
    workspace.claim('c5', { topicId, enteredAt: '2024-11-24T00:00:00.000Z' })
    workspace.claim('c4', { topicId, eventFrom: '2024-11-30', eventTo: '2024-11-30' })
    workspace.claim('c3', { topicId, ...said('2024-11-02') })
    workspace.claim('c2', { topicId, ...said('2024-11-01') })
    workspace.claim('c1', { topicId, ...said('2024-11-01'), eventFrom: '2024-10-01', eventTo: '2024-10-02' })
    const document = compose(workspace, { sections: [{ kind: 'topic', topicId, body: '' }] })
    expect(claimsOf(document.sections[0]).map((claim) => claim.claimId)).toEqual([
      'c1',
      'c2',
      'c3',
      'c4',
      'c5',
      'c6',
    ])
  })

  it('given a graded claim, prints each axis by itself and in the words of its standard', () => {
    const workspace = twoTopics()
    workspace.claim('c1', {
      topicId: 'how-many',
      sourceId: 'ministry',
      via: ['wire'],
      stance: 'cannot confirm',
      qualifier: 'up to',
      high: 8000,
      unit: 'soldiers',
      eventFrom: '2024-10-28',
      eventTo: '2024-10-31',
      statementFrom: '2024-10-31',
      statementTo: '2024-10-31',
      credibility: 2,
      confidence: 'moderate',
      likelihood: 'likely',
    })
    const [claim] = claimsOf(compose(workspace).sections[0])
    expect(claim).toMatchObject({
      speaker: 'The ministry',
      via: ['Harbour Wire'],
      stance: 'cannot confirm',
      quantity: 'up to 8,000 soldiers',
      happened: '28 to 31 October 2024',
      said: '31 October 2024',
      grades: [
        { axis: 'speaker', words: 'B, usually reliable' },
        { axis: 'credibility', words: '2, probably true' },
        { axis: 'confidence', words: 'moderate' },
        { axis: 'likelihood', words: 'likely (55 to 80 %)' },
      ],
    })
  })

  it('given an ungraded claim without a speaker, says so and infers nothing', () => {
    const workspace = twoTopics()
    workspace.claim('c1', { topicId: 'where', credibility: 1 })
    const [claim] = claimsOf(compose(workspace).sections[0])
    expect(claim?.speaker).toBe('speaker unknown')
    expect(claim?.grades.map(({ axis, words }) => [axis, words])).toEqual([
      ['speaker', 'not graded'],
      ['credibility', '1, confirmed by other sources'],
    ])
  })

  it('numbers footnotes by first appearance and gives the same words one footnote', () => {
    const workspace = twoTopics()
    const said = (day: string) => ({ statementFrom: day, statementTo: day })
    workspace.claim('late', { topicId: 'how-many', ...said('2024-11-09'), evidence: ['n1', 'n2'] })
    workspace.claim('early', { topicId: 'how-many', ...said('2024-11-01'), evidence: ['n2'] })
    const document = compose(workspace)
    expect(claimsOf(document.sections[0]).map((claim) => claim.footnotes)).toEqual([[1], [2, 1]])
    expect(document.footnotes).toMatchObject([
      { number: 1, annotationId: 'n2', claimIds: ['early', 'late'] },
      { number: 2, annotationId: 'n1', claimIds: ['late'] },
    ])
  })

  it('gives a footnote the exact words with offsets in UTF-16 code units and in code points', () => {
    const workspace = twoTopics()
    workspace.claim('c1', { topicId: 'how-many', evidence: ['n1'] })
    const [footnote] = compose(workspace).footnotes
    if (footnote?.kind !== 'words') throw new Error('the footnote has no words')
    const text = workspace.textOf('a1')
    expect(text.slice(footnote.start, footnote.end)).toBe(footnote.quote)
    expect([...text].slice(footnote.startCodePoint, footnote.endCodePoint).join('')).toBe(footnote.quote)
    expect(footnote.start - footnote.startCodePoint).toBe(2)
  })

  it('given evidence that is gone, keeps the footnote and says that the words are lost', () => {
    const workspace = twoTopics()
    workspace.claim('c1', { topicId: 'how-many', evidence: ['n1', 'gone'] })
    const document = compose(workspace)
    expect(document.footnotes[1]).toEqual({
      kind: 'lost',
      number: 2,
      annotationId: 'gone',
      claimIds: ['c1'],
    })
    expect(claimsOf(document.sections[0])[0]?.footnotes).toEqual([1, 2])
  })

  it('prints the analyst’s wording and remembers the claim’s own statement beside it', () => {
    const workspace = twoTopics()
    workspace.claim('c1', { topicId: 'how-many' })
    const document = compose(workspace, { wording: { c1: ' Ten thousand, it is said. ', other: 'Unused.' } })
    expect(claimsOf(document.sections[0])[0]).toMatchObject({
      statement: 'Ten thousand, it is said.',
      reworded: 'Statement of c1.',
    })
  })

  it('given a scope, keeps what fits every axis and undated claims', () => {
    const workspace = twoTopics()
    const topicId = 'how-many'
    workspace.claim('keep', {
      topicId,
      sourceId: 'ministry',
      statementFrom: '2024-11-01',
      statementTo: '2024-11-03',
    })
    workspace.claim('undated', { topicId, sourceId: 'ministry' })
    workspace.claim('refuted', { topicId, sourceId: 'ministry', status: 'refuted' })
    workspace.claim('denial', { topicId, sourceId: 'ministry', stance: 'denies' })
    workspace.claim('other-speaker', { topicId, sourceId: 'wire' })
    workspace.claim('too-early', {
      topicId,
      sourceId: 'ministry',
      statementFrom: '2024-10-01',
      statementTo: '2024-10-31',
    })
    workspace.claim('too-late', {
      topicId,
      sourceId: 'ministry',
      statementFrom: '2024-11-04',
      statementTo: '2024-11-04',
    })
    const document = compose(workspace, {
      scope: {
        statuses: ['open'],
        stances: ['asserts'],
        sourceIds: ['ministry'],
        saidFrom: '2024-11-03',
        saidTo: '2024-11-03',
      },
    })
    expect(claimsOf(document.sections[0]).map((claim) => claim.claimId)).toEqual(['keep', 'undated'])
  })

  it('without sections, gives each topic that has claims one, then the rest, contradictions and sources', () => {
    const workspace = twoTopics()
    workspace.topic('empty', 'Who knows?')
    workspace.claim('c1', { topicId: 'where' })
    workspace.claim('c2', { topicId: 'how-many' })
    workspace.claim('c3')
    const document = compose(workspace)
    expect(document.sections.map((section) => [section.kind, section.heading])).toEqual([
      ['topic', 'How many soldiers are there?'],
      ['topic', 'Where are they?'],
      ['topic', 'Other claims'],
      ['contradictions', 'Contradictions'],
      ['sources', 'Sources'],
    ])
  })

  it('collects under “other claims” those whose topic has no section', () => {
    const workspace = twoTopics()
    workspace.claim('c1', { topicId: 'where' })
    workspace.claim('c2', { topicId: 'how-many' })
    workspace.claim('c3')
    const document = compose(workspace, {
      sections: [{ kind: 'other claims' }, { kind: 'topic', topicId: 'where', body: '' }],
    })
    expect(claimsOf(document.sections[0]).map((claim) => claim.claimId)).toEqual(['c2', 'c3'])
  })

  it('sets contradicting claims side by side, the earlier first, when the brief speaks of either', () => {
    const workspace = twoTopics()
    const said = (day: string) => ({ statementFrom: day, statementTo: day })
    workspace.claim('c1', { topicId: 'where', ...said('2024-11-05') })
    workspace.claim('c2', { topicId: 'how-many', ...said('2024-11-01') })
    workspace.claim('c3')
    workspace.claim('c4')
    workspace.contradiction('r1', 'c1', 'c2', 'Not both can be.')
    workspace.contradiction('r2', 'c3', 'c4')
    const document = compose(workspace, {
      sections: [{ kind: 'topic', topicId: 'where', body: '' }, { kind: 'contradictions' }],
    })
    const section = document.sections[1]
    if (section?.kind !== 'contradictions') throw new Error('no contradictions')
    expect(section.pairs.map(({ a, b, note }) => [a.claimId, b.claimId, note])).toEqual([
      ['c2', 'c1', 'Not both can be.'],
    ])
  })

  it('lists the sources behind all printed claims, also where their section stands first', () => {
    const workspace = twoTopics()
    workspace.source('silent', 'Nobody')
    workspace.claim('c1', { topicId: 'where', sourceId: 'ministry', via: ['wire'] })
    workspace.claim('c2', { topicId: 'where', sourceId: 'wire' })
    const document = compose(workspace, {
      sections: [{ kind: 'sources' }, { kind: 'topic', topicId: 'where', body: '' }],
    })
    const section = document.sections[0]
    if (section?.kind !== 'sources') throw new Error('no sources')
    expect(
      section.sources.map(({ name, reliability, claims, via }) => [name, reliability, claims, via]),
    ).toEqual([
      ['Harbour Wire', 'not graded', 1, 1],
      ['The ministry', 'B, usually reliable', 1, 0],
    ])
  })

  it('parts the body of a section at empty lines and keeps single line breaks', () => {
    const document = compose(briefWorkspace(), {
      sections: [{ kind: 'text', heading: 'In short', body: '\nOne\ntwo\n \n\nthree\n' }],
    })
    expect(document.sections[0]).toEqual({
      index: 0,
      kind: 'text',
      heading: 'In short',
      paragraphs: ['One\ntwo', 'three'],
    })
  })
})
