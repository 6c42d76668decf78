import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const source = (id: string, fields: object = {}): Step => ['source.add', { id, name: id, ...fields }]
const claim = (id: string, fields: object): Step => ['claim.make', { id, statement: id, ...fields }]

test('given a source, when it is added ungraded, then its grade is null and not F', () => {
  given()
    .when('source.add', { id: 's1', name: 'Pentagon', aliases: ['US Department of Defense'] })
    .thenEvents([
      'sources/s1',
      'source.added',
      { name: 'Pentagon', kind: 'organisation', aliases: ['US Department of Defense'], reliability: null },
    ])
    .labelled('add the source “Pentagon”')
})

test('given a name or alias in use, when another source takes it, then it is refused', () => {
  const known = given(source('s1', { name: 'Pentagon', aliases: ['DoD'] }), source('s2'))
  known.when('source.add', { id: 's3', name: 'dod' }).thenRejected('name_taken', '“Pentagon”')
  known.when('source.add', { id: 's3', name: 'x', aliases: ['PENTAGON'] }).thenRejected('name_taken')
  known.when('source.change', { id: 's2', set: { aliases: ['Pentagon'] } }).thenRejected('name_taken')
})

test('given a source, when it is graded, then the label names the grade', () => {
  given(source('s1', { name: 'Pentagon' }))
    .when('source.change', { id: 's1', set: { reliability: 'B' } })
    .thenEvents(['sources/s1', 'source.changed', { set: { reliability: 'B' } }])
    .labelled('grade “Pentagon” B')
    .when('source.change', { id: 's1', set: { reliability: null } })
    .labelled('grade “Pentagon” as not yet graded')
    .when('source.change', { id: 's1', set: { reliability: null } })
    .thenRejected('nothing_to_change')
})

test('given a grade outside the Admiralty Code, then it is malformed', () => {
  given(source('s1'))
    .when('source.change', { id: 's1', set: { reliability: 'G' } })
    .thenRejected('malformed_command')
})

test('given sources with claims, when they are merged, then claims and names move and grades do not', () => {
  const merged = given(
    source('s1', { name: 'DoD', aliases: ['the Pentagon'], reliability: 'E' }),
    source('s2', { name: 'Pentagon', reliability: 'B' }),
    source('s3'),
    claim('c1', { sourceId: 's1' }),
    claim('c2', { sourceId: 's3', via: ['s1', 's2'] }),
  ).when('source.merge', { ids: ['s1'], into: 's2' })
  merged
    .thenEvents(
      ['claims/c1', 'claim.changed', { set: { sourceId: 's2' } }],
      ['claims/c2', 'claim.changed', { set: { via: ['s2'] } }],
      ['sources/s1', 'source.merged', { into: 's2' }],
      ['sources/s2', 'source.changed', { set: { aliases: ['DoD', 'the Pentagon'] } }],
    )
    .labelled('merge “DoD” into “Pentagon” (2 claims)')
  expect(merged.row('sources', 's2')).toMatchObject({ reliability: 'B' })
  expect(merged.row('sources', 's1')).toMatchObject({ retired: true, mergedInto: 's2' })
  const undone = merged.when('history.undo', {})
  expect(undone.row('claims', 'c2')).toMatchObject({ via: ['s1', 's2'] })
  expect(undone.row('sources', 's2')).toMatchObject({ aliases: [] })
})

test.each([
  ['into itself', { ids: ['s1'], into: 's1' }, 'merge_with_itself'],
  ['into a retired one', { ids: ['s1'], into: 's2' }, 'source_retired'],
  ['a second time', { ids: ['s3'], into: 's1' }, 'source_merged'],
  ['with an unknown one', { ids: ['s9'], into: 's1' }, 'unknown_source'],
])('given a source, when it is merged %s, then it is refused', (_, args, code) => {
  given(
    source('s1'),
    source('s2'),
    ['source.change', { id: 's2', set: { retired: true } }],
    source('s3'),
    source('s4'),
    ['source.merge', { ids: ['s3'], into: 's4' }],
  )
    .when('source.merge', args)
    .thenRejected(code)
})

test('given a merged source, then it can no longer be changed', () => {
  given(source('s1'), source('s2'), ['source.merge', { ids: ['s1'], into: 's2' }])
    .when('source.change', { id: 's1', set: { note: 'x' } })
    .thenRejected('source_merged')
})

test('given a merged source, then a claim that still names it is told which one to choose', () => {
  given(source('s1', { name: 'DoD' }), source('s2', { name: 'Pentagon' }), [
    'source.merge',
    { ids: ['s1'], into: 's2' },
  ])
    .when('claim.make', { id: 'c1', statement: 'x', sourceId: 's1' })
    .thenRejected('source_retired', '“DoD” was merged into “Pentagon”. Choose that one, or another.')
})

test('given a retired source, then no claim can newly name it, and one that does can be edited', () => {
  const retired = given(source('s1'), claim('c1', { sourceId: 's1' }), [
    'source.change',
    { id: 's1', set: { retired: true } },
  ])
  retired.when('claim.make', { id: 'c2', statement: 'x', sourceId: 's1' }).thenRejected('source_retired')
  retired.when('claim.make', { id: 'c2', statement: 'x', via: ['s1'] }).thenRejected('source_retired')
  retired
    .when('claim.change', { ids: ['c1'], set: { place: 'Kursk' } })
    .thenEvents(['claims/c1', 'claim.changed'])
})

test('given a claim that came through a source, when that is merged into its speaker, then the chain loses the link', () => {
  const merged = given(
    ['source.add', { id: 'speaker', name: 'The ministry' }],
    ['source.add', { id: 'link', name: 'Ministry of Defence' }],
    ['claim.make', { id: 'k', statement: 'They are there.', sourceId: 'speaker', via: ['link'] }],
  ).when('source.merge', { ids: ['link'], into: 'speaker' })
  expect(merged.row('claims', 'k')).toMatchObject({ sourceId: 'speaker', via: [] })
  merged
    .when('claim.change', { ids: ['k'], set: { status: 'disputed' } })
    .labelled('change status of “They are there.”')
})

test('given more names than a source can have, then a merge is refused with how many', () => {
  const names = (of: string) => Array.from({ length: 150 }, (_, index) => `${of} ${index}`)
  given(
    ['source.add', { id: 's1', name: 'One', aliases: names('one') }],
    ['source.add', { id: 's2', name: 'Two', aliases: names('two') }],
  )
    .when('source.merge', { ids: ['s1'], into: 's2' })
    .thenRejected('too_many_names', '301 other names')
})
