import { expect, it } from 'vitest'
import { briefWorkspace, draft } from './brief.fixture.ts'
import { composeBrief } from './compose.ts'
import { shortened } from './shorten.ts'

it('keeps the first claims of each section with their numbers, and tells how many are left out', () => {
  const workspace = briefWorkspace()
  workspace.topic('t1', 'How many?')
  workspace.topic('t2', 'Where?')
  workspace.article('a1', 'One. Two. Three. Four.')
  for (const [index, words] of ['One', 'Two', 'Three', 'Four'].entries()) {
    workspace.annotation(`n${index}`, 'a1', words)
    workspace.claim(`c${index}`, { topicId: index < 3 ? 't1' : 't2', evidence: [`n${index}`] })
  }
  const whole = composeBrief(draft(), workspace.tables, workspace.head, workspace.textOf)
  const short = shortened(whole, 2)
  expect(
    short.sections.map((section) => section.kind === 'topic' && [section.claims.length, section.leftOut]),
  ).toEqual([[2, 1], [1, 0], false, false])
  expect(short.footnotes.map(({ number }) => number)).toEqual([1, 2, 4])
  expect(shortened(whole, 3)).toEqual(whole)
})
