import { describe, expect, it } from 'vitest'
import { openBench } from '../engine/workspace.fixture.ts'
import { type PrepareOutput, prepareForPreview } from './preview.ts'

const steps = { isCancelled: () => false, progress: () => {} }

describe('comparing imported files with the workspace', () => {
  it('finds the same text, and the title under which it is known', async () => {
    const bench = openBench()
    bench.must('article.import', { articles: [{ id: 'a1', title: 'Known', text: story(1) }] })
    const [file] = (await prepare(bench.path, { 'again.txt': story(1) })).files
    expect(file).toMatchObject({
      ok: true,
      whole: { duplicate: { articleId: 'a1', title: 'Known' }, near: [] },
    })
  })

  it('warns of a reprint with its share of equal wording, and of no other report', async () => {
    const bench = openBench()
    bench.must('article.import', {
      articles: [
        { id: 'a1', title: 'First print', text: story(1) },
        { id: 'a2', title: 'Another event', text: story(2) },
      ],
    })
    const reprint = story(1).replace('line 7 ', 'line seven, shortened ')
    const [file] = (await prepare(bench.path, { 'reprint.txt': reprint })).files
    if (!file?.ok) throw new Error('the file was refused')
    expect(file.whole.near.map(({ title }) => title)).toEqual(['First print'])
    expect(file.whole.near[0]!.likeness).toBeGreaterThan(0.8)
    expect(file.whole.near[0]!.likeness).toBeLessThan(1)
  })

  it('compares the files of one import with each other', async () => {
    const bench = openBench()
    const { files } = await prepare(bench.path, { 'one.txt': story(3), 'two.txt': story(3) })
    expect(files.map((file) => file.ok && file.whole.duplicate !== null)).toEqual([false, true])
  })

  it('reports a file that cannot be read beside those that can', async () => {
    const bench = openBench()
    const { files } = await prepare(bench.path, { 'empty.txt': '  \n', 'good.txt': story(4) })
    expect(files.map(({ ok }) => ok)).toEqual([false, true])
  })

  it('computes each article’s signature once', async () => {
    const bench = openBench()
    bench.must('article.import', { articles: [{ id: 'a1', title: 'Known', text: story(1) }] })
    const first = await prepare(bench.path, { 'x.txt': story(5) })
    expect(Object.keys(first.shingles)).toHaveLength(1)
    for (const [hash, value] of Object.entries(first.shingles)) {
      bench.db
        .prepare("INSERT INTO view_state (analyst, key, value) VALUES ('', ?, ?)")
        .run(`shingles/${hash}`, JSON.stringify(value))
    }
    const second = await prepare(bench.path, { 'x.txt': story(1).replace('line 3 ', 'row three ') })
    expect(second.shingles).toEqual({})
    expect(second.files[0]).toMatchObject({ whole: { near: [{ articleId: 'a1' }] } })
  })

  it('answers “cancelled” and nothing else when it was cancelled', async () => {
    const bench = openBench()
    const files = [{ name: 'x.txt', bytes: new TextEncoder().encode(story(1)) }]
    const answer = await prepareForPreview(
      { workspace: bench.path, files },
      { ...steps, isCancelled: () => true },
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})

async function prepare(workspace: string, texts: Record<string, string>): Promise<PrepareOutput> {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const answer = await prepareForPreview({ workspace, files }, steps)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

/** Forty lines of words that no other story shares. */
function story(number: number): string {
  const lines = Array.from(
    { length: 40 },
    (_, line) => `Story ${number} tells in line ${line} of ${number * 1000 + line} carts and mules.`,
  )
  return `Story ${number} of the series\n\n${lines.join('\n')}\n`
}
