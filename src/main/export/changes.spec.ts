import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { openBusyBench, play, work } from '../engine/random-work.fixture.ts'
import { openFolded, openSnapshot, openSnapshotAt, type Snapshot } from '../engine/reading/snapshot.ts'
import { openBench } from '../engine/workspace.fixture.ts'
import { exportedFrom } from './subject.ts'

describe('what changed, exported', () => {
  it('given random work and more work after it, gives the same bytes as when the second moment was now', () => {
    fc.assert(
      fc.property(work(15), work(10), (steps, later) => {
        const bench = openBusyBench()
        const from = bench.writer.head().seq - 5
        for (const [thrown, by] of steps) play(bench, thrown, by)
        const to = bench.writer.head().seq
        const then = bothOf(openSnapshot(bench.path), from)
        for (const [thrown, by] of later) play(bench, thrown, by)
        expect(bothOf(openFolded(bench.path, to), from)).toEqual(then)
        expect(bothOf(openSnapshotAt(bench.path, to), from)).toEqual(then)
        bench.close()
      }),
      { numRuns: 20 },
    )
  })

  it('given changed claims, tells them by topic, old struck through and new bold, with the words they rest on', () => {
    const bench = compared()
    const { md } = bothOf(openSnapshot(bench.path), bench.from)
    expect(md).toMatch(/^# What changed since “As briefed” \(event 8\)\n/)
    expect(md).toContain('| Claims | 1 | 1 | 0 | 0 | 0 | 1 |')
    const [question, none] = [md.indexOf('### How many?'), md.indexOf('### Claims without a topic')]
    expect(question).toBeGreaterThan(0)
    expect(none).toBeGreaterThan(question)
    expect(md).toContain('* **Changed:** There are 8,000[^2]')
    expect(md).toContain('  * credibility: ~~3 possibly true~~ → **2 probably true** (event 13, Ben Example)')
    expect(md).toContain('* **Removed:** There are 50,000')
    expect(md).toContain('  * words: ~~Up to 8,000~~ → **8,000 soldiers** (UTF-16 0–11 → 6–20)')
    expect(md).toContain('[^2]: “8,000 soldiers”')
    // Confidence and likelihood share no sentence.
    expect(md).toContain('Confidence: low. Likelihood: likely.')
    for (const seq of [bench.from, bench.to])
      expect(md.slice(md.indexOf('\n---\n'))).toContain(hashAt(bench, seq))
  })

  it('given changed fields, has a row for each as CSV, and ends with both moments', () => {
    const bench = compared()
    const rows = parse(bothOf(openSnapshot(bench.path), bench.from).csv, { columns: true }) as Record<
      string,
      string
    >[]
    expect(rows.filter(({ id, kind }) => id === 'c1' && kind === 'changed')).toEqual([
      {
        table: 'claims',
        id: 'c1',
        name: 'There are 8,000',
        kind: 'changed',
        field: 'sourceId',
        before: '',
        after: 'Seoul',
        event: '12',
        by: 'Ann Example',
        at: '2024-11-01T08:11:00.000Z',
      },
      expect.objectContaining({
        field: 'credibility',
        before: '3 possibly true',
        event: '13',
        by: 'Ben Example',
      }),
    ])
    expect(rows.slice(-2)).toMatchObject([
      { table: 'log', kind: 'compared', field: 'event', before: String(bench.from), after: String(bench.to) },
      { field: 'hash', before: hashAt(bench, bench.from), after: hashAt(bench, bench.to) },
    ])
  })

  it('given hypotheses and ratings, names what was rated against what, and keeps the grades in sentences of their own', () => {
    const bench = compared()
    const hypothesis = { id: 'h1', topicId: 'q1', statement: 'They came to fight' }
    bench.must('hypothesis.add', { ...hypothesis, likelihood: 'likely', confidence: 'low' })
    const cell = { id: 'e1', hypothesisId: 'h1', claimId: 'c1' }
    bench.must('assessment.set', { cells: [{ ...cell, rating: 'inconsistent' }] })
    const rated = bench.writer.head().seq
    bench.must('assessment.set', { cells: [{ ...cell, rating: 'neutral', note: 'both fit' }] })
    const { md } = bothOf(openSnapshotAt(bench.path, rated), bench.from)
    expect(md).toContain('* **Added:** They came to fight')
    expect(md).toContain('Likelihood: likely. Confidence: low.')
    expect(md).toContain('* **Added:** “There are 8,000” against “They came to fight”')
    const later = bothOf(openSnapshot(bench.path), rated)
    expect(later.md).toContain('* **Changed:** “There are 8,000” against “They came to fight”')
    expect(later.md).toContain('rating: ~~inconsistent~~ → **neutral**')
    expect(later.csv).toContain('assessments,e1,"There are 8,000 against They came to fight",changed,rating')
  })

  it('given two moments that are the same, says so and still names them', () => {
    const bench = compared()
    const { md, csv } = bothOf(openSnapshot(bench.path), bench.to)
    expect(md).toContain('Nothing is different between these two moments.')
    expect(parse(csv)).toHaveLength(3)
  })

  it('given a moment after the one that is exported, ends with the reason', () => {
    const bench = compared()
    expect(() => bothOf(openSnapshotAt(bench.path, bench.from), bench.to)).toThrow('swap the two')
  })

  it.each([
    ['HTML', '<script>alert(1)</script> <img src=x onerror=alert(1)> &copy;'],
    ['a heading and a rule', 'words\n# Not a heading\n\n---\n\nwords\n====='],
    ['lists and fences', '* one\n1. two\n```\ncode\n```\n    indented'],
    ['links and footnotes', '[x](http://e.org) ![i](j) [^1] [^1]: note\n[ref]: http://e.org'],
    ['marks of its own', '~~struck~~ **bold** ~ * _x_ `code` | a | b |'],
    ['marks at its ends', '~~ * _ ~'],
    ['a formula', '=HYPERLINK("http://e.org")'],
    ['directions', 'abc \u202edef\u202c قال \u2067x'],
    ['spaces at both ends', ' \t wide \t '],
  ])('given %s in every text, keeps its layout and every word', (_, words) => {
    keepsItsLayout(words)
  })

  it('given any words at all, keeps its layout and every word', () => {
    const pieces = fc.constantFrom(
      '*',
      '~~',
      '**',
      '_',
      '`',
      '[^1]',
      '# ',
      '\n',
      '|',
      '<b>',
      '&amp;',
      '\\',
      ' ',
      'a',
      '🪖',
      '-',
      '1.',
      '>',
      '!',
      '(',
      ']',
    )
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
        fc.pre(parts.join('').trim() !== '')
        keepsItsLayout(parts.join(''))
      }),
      { numRuns: 10 },
    )
  })
})

/** An article, a claim that is changed, one that is removed and one that is made, a span that is moved. */
function compared() {
  const bench = openBench()
  const text = 'Up to 8,000 soldiers are there.'
  bench.must('article.import', { articles: [{ id: 'a1', title: 'One', text }] })
  bench.must('topic.open', { id: 'q1', question: 'How many?' })
  bench.must('source.add', { id: 's1', name: 'Seoul' })
  bench.must('annotation.make', { spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 11 }] })
  bench.must('claim.make', {
    id: 'c1',
    statement: 'There are 8,000',
    topicId: 'q1',
    credibility: 3,
    evidence: ['n1'],
  })
  bench.must('claim.make', { id: 'c2', statement: 'There are 50,000' })
  const from = bench.writer.head().seq
  bench.must('moment.name', { id: 'm1', name: 'As briefed', seq: from })
  const spans = [{ id: 'n2', articleId: 'a1', start: 21, end: 30 }]
  bench.must('claim.make', {
    id: 'c3',
    statement: 'They are there',
    topicId: 'q1',
    confidence: 'low',
    likelihood: 'likely',
    spans,
  })
  bench.must('claim.change', { ids: ['c1'], set: { sourceId: 's1' } })
  const own = bench.must('claim.change', { ids: ['c1'], set: { credibility: 2 } }, 'ben')
  expect(own.seq).toBeGreaterThan(from)
  bench.must('claim.remove', { ids: ['c2'] })
  bench.must('annotation.move', { id: 'n1', start: 6, end: 20 })
  return { ...bench, from, to: bench.writer.head().seq }
}

function bothOf(snapshot: Snapshot, from: number): { md: string; csv: string } {
  try {
    const [md, csv] = (['md', 'csv'] as const).map((format) => {
      const exported = exportedFrom(snapshot, { kind: 'changes', from, format })
      if (!exported.ok) throw new Error(exported.error.message)
      return [...exported.value.pieces].join('')
    })
    return { md: md!, csv: csv! }
  } finally {
    snapshot.close()
  }
}

function hashAt({ db }: ReturnType<typeof compared>, seq: number): string {
  return (db.prepare('SELECT hash FROM log WHERE seq = ?').pluck().get(seq) as Buffer).toString('hex')
}

function keepsItsLayout(words: string): void {
  const line = words.replace(/\s+/g, ' ').trim()
  const bench = openBench()
  bench.must('article.import', { articles: [{ id: 'a1', title: line, text: `Before ${words} after` }] })
  const length = bench.writer.texts.get(bench.writer.tables.articles.get('a1')!.textHash).length
  bench.must('source.add', { id: 's1', name: line })
  bench.must('topic.open', { id: 'q1', question: line })
  const spans = [{ id: 'n1', articleId: 'a1', start: 0, end: length, note: words }]
  bench.must('claim.make', { id: 'c1', statement: words, topicId: 'q1', sourceId: 's1', note: words, spans })
  const sections = [{ kind: 'text', heading: line, body: words }]
  bench.must('brief.save', { id: 'b1', name: line, sections })
  const from = bench.writer.head().seq
  bench.must('claim.change', { ids: ['c1'], set: { place: line, note: `${words} and more` } })
  bench.must('brief.change', { id: 'b1', set: { sections: [], title: line } })
  bench.must('annotation.move', { id: 'n1', start: 0, end: 6 })
  for (const since of [0, from]) {
    const tree = read(bothOf(openSnapshot(bench.path), since).md)
    const kinds = new Set(all(tree).map(({ type }) => type))
    for (const kind of [
      'html',
      'link',
      'image',
      'code',
      'definition',
      'blockquote',
      'linkReference',
    ] as const) {
      expect(kinds).not.toContain(kind)
    }
    const headings = all(tree).filter(({ type }) => type === 'heading')
    const told =
      since === 0
        ? ['Claims', line, 'Annotations', 'Sources', 'Topics', 'Articles', 'Briefs']
        : ['Claims', line, 'Annotations', 'Briefs']
    expect(headings.slice(1).map((node) => bare(textOf(node)))).toEqual(told.map(bare))
    expect(all(tree).filter(({ type }) => type === 'thematicBreak')).toHaveLength(1)
    expect(all(tree).filter(({ type }) => type === 'footnoteDefinition')).toHaveLength(1)
    expect(all(tree).filter(({ type }) => type === 'table')).toHaveLength(1)
    const text = bare(textOf(tree))
    for (const said of words.split(/[\r\n]+/)) expect(text).toContain(bare(said))
    if (since > 0) {
      const strong = all(tree).filter(({ type }) => type === 'strong')
      expect(strong.map((node) => bare(textOf(node)))).toContain(bare(line))
    }
  }
  bench.close()
}

/** Without the step that makes bare web addresses clickable afterwards: it changes no layout and no words. */
function read(markdown: string): Root {
  const mdastExtensions = gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest)
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions })
}

function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])]
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Without the marks that keep directions apart, and without spaces. */
function bare(text: string): string {
  return text.replace(/[\u2068\u2069\s]+/g, '')
}
