import { describe, expect, it } from 'vitest'
import { briefWorkspace, draft } from '../brief.fixture.ts'
import { composeBrief } from '../compose.ts'
import type { BriefDocument, BriefDocumentSection } from '../document.ts'
import { type ComparisonKind, comparisonKinds } from '../row.ts'
import { shortened } from '../shorten.ts'

type Workspace = ReturnType<typeof briefWorkspace>
type ComparisonSection = Extract<BriefDocumentSection, { kind: 'comparison' }>

/** Two who say how many, one who repeats the first, and one who denies it all. */
function disputed(): Workspace {
  const workspace = briefWorkspace()
  workspace.topic('t1', 'How many soldiers?')
  workspace.topic('t2', 'How many missiles?')
  workspace.source('ministry', 'The ministry', { reliability: 'B' })
  workspace.source('rebels', 'The rebels')
  workspace.article(
    'a1',
    'The ministry counted 3,000 soldiers. The rebels say 9,000. Nobody is there, says a spokesman.',
  )
  workspace.annotation('n1', 'a1', '3,000 soldiers')
  workspace.annotation('n2', 'a1', '9,000')
  workspace.annotation('n3', 'a1', 'Nobody is there')
  const said = (day: string) => ({ statementFrom: day, statementTo: day, eventFrom: day, eventTo: day })
  const figure = (value: number) =>
    ({ qualifier: 'exactly', low: value, high: value, unit: 'soldiers', topicId: 't1' }) as const
  workspace.claim('c1', { ...figure(3000), ...said('2024-10-23'), sourceId: 'ministry', evidence: ['n1'] })
  workspace.claim('c2', { ...figure(9000), ...said('2024-10-23'), sourceId: 'rebels', evidence: ['n2'] })
  workspace.claim('c3', { ...said('2024-10-23'), topicId: 't1', stance: 'denies', evidence: ['n3'] })
  workspace.claim('c4', { ...figure(3000), ...said('2024-10-24'), sourceId: 'ministry', status: 'withdrawn' })
  workspace.claim('c5', { topicId: 't2', sourceId: 'ministry', statement: 'There are missiles.' })
  return workspace
}

function sectionOf(
  workspace: Workspace,
  comparison: ComparisonKind,
  set: Partial<Parameters<typeof draft>[0]> = {},
): { section: ComparisonSection; document: BriefDocument } {
  const sections = [{ kind: 'comparison' as const, comparison, topicId: 't1', body: 'Before.\n\nIt.' }]
  const document = composeBrief(
    draft({ sections, ...set }),
    workspace.tables,
    workspace.head,
    workspace.textOf,
  )
  const [section] = document.sections
  if (section?.kind !== 'comparison') throw new Error('the section is not a comparison')
  return { section, document }
}

const cells = ({ figures }: ComparisonSection) =>
  figures.map(({ rows }) => rows.map((row) => row.cells.join(' | ')))

describe('a comparison in a brief', () => {
  it.each(comparisonKinds)('given a topic without claims, says of its %s what is missing', (comparison) => {
    const workspace = briefWorkspace()
    workspace.topic('t1', 'How many soldiers?')
    const { section } = sectionOf(workspace, comparison)
    expect(section).toMatchObject({ figures: [], paragraphs: ['Before.', 'It.'], leftOut: 0 })
    expect(section.nothing).toMatch(/^(No|This topic has no) .*\.$/)
    expect(section.heading).toContain(': How many soldiers?')
  })

  it.each(comparisonKinds)(
    'given the same rows, composes its %s the same, with rows as wide as its columns',
    (comparison) => {
      const { section } = sectionOf(disputed(), comparison)
      expect(sectionOf(disputed(), comparison).section).toEqual(section)
      for (const { columns, rows } of section.figures) {
        for (const row of rows) expect(row.cells).toHaveLength(columns.length)
      }
    },
  )

  it('warns where a claim is called confirmed and nobody of another origin confirms it, in the scope or not', () => {
    const workspace = disputed()
    const same = { qualifier: 'exactly', low: 3000, high: 3000, unit: 'soldiers', topicId: 't1' } as const
    workspace.claim('c6', { ...same, sourceId: 'ministry', status: 'corroborated', statement: 'It is so.' })
    const notes = () =>
      sectionOf(workspace, 'independence', {
        scope: { ...draft({}).scope, sourceIds: ['ministry'] },
      }).section.figures[0]!.notes.join(' ')
    expect(notes()).toContain('“It is so.” is called corroborated, but nobody of another origin confirms it.')
    workspace.claim('c7', { ...same, sourceId: 'rebels' })
    expect(notes()).not.toContain('is called corroborated')
  })

  it('says of a story that changed more often than is told how often it did', () => {
    const workspace = disputed()
    for (let day = 10; day < 25; day += 1) {
      workspace.claim(`d${day}`, {
        ...{ qualifier: 'exactly', low: day, high: day, unit: 'tanks', topicId: 't1', sourceId: 'rebels' },
        ...{ statementFrom: `2024-11-${day}`, statementTo: `2024-11-${day}` },
      })
    }
    const [rows] = cells(sectionOf(workspace, 'matrix').section)
    expect(rows!.find((row) => row.includes('24 tanks'))).toMatch(/\| 14 changes, lastly; 14 tanks on/)
  })

  it('prints the spread with a chart, and each row leads to its words', () => {
    const { section, document } = sectionOf(disputed(), 'spread')
    expect(section.figures.map(({ title }) => title)).toEqual(['soldiers: 3 claims'])
    const [figure] = section.figures
    expect(figure!.drawings).toHaveLength(1)
    expect(figure!.legend).not.toBeNull()
    const quotes = figure!.rows.map(({ footnotes }) =>
      footnotes
        .map((number) => document.footnotes[number - 1])
        .map((note) => note?.kind === 'words' && note.quote),
    )
    expect(quotes).toEqual([['3,000 soldiers'], ['9,000'], []])
  })

  it('keeps to the scope of the brief', () => {
    const scope = { ...draft().scope, statuses: ['open' as const], sourceIds: ['ministry'] }
    const { section } = sectionOf(disputed(), 'spread', { scope })
    expect(cells(section)).toHaveLength(1)
    expect(cells(section)[0]).toHaveLength(1)
    expect(cells(section)[0]![0]).toContain('3,000 soldiers')
  })

  it('prints what each source said last, here and on other topics', () => {
    const { section } = sectionOf(disputed(), 'matrix')
    expect(section.figures.map(({ title }) => title)).toEqual([
      'What each source said last, by what is counted',
      'The same sources on other topics',
    ])
    expect(cells(section)[0]).toContainEqual(
      expect.stringMatching(/^The ministry \| soldiers \| 3,000 soldiers \[withdrawn\]/),
    )
    expect(cells(section)[1]).toEqual([expect.stringMatching(/^The ministry \| How many missiles\?/)])
  })

  it('prints contradictions with both quotes and the verdict, and leaves out what was dismissed', () => {
    const workspace = disputed()
    const found = sectionOf(workspace, 'agreement').section
    expect(found.figures[0]!.title).toMatch(/^Contradictions: \d+$/)
    expect(
      cells(found)
        .flat()
        .some((row) => row.includes('“3,000 soldiers”') && row.includes('“9,000”')),
    ).toBe(true)
    workspace.tables.findings.insert({
      id: 'f1',
      aId: 'c1',
      bId: 'c2',
      kind: 'contradiction',
      verdict: 'dismissed',
      note: '',
    })
    const left = sectionOf(workspace, 'agreement').section
    expect(
      cells(left)
        .flat()
        .some((row) => row.includes('“3,000 soldiers”') && row.includes('“9,000”')),
    ).toBe(false)
    expect(left.figures[0]!.notes).toContain('1 was dismissed by an analyst.')
  })

  it('counts origins, and draws those with several reports', () => {
    const { section } = sectionOf(disputed(), 'independence')
    expect(section.figures[0]!.title).toBe('4 reports, 3 independent origins')
    expect(section.figures[0]!.drawings).toHaveLength(1)
    expect(cells(section)[0]!.filter((row) => row.startsWith('1 |'))).toHaveLength(2)
  })

  it('draws the timeline along both times and has one table of it', () => {
    const { section } = sectionOf(disputed(), 'chronology')
    expect(section.figures.map(({ drawings }) => drawings.length)).toEqual([1, 1])
    expect(section.figures.map(({ rows }) => rows.length)).toEqual([5, 0])
  })

  it('prints hypotheses by what is against them, their likelihood and confidence apart', () => {
    const workspace = disputed()
    const rest = { topicId: 't1', note: '', retired: false, likelihood: null, confidence: null }
    workspace.tables.hypotheses.insert({ ...rest, id: 'h1', statement: 'Nobody is there.', order: 1 })
    workspace.tables.hypotheses.insert({
      ...rest,
      id: 'h2',
      statement: 'Some are there.',
      order: 2,
      likelihood: 'likely',
      confidence: 'low',
    })
    workspace.tables.assessments.insert({
      id: 'e1',
      hypothesisId: 'h1',
      claimId: 'c1',
      rating: 'very inconsistent',
      note: 'a count',
    })
    const [list, matrix] = sectionOf(workspace, 'hypotheses').section.figures
    expect(list!.rows.map((row) => row.cells.slice(0, 3))).toEqual([
      ['H1', 'Some are there.', '0'],
      ['H2', 'Nobody is there.', '2'],
    ])
    expect(list!.rows[0]!.cells.slice(-2)).toEqual(['likely (55 to 80 %)', 'low'])
    expect(matrix!.rows.map((row) => row.cells.slice(-2))).toEqual([['', 'very inconsistent: a count']])
    expect(list!.notes.join(' ')).toContain('Not every piece of evidence is rated')
    workspace.tables.claims.update('c1', (claim) => {
      claim.status = 'refuted'
    })
    const now = sectionOf(workspace, 'hypotheses').section.figures[1]!
    expect(now.rows[0]!.cells[0]).toMatch(/ \[refuted\]$/)
    expect(matrix!.rows[0]!.footnotes).toEqual([1])
  })

  it('compares the claims of a topic that was merged into it, and of the one that took its place', () => {
    const workspace = disputed()
    workspace.topic('t9', 'How many, really?')
    workspace.tables.topics.update('t1', (topic) => Object.assign(topic, { mergedInto: 't9' }))
    const { section } = sectionOf(workspace, 'spread')
    expect(section).toMatchObject({ topicId: 't9', heading: 'Spread: How many, really?' })
    expect(section.figures[0]!.rows).toHaveLength(3)
  })

  it('lists those who speak in it among the sources, and pairs of its claims among the contradictions', () => {
    const workspace = disputed()
    workspace.contradiction('r1', 'c1', 'c2')
    const { document } = sectionOf(workspace, 'spread', {
      sections: [
        { kind: 'comparison', comparison: 'spread', topicId: 't1', body: '' },
        { kind: 'contradictions' },
        { kind: 'sources' },
      ],
    })
    expect(document.sections[1]).toMatchObject({ pairs: [{ relationId: 'r1' }] })
    expect(document.sections[2]).toMatchObject({
      sources: [{ sourceId: 'ministry' }, { sourceId: 'rebels' }],
    })
  })

  it('stands on sheets of no more rows than fit, and is cut for the screen', () => {
    const workspace = disputed()
    for (let more = 0; more < 50; more++) {
      workspace.claim(`m${more}`, {
        topicId: 't1',
        qualifier: 'exactly',
        low: more,
        high: more,
        unit: 'soldiers',
      })
    }
    const { section, document } = sectionOf(workspace, 'spread')
    expect(section.figures[0]!.drawings.length).toBe(3)
    const short = shortened(document, 10).sections[0]
    expect(short).toMatchObject({ leftOut: 43 })
  })
})
