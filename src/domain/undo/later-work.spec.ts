import { expect, test } from 'vitest'
import { given, type Step } from '../spec-kit.fixture.ts'

const tag = (id: string, name: string, more = {}, by = 'ann'): Step => [
  'tag.create',
  { id, name, colour: 'blue', ...more },
  by,
]
const changeTag = (id: string, set: object, by = 'ann'): Step => ['tag.change', { id, set }, by]

test.each<[string, string, Step[]]>([
  [
    'the name is another tag’s now',
    'There is already a tag “Size”',
    [tag('t1', 'size'), changeTag('t1', { name: 'force' }), tag('t2', 'Size', {}, 'ben')],
  ],
  [
    'the key is another tag’s now',
    'The key 1 belongs to the tag “place”',
    [
      tag('t1', 'size', { hotkey: '1' }),
      changeTag('t1', { hotkey: null }),
      tag('t2', 'place', { hotkey: '1' }, 'ben'),
    ],
  ],
  [
    'the tag would lie under itself',
    'A tag cannot lie under itself',
    [
      tag('t1', 'size'),
      tag('t2', 'place'),
      changeTag('t1', { parentId: 't2' }),
      changeTag('t1', { parentId: null }),
      changeTag('t2', { parentId: 't1' }, 'ben'),
    ],
  ],
  [
    'the figure would be reversed',
    'The low figure (9) is above the high one (4)',
    [
      ['claim.make', { id: 'k', statement: 'They count.', qualifier: 'exactly', low: 9, high: 10 }],
      ['claim.change', { ids: ['k'], set: { low: 3 } }],
      ['claim.change', { ids: ['k'], set: { high: 4 } }, 'ben'],
    ],
  ],
  [
    'the name leads to another source now',
    'is already a name of the source',
    [
      ['source.add', { id: 's1', name: 'The ministry' }],
      ['source.change', { id: 's1', set: { name: 'The department' } }],
      ['source.add', { id: 's2', name: 'Another', aliases: ['the ministry'] }, 'ben'],
    ],
  ],
  [
    'the question is asked by another topic now',
    'There is already a topic',
    [
      ['topic.open', { id: 'q1', question: 'How many?' }],
      ['topic.change', { id: 'q1', set: { question: 'How many soldiers?' } }],
      ['topic.open', { id: 'q2', question: 'How many?' }, 'ben'],
    ],
  ],
  [
    'the text has come in again',
    'already in the workspace as “Two”',
    [
      ['article.import', { articles: [{ id: 'a1', title: 'One', text: 'Soldiers.' }] }],
      ['article.remove', { ids: ['a1'] }],
      ['article.import', { articles: [{ id: 'a2', title: 'Two', text: 'Soldiers.' }] }, 'ben'],
    ],
  ],
  [
    'the two claims are related again',
    'already related: contradicts',
    [
      ['claim.make', { id: 'k1', statement: 'Yes.' }],
      ['claim.make', { id: 'k2', statement: 'No.' }],
      ['relation.set', { id: 'r1', fromId: 'k1', toId: 'k2', kind: 'contradicts' }],
      ['relation.remove', { ids: ['r1'] }],
      ['relation.set', { id: 'r2', fromId: 'k2', toId: 'k1', kind: 'contradicts' }, 'ben'],
    ],
  ],
  [
    'the name is another brief’s now',
    'There is already a brief “Daily”',
    [
      ['brief.save', { id: 'b1', name: 'Daily' }],
      ['brief.remove', { id: 'b1' }],
      ['brief.save', { id: 'b2', name: 'Daily' }, 'ben'],
    ],
  ],
  [
    'the tag it needs was merged',
    'the tag it needs was merged into another since',
    [
      tag('t1', 'size'),
      tag('t2', 'force size'),
      ['article.import', { articles: [{ id: 'a1', title: 'One', text: 'Soldiers.' }] }],
      ['annotation.make', { spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 8, tagIds: ['t1'] }] }],
      ['annotation.untag', { ids: ['n1'], tagIds: ['t1'] }],
      ['tag.merge', { ids: ['t1'], into: 't2' }, 'ben'],
    ],
  ],
])(
  'given later work of another, when undo would mean that %s, then it is refused and says so',
  (_, words, steps) => {
    given(...steps)
      .when('history.undo', {})
      .thenRejected('undo_blocked', words)
  },
)

test('given names that changed hands within one’s own work, then undo and redo go through it all', () => {
  const work = given(
    tag('t1', 'size', { hotkey: '1' }),
    tag('t2', 'place'),
    changeTag('t2', { hotkey: '1' }),
    changeTag('t1', { name: 'force' }),
    changeTag('t2', { name: 'size' }),
    ['tag.merge', { ids: ['t1'], into: 't2' }],
  )
  let step = work.when('history.undo', {})
  for (let more = 0; more < 4; more += 1) step = step.when('history.undo', {})
  expect(step.row('tags', 't1')).toMatchObject({ name: 'size', hotkey: '1', mergedInto: null })
  for (let more = 0; more < 5; more += 1) step = step.when('history.redo', {})
  expect(step.row('tags', 't1')).toMatchObject({ name: 'force', mergedInto: 't2' })
  expect(step.row('tags', 't2')).toMatchObject({ name: 'size', hotkey: '1' })
})
