import { describe, expect, it } from 'vitest'
import type { Annotation, NamedClaim, Tag } from '../../../../contract/rows.ts'
import { type AnnotationLine, annotationLines } from './annotation-lines.ts'

describe('the annotations of an article', () => {
  const tags = [{ id: 'place' }, { id: 'size' }, { id: 'unused' }] as Tag[]
  const annotations = [annotation('a', ['size']), annotation('b', []), annotation('c', ['size', 'place'])]
  const claims = [{ id: 'k', evidence: ['c', 'elsewhere'] }] as NamedClaim[]
  const marks = { annotations, claims }

  it('by position stand as they stand in the text, without headings', () => {
    const lines = annotationLines(marks, tags, 'position', none)
    expect(shown(lines)).toEqual(['a', 'b', 'c'])
    expect(lines[2]).toMatchObject({ level: 1, position: 3, siblings: 3 })
  })

  it('by tag stand under each of their tags, those without one last; a tag that none carries has no heading', () => {
    const lines = annotationLines(marks, tags, 'tag', none)
    expect(shown(lines)).toEqual(['tag place 1', 'c', 'tag size 2', 'a', 'c', 'no tag 1', 'b'])
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  })

  it('by claim stand under the claims that rest on them', () => {
    expect(shown(annotationLines(marks, tags, 'claim', none))).toEqual([
      'claim k 1',
      'c',
      'no claim 2',
      'a',
      'b',
    ])
  })

  it('of a folded heading are hidden, and still counted', () => {
    expect(shown(annotationLines(marks, tags, 'tag', new Set(['tag size'])))).toEqual([
      'tag place 1',
      'c',
      'tag size 2',
      'no tag 1',
      'b',
    ])
  })
})

const none: ReadonlySet<string> = new Set()

function shown(lines: readonly AnnotationLine[]): string[] {
  return lines.map((line) => (line.kind === 'group' ? `${line.key} ${line.count}` : line.annotation.id))
}

function annotation(id: string, tagIds: string[]): Annotation {
  return { id, tagIds } as Annotation
}
