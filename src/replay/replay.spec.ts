import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReplayEvent } from '../contract/replay.ts'
import { dumpTables } from '../domain/memory-tables.ts'
import { tableNames } from '../domain/rows.ts'
import { openBusyBench, play, work } from '../main/engine/random-work.fixture.ts'
import { foldLog } from '../main/engine/tables/rebuild.ts'
import { unwatched } from '../main/engine/watch.ts'
import { type Bench, openBench } from '../main/engine/workspace.fixture.ts'
import { estimateReplay } from '../main/export/replay-job.ts'
import { type Checked, checkChain } from './check.ts'
import type { ReplayData } from './data.ts'
import { dataOf, fileOf } from './replay.fixture.ts'
import { Story } from './story.ts'

describe('random work', () => {
  test('given any work, then the page’s story is the workspace as of every event, and the chain holds', async () => {
    await fc.assert(
      fc.asyncProperty(work(30), async (steps) => {
        const bench = openBusyBench()
        for (const [thrown, by] of steps) play(bench, thrown, by)
        const data = await dataOf(await fileOf(bench.path))
        const story = folded(data)
        expect(story.broken).toBeNull()
        expect(story.last).toBe(bench.writer.head().seq)
        for (let seq = 0; seq <= story.last; seq += 1) {
          expect(rowsOf(story, seq)).toEqual(dumpTables(foldLog(bench.db, seq).tables))
          if (seq > 0) expect(story.scene(seq).sentence.length).toBeGreaterThan(0)
        }
        expect(checked(data)).toMatchObject({ holds: true, findings: [] })
        bench.close()
      }),
      { numRuns: 15 },
    )
  })

  test('given a topic of any work, then its events are whole streams, fold alone, and each hash holds', async () => {
    await fc.assert(
      fc.asyncProperty(work(40), fc.constantFrom('q1', 'q2'), async (steps, topicId) => {
        const bench = openBusyBench()
        for (const [thrown, by] of steps) play(bench, thrown, by)
        if (!bench.writer.tables.topics.get(topicId)) return
        const data = await dataOf(await fileOf(bench.path, { topicId, texts: 'around' }))
        const story = folded(data)
        expect(story.broken).toBeNull()
        const streams = new Set(data.events.map(([, , stream]) => stream))
        const count = bench.db.prepare('SELECT count(*) FROM log WHERE stream = ?').pluck()
        const whole = [...streams].reduce((sum, stream) => sum + Number(count.get(stream)), 0)
        expect(data.events.length).toBe(whole)
        for (const claim of story.rows('claims', story.last)) {
          expect(claim).toEqual(bench.writer.tables.claims.get(claim.id))
        }
        for (const { id, topicId: under } of bench.writer.tables.claims.all()) {
          if (under === topicId) expect(streams).toContain(`claims/${id}`)
        }
        expect(checked(data)).toMatchObject({ holds: true, findings: [] })
        bench.close()
      }),
      { numRuns: 25 },
    )
  })

  test('given any one column of any one event altered, then the check tells', async () => {
    const data = await dataOf(await fileOf(openBusyBench().path))
    fc.assert(
      fc.property(fc.nat(data.events.length - 1), fc.nat(11), (index, column) => {
        const events = data.events.map((event) => [...event] as ReplayEvent)
        events[index]![column] = altered(events[index]![column]) as never
        expect(checked({ ...data, events }).holds).toBe(false)
      }),
    )
  })
})

describe('tampering', () => {
  test('given an event taken out, exchanged or put in, then the check tells', async () => {
    const data = await dataOf(await fileOf(openBusyBench().path))
    const { events } = data
    const without = events.toSpliced(5, 1)
    const swapped = events.with(5, events[6]!).with(6, events[5]!)
    const twice = events.toSpliced(5, 0, events[5]!)
    const cut = events.slice(0, -1)
    for (const list of [without, swapped, twice, cut]) {
      expect(checked({ ...data, events: list }).holds).toBe(false)
    }
  })

  test('given an altered text, then the check tells', async () => {
    const data = await dataOf(await fileOf(openBusyBench().path))
    const [first, ...rest] = data.texts
    const pieces = [{ start: 0, text: first!.pieces[0]!.text.replace('8,000', '9,000') }]
    expect(checked({ ...data, texts: [{ ...first!, pieces }, ...rest] }).findings).toEqual([
      'The text of an article was altered: it does not have its hash.',
    ])
  })

  test('given an event that makes no sense any more, then the story ends before it and says so', async () => {
    const data = await dataOf(await fileOf(openBusyBench().path))
    const place = data.events.findIndex(([, , stream]) => stream === 'claims/c2')
    const events = data.events.map((event) => [...event] as ReplayEvent)
    events[place]![9] = '{"what":'
    const story = folded({ ...data, events })
    expect(story.last).toBe(place)
    expect(story.broken).toMatch(new RegExp(`^Event ${place + 1} cannot be applied`))
  })

  test('given a file cut short, then the sentence says so', async () => {
    const html = await fileOf(openBusyBench().path)
    await expect(dataOf(html.slice(0, html.indexOf('id="events-0"')))).rejects.toThrow(/was cut short/)
    await expect(dataOf(html.replace('"seq":', '"seq'))).rejects.toThrow(/cannot be read/)
  })
})

describe('what goes in', () => {
  test('given a topic, then nothing of anything else is in the file', async () => {
    const bench = twoTopics()
    const html = await fileOf(bench.path, { topicId: 'ours', texts: 'around' })
    for (const word of [
      'OTHERTOPIC',
      'OTHERCLAIM',
      'OTHERSOURCE',
      'OTHERTAG',
      'OTHERTEXT',
      'OTHERNOTE',
      'OTHERBRIEF',
    ]) {
      expect(html, word).not.toContain(word)
    }
    for (const word of ['Our question', 'Our claim', 'Our source', 'ourtag', 'Our words'])
      expect(html).toContain(word)
    const { about, texts } = await dataOf(html)
    expect(about.events).toBeLessThan(about.head.seq)
    expect(about.counts).toContainEqual({ kind: 'claims', inside: 1, outside: 1 })
    expect(texts).toHaveLength(1)
  })

  test('given a claim that was moved elsewhere, then it stays in the history of its first topic', async () => {
    const bench = twoTopics()
    bench.must('claim.change', { ids: ['c-ours'], set: { topicId: 'theirs' } })
    const { events } = await dataOf(await fileOf(bench.path, { topicId: 'ours' }))
    expect(events.some(([, , stream]) => stream === 'claims/c-ours')).toBe(true)
    const story = folded(await dataOf(await fileOf(bench.path, { topicId: 'ours' })))
    const words = story
      .scene(story.last)
      .sentence.map(({ text }) => text)
      .join('')
    expect(words).toContain('a topic that is not in this replay')
  })

  test('given an undone command that touched more than the topic, then its name is not told', async () => {
    const bench = twoTopics()
    bench.must('claim.change', { ids: ['c-ours', 'c-theirs'], set: { place: 'Kursk' } })
    bench.must('history.undo', {})
    const part = await dataOf(await fileOf(bench.path, { topicId: 'ours' }))
    expect(part.about.labels).toEqual({})
    const whole = await dataOf(await fileOf(bench.path))
    expect(Object.values(whole.about.labels)).toHaveLength(1)
  })

  test('given an earlier event, then the file is what it was when that was the head', async () => {
    const bench = twoTopics()
    const { seq } = bench.writer.head()
    const then = await fileOf(bench.path, { topicId: 'ours' })
    bench.must('claim.change', { ids: ['c-ours'], set: { place: 'Kursk' } })
    expect(await fileOf(bench.path, { topicId: 'ours', asOf: seq })).toBe(then)
    expect(await fileOf(bench.path, { topicId: 'ours' })).not.toBe(then)
  })

  test('given an estimate, then it is the size to the byte', async () => {
    const bench = twoTopics()
    const format = 'html' as const
    const options = { path: bench.path, workspace: 'bench', asOf: null, texts: 'around' as const, format }
    const page = { script: 'void 0', style: 'p{}' }
    const steps = { ...unwatched, isCancelled: () => false }
    const estimate = await estimateReplay({ ...options, topicId: 'ours', page }, steps)
    const html = await fileOf(bench.path, { topicId: 'ours', texts: 'around' })
    expect(estimate).toMatchObject({
      ok: true,
      value: { bytes: Buffer.byteLength(html), claims: 1, articles: 1 },
    })
  })

  test('given a number past the head, an unknown topic or a cancel, then the reason is told', async () => {
    const { path } = twoTopics()
    await expect(fileOf(path, { asOf: 9999 })).rejects.toThrow(/There is no event 9999/)
    await expect(fileOf(path, { topicId: 'nobody' })).rejects.toThrow(/There is no such topic/)
    await expect(fileOf(path, { topicId: 'ours', asOf: 2 })).rejects.toThrow(/There is no such topic/)
  })
})

describe('untrusted text', () => {
  test('given markup, scripts and strange characters everywhere, then no block ends early and each comes back', async () => {
    const evil =
      '</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> \u2028\u2029 \u202eRTL\u202c ]]> &lt; "\\u003c"'
    const line = evil.replace(/[\u2028\u2029]/g, '')
    const bench = openBench()
    bench.must('article.import', {
      articles: [{ id: 'a1', title: line, text: `${evil}\n${evil}` }],
    })
    bench.must('tag.create', { id: 't1', name: line.slice(0, 100), colour: 'blue' })
    bench.must('annotation.make', {
      spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 9, tagIds: ['t1'], note: evil }],
    })
    bench.must('claim.make', { id: 'c1', statement: evil, evidence: ['n1'] })
    const html = await fileOf(bench.path)
    const data = await dataOf(html)
    // The page's own: three blocks of data and one script.
    expect(html.match(/<script/g)).toHaveLength(4)
    expect(html.match(/<\/script/g)).toHaveLength(4)
    expect(html).not.toMatch(/<img|<!--/)
    const story = folded(data)
    expect(story.rows('claims', story.last)[0]!.statement).toBe(
      bench.writer.tables.claims.get('c1')!.statement,
    )
    expect(data.texts[0]!.pieces[0]!.text).toBe(bench.writer.texts.get(data.texts[0]!.hash))
    expect(checked(data).holds).toBe(true)
  })
})

/** Two topics that share an analyst, and nothing else but a relation between their claims. */
function twoTopics(): Bench {
  const bench = openBench()
  bench.must('article.import', {
    articles: [
      {
        id: 'a-ours',
        title: 'Ours',
        text: 'First.\n\nBefore.\n\nOur words.\n\nAfter.\n\nIts suffix ends before this: OTHERTEXT.',
      },
      { id: 'a-theirs', title: 'OTHERTEXT', text: 'OTHERTEXT all of it.' },
    ],
  })
  bench.must('tag.create', { id: 't-ours', name: 'ourtag', colour: 'blue' })
  bench.must('tag.create', { id: 't-theirs', name: 'OTHERTAG', colour: 'blue' })
  bench.must('source.add', { id: 's-ours', name: 'Our source' })
  bench.must('source.add', { id: 's-theirs', name: 'OTHERSOURCE' })
  bench.must('topic.open', { id: 'ours', question: 'Our question?' })
  bench.must('topic.open', { id: 'theirs', question: 'OTHERTOPIC?' })
  bench.must('annotation.make', {
    spans: [
      { id: 'n-ours', articleId: 'a-ours', start: 17, end: 26, tagIds: ['t-ours'], note: '' },
      { id: 'n-theirs', articleId: 'a-theirs', start: 0, end: 9, tagIds: ['t-theirs'], note: 'OTHERNOTE' },
    ],
  })
  const claim = (id: string, statement: string) => ({
    id: `c-${id}`,
    statement,
    sourceId: `s-${id}`,
    topicId: id,
    evidence: [`n-${id}`],
  })
  bench.must('claim.make', claim('ours', 'Our claim'))
  bench.must('claim.make', claim('theirs', 'OTHERCLAIM'))
  bench.must('relation.set', {
    id: 'r1',
    fromId: 'c-ours',
    toId: 'c-theirs',
    kind: 'supports',
    note: 'OTHERNOTE',
  })
  bench.must('brief.save', { id: 'b1', name: 'OTHERBRIEF', sections: [] })
  return bench
}

function folded(data: ReplayData): Story {
  const story = new Story(data)
  story.fold(data.events.length)
  return story
}

function checked(data: ReplayData): Checked {
  const steps = checkChain(data)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function rowsOf(story: Story, place: number) {
  return Object.fromEntries(
    tableNames.map((name) => [name, [...story.rows(name, place)].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  )
}

function altered(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`
  return '0'.repeat(64)
}
