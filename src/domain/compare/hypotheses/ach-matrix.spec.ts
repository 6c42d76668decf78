import { expect, test } from 'vitest'
import { emptyClaim } from '../../claim/fields.ts'
import { memoryTables } from '../../memory-tables.ts'
import type { RowOf } from '../../rows.ts'
import { achMatrix, orderedEvidence, orderedHypotheses } from './ach-matrix.ts'

function claim(id: string, fields: Partial<RowOf<'claims'>> = {}): RowOf<'claims'> {
  return {
    ...emptyClaim,
    id,
    statement: `claim ${id}`,
    topicId: 'q1',
    evidence: [],
    enteredAt: '2024-11-01T08:00:00.000Z',
    enteredBy: 'ann',
    ...fields,
  }
}

function world() {
  const tables = memoryTables()
  for (const id of ['q1', 'q2']) {
    tables.topics.insert({ id, question: `${id}?`, description: '', retired: false, mergedInto: null })
  }
  tables.sources.insert({
    id: 's1',
    name: 'Harbour Wire',
    kind: 'publication',
    aliases: [],
    reliability: 'B',
    note: '',
    retired: false,
    mergedInto: null,
  })
  for (const [index, id] of ['h1', 'h2', 'h3'].entries()) {
    const fields = { topicId: 'q1', note: '', likelihood: null, confidence: null, retired: false }
    tables.hypotheses.insert({ id, statement: id, order: index + 1, ...fields })
  }
  let made = 0
  const rate = (claimId: string, ...cells: (RowOf<'assessments'>['rating'] | undefined)[]) => {
    for (const [place, rating] of cells.entries()) {
      if (rating === undefined) continue
      made += 1
      tables.assessments.insert({ id: `e${made}`, hypothesisId: `h${place + 1}`, claimId, rating, note: '' })
    }
  }
  return { tables, rate }
}

test('given a topic, then its claims are the evidence, withdrawn ones only where they were rated', () => {
  const { tables, rate } = world()
  tables.claims.insert(claim('c2', { statementFrom: '2024-10-02', statementTo: '2024-10-02' }))
  tables.claims.insert(claim('c1', { statementFrom: '2024-10-03', statementTo: '2024-10-03' }))
  tables.claims.insert(claim('w1', { status: 'withdrawn' }))
  tables.claims.insert(claim('w2', { status: 'withdrawn' }))
  rate('w2', 'neutral')
  expect(achMatrix('q1', tables).evidence.map(({ claimId }) => claimId)).toEqual(['c2', 'c1', 'w2'])
})

test('given a claim of another topic with a cell, then it is evidence here and says where it is from', () => {
  const { tables, rate } = world()
  tables.claims.insert(claim('x1', { topicId: 'q2', sourceId: 's1', credibility: 3 }))
  tables.claims.insert(claim('x2', { topicId: null }))
  tables.claims.insert(claim('x3', { topicId: 'q2' }))
  rate('x1', null, null, null)
  rate('x2', 'consistent')
  expect(achMatrix('q1', tables).evidence).toMatchObject([
    { claimId: 'x1', fromTopic: 'q2?', speaker: 'Harbour Wire', weight: 48, diagnosticity: null },
    { claimId: 'x2', fromTopic: 'no topic', cells: [{ rating: 'consistent' }, null, null] },
  ])
})

test('given ratings, then hypotheses stand by what is against them and evidence by what it tells apart', () => {
  const { tables, rate } = world()
  tables.claims.insert(claim('c1', { sourceId: 's1', credibility: 1 }))
  tables.claims.insert(claim('c2', { credibility: 5 }))
  tables.claims.insert(claim('c3'))
  rate('c1', 'inconsistent', 'consistent', 'neutral')
  rate('c2', 'very consistent', 'very inconsistent', 'neutral')
  const matrix = achMatrix('q1', tables)
  expect(matrix.hypotheses).toMatchObject([
    { id: 'h1', inconsistency: 1, weightedInconsistency: 0.8, rated: 2 },
    { id: 'h2', inconsistency: 2, weightedInconsistency: 0.2, rated: 2 },
    { id: 'h3', inconsistency: 0, rated: 2 },
  ])
  expect(orderedHypotheses(matrix.hypotheses, 'inconsistency', false)).toEqual(['h3', 'h1', 'h2'])
  expect(orderedHypotheses(matrix.hypotheses, 'inconsistency', true)).toEqual(['h3', 'h2', 'h1'])
  expect(orderedHypotheses(matrix.hypotheses, 'own', true)).toEqual(['h1', 'h2', 'h3'])
  expect(orderedEvidence(matrix.evidence, 'diagnosticity', false)).toEqual(['c2', 'c1', 'c3'])
  expect(orderedEvidence(matrix.evidence, 'diagnosticity', true)).toEqual(['c1', 'c2', 'c3'])
  expect(orderedEvidence(matrix.evidence, 'said', true)).toEqual(['c1', 'c2', 'c3'])
})

test('given a hypothesis that was set aside, then it stands last and tells nothing apart any more', () => {
  const { tables, rate } = world()
  tables.claims.insert(claim('c1'))
  rate('c1', 'consistent', 'consistent', 'very inconsistent')
  expect(achMatrix('q1', tables).evidence[0]).toMatchObject({ diagnosticity: 2 })
  tables.hypotheses.update('h3', (row) => {
    row.retired = true
  })
  const matrix = achMatrix('q1', tables)
  expect(matrix.evidence[0]).toMatchObject({ diagnosticity: 0 })
  expect(orderedHypotheses(matrix.hypotheses, 'inconsistency', false).at(-1)).toBe('h3')
})

test('given a claim that applies to no hypothesis, then it is left out and counts nowhere', () => {
  const { tables, rate } = world()
  tables.claims.insert(claim('c1'))
  rate('c1', 'not applicable', 'not applicable', 'not applicable')
  const matrix = achMatrix('q1', tables)
  expect(matrix.evidence[0]).toMatchObject({ leftOut: true })
  expect(matrix.hypotheses.map(({ rated }) => rated)).toEqual([0, 0, 0])
})

test('given a topic without hypotheses or without claims, then the matrix is empty on that side', () => {
  const { tables } = world()
  expect(achMatrix('q2', tables)).toEqual({ hypotheses: [], evidence: [] })
  expect(achMatrix('q1', tables).evidence).toEqual([])
  expect(achMatrix('gone', tables)).toEqual({ hypotheses: [], evidence: [] })
  tables.claims.insert(claim('x1', { topicId: 'q2' }))
  expect(achMatrix('q2', tables).evidence).toMatchObject([{ cells: [], leftOut: false, diagnosticity: null }])
})
