import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const tag = (id: string, fields: object = {}): Step => [
  'tag.create',
  { id, name: id, colour: 'blue', ...fields },
]
const article: Step = [
  'article.import',
  { articles: [{ id: 'a1', title: 'One', text: 'Up to 8,000 soldiers' }] },
]
const marked = (id: string, ...tagIds: string[]): Step => [
  'annotation.make',
  { spans: [{ id, articleId: 'a1', start: 0, end: 5, tagIds }] },
]

test('given a codebook, when a tag is created, then it has a colour and a line beside its name', () => {
  given()
    .when('tag.create', { id: 't1', name: ' force size ', colour: 'blue', line: 'dashed', hotkey: '1' })
    .thenEvents([
      'tags/t1',
      'tag.created',
      { name: 'force size', colour: 'blue', line: 'dashed', hotkey: '1' },
    ])
    .labelled('create the tag “force size”')
})

test('given a name in use, when another tag takes it in other letters, then it is refused', () => {
  given(tag('t1', { name: 'Force size' }))
    .when('tag.create', { id: 't2', name: 'force SIZE', colour: 'pink' })
    .thenRejected('name_taken')
  given(tag('t1'), tag('t2'))
    .when('tag.change', { id: 't2', set: { name: 'T1' } })
    .thenRejected('name_taken')
})

test('given a hotkey in use, when another tag takes it, then the first loses it in the same step', () => {
  const taken = given(tag('t1', { hotkey: '1' })).when('tag.create', {
    id: 't2',
    name: 'two',
    colour: 'pink',
    hotkey: '1',
  })
  taken.thenEvents(
    ['tags/t1', 'tag.changed', { set: { hotkey: null } }],
    ['tags/t2', 'tag.created', { hotkey: '1' }],
  )
  const undone = taken.when('history.undo', {})
  expect(undone.row('tags', 't1')).toMatchObject({ hotkey: '1' })
  expect(undone.row('tags', 't2')).toBeUndefined()
})

test('given a tag, when it is renamed, then undo will name both names', () => {
  given(tag('t1', { name: 'size' }))
    .when('tag.change', { id: 't1', set: { name: 'force size', colour: 'blue' } })
    .thenEvents(['tags/t1', 'tag.changed', { set: { name: 'force size' } }])
    .labelled('rename the tag “size” to “force size”')
})

test('given a tree, when a tag would lie under itself, then it is refused', () => {
  const tree = [tag('t1'), tag('t2', { parentId: 't1' }), tag('t3', { parentId: 't2' })]
  given(...tree)
    .when('tag.change', { id: 't1', set: { parentId: 't3' } })
    .thenRejected('tag_cycle')
  given(...tree)
    .when('tag.change', { id: 't1', set: { parentId: 't1' } })
    .thenRejected('tag_cycle')
  given(...tree)
    .when('tag.change', { id: 't1', set: { parentId: 't9' } })
    .thenRejected('unknown_tag')
})

test('given tags in use, when they are merged, then spans and children move and the merged one is retired', () => {
  const merged = given(
    article,
    tag('t1', { hotkey: '2' }),
    tag('t2'),
    tag('t3', { parentId: 't1' }),
    marked('n1', 't1'),
    marked('n2', 't1', 't2'),
  ).when('tag.merge', { ids: ['t1'], into: 't2' })
  merged
    .thenEvents(
      ['annotations/n1', 'annotation.retagged', { tagIds: ['t2'] }],
      ['annotations/n2', 'annotation.retagged', { tagIds: ['t2'] }],
      ['tags/t3', 'tag.changed', { set: { parentId: 't2' } }],
      ['tags/t1', 'tag.merged', { into: 't2' }],
    )
    .labelled('merge “t1” into “t2” (2 annotations)')
  expect(merged.row('tags', 't1')).toMatchObject({ retired: true, mergedInto: 't2', hotkey: null })
  const undone = merged.when('history.undo', {})
  expect(undone.row('tags', 't1')).toMatchObject({ retired: false, mergedInto: null, hotkey: '2' })
  expect(undone.row('annotations', 'n2')).toMatchObject({ tagIds: ['t1', 't2'] })
})

test.each([
  ['into itself', { ids: ['t1'], into: 't1' }, 'merge_with_itself'],
  ['into its own child', { ids: ['t1'], into: 't2' }, 'merge_into_child'],
  ['into a retired tag', { ids: ['t1'], into: 't3' }, 'tag_retired'],
  ['when it was merged before', { ids: ['t4'], into: 't1' }, 'tag_merged'],
  ['into an unknown tag', { ids: ['t1'], into: 't9' }, 'unknown_tag'],
])('given a tag, when it is merged %s, then it is refused', (_, args, code) => {
  given(
    tag('t1'),
    tag('t2', { parentId: 't1' }),
    tag('t3'),
    ['tag.retire', { id: 't3' }],
    tag('t4'),
    tag('t5'),
    ['tag.merge', { ids: ['t4'], into: 't5' }],
  )
    .when('tag.merge', args)
    .thenRejected(code)
})

test('given a tag, when it is retired and reinstated, then its spans keep it and its hotkey is free', () => {
  const retired = given(article, tag('t1', { hotkey: '1' }), marked('n1', 't1')).when('tag.retire', {
    id: 't1',
  })
  retired.thenEvents(['tags/t1', 'tag.retired']).labelled('retire the tag “t1”')
  expect(retired.row('tags', 't1')).toMatchObject({ retired: true, hotkey: null })
  expect(retired.row('annotations', 'n1')).toMatchObject({ tagIds: ['t1'] })
  retired.when('tag.retire', { id: 't1' }).thenRejected('nothing_to_change')
  retired.when('tag.change', { id: 't1', set: { hotkey: '1' } }).thenRejected('tag_retired')
  const again = retired.when('tag.reinstate', { id: 't1' })
  again.thenEvents(['tags/t1', 'tag.reinstated']).labelled('reinstate the tag “t1”')
  again.when('tag.reinstate', { id: 't1' }).thenRejected('nothing_to_change')
})

test('given a merged tag, then it can be neither changed nor reinstated', () => {
  const merged = given(tag('t1'), tag('t2'), ['tag.merge', { ids: ['t1'], into: 't2' }])
  merged.when('tag.change', { id: 't1', set: { name: 'x' } }).thenRejected('tag_merged')
  merged.when('tag.reinstate', { id: 't1' }).thenRejected('tag_merged')
})

test('given a hotkey that is no digit from 1 to 9, then it is malformed', () => {
  for (const hotkey of ['0', 'a', '12', '']) {
    given()
      .when('tag.create', { id: 't1', name: 'x', colour: 'blue', hotkey })
      .thenRejected('malformed_command')
  }
})

test('given a name that is too long, then the reason says how long one may be, in words for people', () => {
  given()
    .when('tag.create', { id: 't1', name: 'x'.repeat(121), colour: 'blue' })
    .thenRejected(
      'malformed_command',
      'The name is longer than 120 characters. Shorten it; nothing was changed.',
    )
})

test('given a merged tag, then no tag can be put under it', () => {
  given(
    ['tag.create', { id: 'x', name: 'Old', colour: 'blue' }],
    ['tag.create', { id: 'y', name: 'New', colour: 'blue' }],
    ['tag.merge', { ids: ['x'], into: 'y' }],
  )
    .when('tag.create', { id: 'z', name: 'Child', colour: 'blue', parentId: 'x' })
    .thenRejected('tag_merged')
})
