import { describe, expect, it } from 'vitest'
import { addable, moveSections, type Section, sectionKeys } from './sections.ts'

const text = (heading: string): Section => ({ kind: 'text', heading, body: '' })
const topic = (topicId: string): Section => ({ kind: 'topic', topicId, body: '' })
const sections = [text('a'), topic('t1'), text('b'), { kind: 'sources' } as const]
const names = (list: readonly Section[]) =>
  list.map((section) =>
    section.kind === 'text' ? section.heading : section.kind === 'topic' ? section.topicId : section.kind,
  )

describe('the sections of a brief', () => {
  it('have keys of their own that do not change while one is edited', () => {
    expect(sectionKeys(sections)).toEqual(['text/1', 'topic/t1', 'text/2', 'sources'])
  })

  it.each([
    [[0], 4, ['t1', 'b', 'sources', 'a']],
    [[3], 0, ['sources', 'a', 't1', 'b']],
    [[2, 0], 2, ['t1', 'a', 'b', 'sources']],
    [[1], 2, ['a', 't1', 'b', 'sources']],
    [[1], 1, ['a', 't1', 'b', 'sources']],
  ])('move: those at %j before index %i', (from, before, order) => {
    expect(names(moveSections(sections, from, before))).toEqual(order)
  })

  it('offer to add each topic and each list once, and no retired topic', () => {
    const topics = [
      { id: 't1', retired: false },
      { id: 't2', retired: false },
      { id: 't3', retired: true },
    ]
    const offered = addable(sections, topics)
    expect(offered.topics.map(({ id }) => id)).toEqual(['t2'])
    expect(offered.singles).toEqual(['other claims', 'contradictions'])
  })
})
