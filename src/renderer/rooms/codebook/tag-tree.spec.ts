import { expect, test } from 'vitest'
import type { TagListItem } from '../../../contract/rows.ts'
import { foundTags, idsBelow, rarestColour, type TagNode, tagPath, tagTree } from './tag-tree.ts'

function tag(id: string, parentId: string | null = null, more: Partial<TagListItem> = {}): TagListItem {
  return {
    id,
    name: id,
    colour: 'blue',
    line: 'solid',
    description: '',
    parentId,
    hotkey: null,
    retired: false,
    mergedInto: null,
    annotations: 1,
    ...more,
  }
}

const outline = (nodes: TagNode[]): unknown[] =>
  nodes.map(({ tag: { id }, children }) => (children.length ? [id, outline(children)] : id))

test('given tags with parents, when the tree is grown, then each level is sorted by name', () => {
  const tags = [tag('speaker'), tag('force', null), tag('infantry', 'force'), tag('armour', 'force')]
  expect(outline(tagTree(tags))).toEqual([['force', ['armour', 'infantry']], 'speaker'])
})

test('given a retired parent, when the tree is grown, then its children move up and none is hidden', () => {
  const tags = [tag('a'), tag('b', 'a', { retired: true }), tag('c', 'b'), tag('d', 'gone')]
  expect(outline(tagTree(tags))).toEqual([['a', ['c']], 'd'])
})

test('given tags below a tag, when annotations are counted, then those below are within', () => {
  const [force] = tagTree([tag('force'), tag('infantry', 'force', { annotations: 4 })])
  expect(force?.within).toBe(5)
})

test('given a chain of tags, when asked what lies below, then the whole branch is named', () => {
  const tags = [tag('c', 'b'), tag('b', 'a'), tag('a'), tag('x')]
  expect([...idsBelow(tags, 'a')].sort()).toEqual(['a', 'b', 'c'])
  expect(tagPath(tags, tags[0]!)).toBe('a › b › c')
})

test('given tags that lie under each other in a ring, when the path is told, then it ends', () => {
  const tags = [tag('a', 'b'), tag('b', 'a')]
  expect(tagPath(tags, tags[0]!)).toBe('b › a')
  expect(tagTree(tags)).toEqual([])
})

test('given used colours, when a tag is made, then it gets the one that is used least', () => {
  expect(rarestColour([tag('a')])).toBe('vermilion')
  expect(rarestColour([tag('a', null, { retired: true })])).toBe('blue')
})

test('given a search, when tags are found, then those they lie under stay to show where they are', () => {
  const tags = [tag('force'), tag('infantry', 'force'), tag('speaker')]
  expect(foundTags(tags, 'INFAN').map(({ id }) => id)).toEqual(['force', 'infantry'])
})
