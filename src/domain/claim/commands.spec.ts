import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'
import { claimMade } from './events.ts'
import { emptyClaim } from './fields.ts'

const text = 'Up to 8,000 soldiers are there, the ministry said on Thursday.'
const base: Step[] = [
  ['article.import', { articles: [{ id: 'a1', title: 'One', text }] }],
  ['source.add', { id: 's1', name: 'Ministry' }],
  ['source.add', { id: 's2', name: 'Harbour Wire' }],
  ['topic.open', { id: 'q1', question: 'How many?' }],
  ['annotation.make', { spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 11 }] }],
]
const figure = { qualifier: 'up to', high: 8000, unit: 'soldiers' }
const made: Step = [
  'claim.make',
  { id: 'c1', statement: 'Up to 8,000 are there', ...figure, evidence: ['n1'] },
]

test('given selected words, when a claim is made on them, then span and claim are one step', () => {
  given(...base)
    .when('claim.make', {
      id: 'c1',
      statement: 'Up to 8,000 are there',
      sourceId: 's1',
      via: ['s2'],
      topicId: 'q1',
      ...figure,
      statementFrom: '2024-10-31',
      statementTo: '2024-10-31',
      evidence: ['n1'],
      spans: [{ id: 'n2', articleId: 'a1', start: 36, end: 44 }],
    })
    .thenEvents(
      ['annotations/n2', 'annotation.made', { quote: 'ministry' }],
      [
        'claims/c1',
        'claim.made',
        { sourceId: 's1', low: null, high: 8000, stance: 'asserts', evidence: ['n1', 'n2'] },
      ],
    )
    .labelled('claim “Up to 8,000 are there”')
})

test('given a suggestion, when it is accepted with a speaker who is no source yet, then it is one step that one undo takes back', () => {
  const outcome = given(...base).when('claim.make', {
    id: 'c1',
    statement: 'Up to 8,000 are there',
    ...figure,
    sourceId: 's9',
    via: ['s8'],
    spans: [{ id: 'n2', articleId: 'a1', start: 0, end: 20 }],
    sources: [
      { id: 's9', name: 'Mara Lindqvist', kind: 'person' },
      { id: 's8', name: 'Night Desk', kind: 'publication' },
    ],
    suggestion: { key: 'q 0 20', reason: '“Up to” stands before a figure.' },
  })
  outcome
    .thenEvents(
      ['sources/s9', 'source.added', { name: 'Mara Lindqvist', kind: 'person', reliability: null }],
      ['sources/s8', 'source.added', { name: 'Night Desk' }],
      ['annotations/n2', 'annotation.made', { quote: 'Up to 8,000 soldiers' }],
      ['claims/c1', 'claim.made', { sourceId: 's9', suggestion: { key: 'q 0 20' } }],
    )
    .labelled('accept the suggestion “Up to 8,000 are there”')
  const undone = outcome.when('history.undo', {})
  for (const [table, id] of [
    ['claims', 'c1'],
    ['sources', 's9'],
    ['annotations', 'n2'],
  ] as const) {
    expect(undone.row(table, id)).toBeUndefined()
  }
})

test('given a claim without a suggestion, then its event is written as it was before there were any', () => {
  const plain = { ...emptyClaim, statement: 'x', evidence: [], suggestion: null }
  const [old, now] = [
    claimMade.on('c1', plain),
    claimMade.on('c1', { ...plain, suggestion: { key: 'k', reason: '' } }),
  ]
  expect([old.version, now.version]).toEqual([1, 2])
  expect(old.payload).not.toHaveProperty('suggestion')
})

test.each([
  ['a name that a source has', [{ id: 's9', name: 'ministry', kind: 'organisation' }], 'name_taken'],
  ['an id that a source has', [{ id: 's1', name: 'Other', kind: 'organisation' }], 'id_taken'],
  [
    'the same name twice',
    [
      { id: 's8', name: 'Mara', kind: 'person' },
      { id: 's9', name: 'MARA', kind: 'person' },
    ],
    'id_taken',
  ],
])('given new sources with %s, then the claim is refused', (_, sources, code) => {
  given(...base)
    .when('claim.make', { id: 'c1', statement: 'x', sources })
    .thenRejected(code)
})

test('given nothing but a statement, then every grade of the claim is null and its status is open', () => {
  const claim = given().when('claim.make', { id: 'c1', statement: 'x' }).row('claims', 'c1')
  expect(claim).toMatchObject({
    credibility: null,
    confidence: null,
    likelihood: null,
    qualifier: null,
    status: 'open',
  })
})

test.each([
  ['low above high', { qualifier: 'exactly', low: 9, high: 8 }, 'quantity_reversed'],
  ['a figure without a qualifier', { high: 8 }, 'quantity_without_qualifier'],
  ['“up to” with a low end', { qualifier: 'up to', low: 1, high: 8 }, 'quantity_incomplete'],
  ['“at least” with a high end', { qualifier: 'at least', low: 1, high: 8 }, 'quantity_incomplete'],
  ['“more than” without its low end', { qualifier: 'more than', high: 8 }, 'quantity_incomplete'],
  ['“exactly” with one end', { qualifier: 'exactly', low: 8 }, 'quantity_incomplete'],
  ['“about” without a figure', { qualifier: 'about' }, 'quantity_incomplete'],
  [
    'an event that ends before it begins',
    { eventFrom: '2024-11-02', eventTo: '2024-11-01' },
    'period_reversed',
  ],
  ['half a period', { statementFrom: '2024-11-02' }, 'period_incomplete'],
  ['an impossible date', { eventFrom: '2024-02-30', eventTo: '2024-02-30' }, 'malformed_command'],
  ['an unknown speaker', { sourceId: 's9' }, 'unknown_source'],
  ['an unknown topic', { topicId: 'q9' }, 'unknown_topic'],
  ['unknown evidence', { evidence: ['n9'] }, 'unknown_annotation'],
  ['its speaker in the chain', { sourceId: 's1', via: ['s1'] }, 'via_speaker'],
  ['an empty statement', { statement: ' \n' }, 'malformed_command'],
  ['a grade that does not exist', { credibility: 7 }, 'malformed_command'],
  ['a likelihood in percent', { likelihood: 55 }, 'malformed_command'],
  ['a figure that is no number', { qualifier: 'up to', high: '8000' }, 'malformed_command'],
  [
    'a span beyond the text',
    { spans: [{ id: 'n2', articleId: 'a1', start: 0, end: 999 }] },
    'span_outside_text',
  ],
])('given a claim with %s, when it is made, then it is refused', (_, fields, code) => {
  given(...base)
    .when('claim.make', { id: 'c1', statement: 'x', ...fields })
    .thenRejected(code)
})

test.each([
  { qualifier: 'exactly', low: 8, high: 8 },
  { qualifier: 'exactly', low: 11_000, high: 12_000 },
  { qualifier: 'about', low: 0.5, high: 0.5 },
  { qualifier: 'up to', low: null, high: 8000 },
  { qualifier: 'at least', low: 8000, high: null },
  { qualifier: 'more than', low: -1, high: null },
])('given the quantity %j, then it is taken as it is', (quantity) => {
  given()
    .when('claim.make', { id: 'c1', statement: 'x', ...quantity })
    .thenEvents(['claims/c1', 'claim.made', quantity])
})

test('given claims, when one field of many changes, then only those that differ have events', () => {
  const second: Step = ['claim.make', { id: 'c2', statement: 'No', status: 'disputed' }]
  given(...base, made, second)
    .when('claim.change', { ids: ['c1', 'c2'], set: { status: 'disputed' } })
    .thenEvents(['claims/c1', 'claim.changed', { set: { status: 'disputed' } }])
    .labelled('change status of “Up to 8,000 are there”')
    .when('claim.change', { ids: ['c1', 'c2'], set: { credibility: 2, confidence: 'low' } })
    .labelled('change credibility, confidence of 2 claims')
})

test('given a claim, when its figure is corrected, then the rules look at the whole quantity', () => {
  given(...base, made)
    .when('claim.change', { ids: ['c1'], set: { low: 9000 } })
    .thenRejected('quantity_reversed')
  given(...base, made)
    .when('claim.change', { ids: ['c1'], set: { qualifier: 'exactly', low: 7500, high: 8000 } })
    .thenEvents(['claims/c1', 'claim.changed', { set: { qualifier: 'exactly', low: 7500 } }])
    .labelled('change quantity of “Up to 8,000 are there”')
})

test('given evidence, when it is added and taken off, then the annotations stay', () => {
  const added = given(...base, ['claim.make', { id: 'c1', statement: 'x' }]).when('claim.attach', {
    id: 'c1',
    evidence: ['n1'],
    spans: [{ id: 'n2', articleId: 'a1', start: 0, end: 5 }],
  })
  added
    .thenEvents(
      ['annotations/n2', 'annotation.made'],
      ['claims/c1', 'claim.evidenceSet', { evidence: ['n1', 'n2'] }],
    )
    .labelled('add 2 pieces of evidence to “x”')
  added.when('claim.attach', { id: 'c1', evidence: ['n1'] }).thenRejected('nothing_to_change')
  const taken = added.when('claim.detach', { id: 'c1', evidence: ['n1'] })
  taken.thenEvents(['claims/c1', 'claim.evidenceSet', { evidence: ['n2'] }]).labelled('take evidence off “x”')
  expect(taken.row('annotations', 'n1')).toBeDefined()
  taken.when('claim.detach', { id: 'c1', evidence: ['n1'] }).thenRejected('nothing_to_change')
})

test('given related claims, when one is removed, then its relations go with it and come back with undo', () => {
  const related = given(
    ...base,
    made,
    ['claim.make', { id: 'c2', statement: 'No' }],
    ['relation.set', { id: 'r1', fromId: 'c2', toId: 'c1', kind: 'contradicts' }],
  )
  const removed = related.when('claim.remove', { ids: ['c1'] })
  removed
    .thenEvents(['relations/r1', 'relation.removed'], ['claims/c1', 'claim.removed'])
    .labelled('remove the claim “Up to 8,000 are there”')
  const undone = removed.when('history.undo', {})
  expect(undone.row('relations', 'r1')).toMatchObject({ fromId: 'c2', toId: 'c1' })
})

test('given unknown claims, then every command on them is refused', () => {
  given()
    .when('claim.change', { ids: ['c9'], set: { place: 'x' } })
    .thenRejected('unknown_claim')
  given().when('claim.attach', { id: 'c9' }).thenRejected('unknown_claim')
  given()
    .when('claim.detach', { id: 'c9', evidence: ['n1'] })
    .thenRejected('unknown_claim')
  given()
    .when('claim.remove', { ids: ['c9'] })
    .thenRejected('unknown_claim')
  given(...base, made)
    .when('claim.make', made[1])
    .thenRejected('id_taken')
})

test('given more evidence than a claim can rest on, then it is refused with how much', () => {
  const text = 'x'.repeat(1100)
  const span = (index: number) => ({ id: `n${index}`, articleId: 'a', start: index, end: index + 1 })
  const spans = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => span(from + index))
  given(
    ['article.import', { articles: [{ id: 'a', title: 'A', text }] }],
    ['claim.make', { id: 'k', statement: 'They are there.', spans: spans(0, 1000) }],
  )
    .when('claim.attach', { id: 'k', spans: spans(1000, 1) })
    .thenRejected('too_much_evidence', 'this would be 1001')
})
