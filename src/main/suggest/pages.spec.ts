import { describe, expect, it } from 'vitest'
import { suggestClaims } from '../../domain/suggest/suggest.ts'
import { openPages } from './pages.ts'

const known = { publishedDate: '2024-11-13', publisher: '', title: '', furniture: [], sources: [] }
const paragraph = (index: number) =>
  `The harbour office said on Sunday that ${index + 2} boats had been lost in the storm. It could not confirm more.`
const text = Array.from({ length: 900 }, (_, index) => paragraph(index)).join('\n\n')
const steps = { isCancelled: () => false, progress: () => {} }

describe('the pages of a text’s suggestions', () => {
  it('are together what the whole text has', () => {
    const page = openPages()
    const found = []
    let pages = 0
    for (let from = 0; ; pages += 1) {
      const answer = page({ textHash: 'a', text, known, from }, steps)
      if (!answer.ok) throw new Error(answer.error.message)
      found.push(...answer.value.suggestions)
      if (answer.value.next === null) break
      from = answer.value.next
    }
    expect(pages).toBeGreaterThan(0)
    expect(found).toEqual(suggestClaims(text, known))
  })

  it('come out the same when one is asked for out of turn', () => {
    const page = openPages()
    const first = page({ textHash: 'a', text, known, from: 0 }, steps)
    if (!first.ok || first.value.next === null) throw new Error('one page only')
    const second = page({ textHash: 'a', text, known, from: first.value.next }, steps)
    expect(openPages()({ textHash: 'a', text, known, from: first.value.next }, steps)).toEqual(second)
  })

  it('stop when the job is cancelled', () => {
    expect(
      openPages()({ textHash: 'a', text, known, from: 0 }, { ...steps, isCancelled: () => true }),
    ).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
  })

  it('say why they are empty', () => {
    const answer = openPages()(
      { textHash: 'b', text: 'ALL OF THIS IS IN CAPITALS, AND NOTHING ELSE IS SAID.', known, from: 0 },
      steps,
    )
    expect(answer).toMatchObject({
      ok: true,
      value: { suggestions: [], next: null, quiet: expect.stringContaining('capitals') },
    })
  })
})
