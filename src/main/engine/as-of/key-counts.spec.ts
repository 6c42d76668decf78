import { expect, test } from 'vitest'
import { openKeyCounts } from './key-counts.ts'

test('given counts that were looked at, when later events are forgotten and others come, then every moment counts its own', () => {
  const counts = openKeyCounts()
  let seq = 0
  const { annotationsOfTag } = counts.at(() => seq)
  const tagsAt = (at: number) => {
    seq = at
    return ['t1', 't2'].map(annotationsOfTag.of)
  }
  const annotation = (...tagIds: string[]) => ({ articleId: 'a1', tagIds })
  counts.note('annotations', 3, undefined, annotation('t1'))
  counts.note('annotations', 5, annotation('t1'), annotation('t1', 't2', 't2'))
  counts.note('annotations', 8, annotation('t1', 't2'), undefined)
  expect([9, 2, 5, 3].map(tagsAt)).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
    [1, 0],
  ])
  tagsAt(9)
  counts.forgetAfter(5)
  counts.note('annotations', 6, annotation('t1', 't2'), annotation('t2'))
  expect([5, 9, 6].map(tagsAt)).toEqual([
    [1, 1],
    [0, 1],
    [0, 1],
  ])
})

test('given claims, then those without a key count nowhere and a source named twice in a chain counts once', () => {
  const counts = openKeyCounts()
  const { claimsOfTopic, claimsViaSource } = counts.at(() => 1)
  counts.note('claims', 1, undefined, { sourceId: null, topicId: null, via: ['s1', 's1'] })
  expect([claimsOfTopic.of('q1'), claimsViaSource.of('s1')]).toEqual([0, 1])
})
