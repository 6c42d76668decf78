import { describe, expect, test } from 'vitest'
import type { NamedClaim } from '../../../contract/rows.ts'
import { originsOf } from '../../../domain/brief/comparison/independence.ts'
import { unconfirmedClaims } from '../../../domain/brief/comparison/unconfirmed.ts'
import { comparedClaims } from '../../../domain/compare/compared-claim.ts'
import { sqliteTables } from '../tables/sqlite-tables.ts'
import { openQueries } from './index.ts'
import { type Asking, askingBench, askingBusyBench, askOf } from './queries.fixture.ts'

/** Two reports of one briefing, a third that came through it, and one of somebody else. */
function briefing(): Asking {
  const bench = askingBench()
  const text = 'Seoul: 10,000 soldiers. Kyiv, by way of Seoul: 10,000. Pyongyang: none at all. Tokyo: 10,000.'
  bench.must('article.import', {
    articles: [{ id: 'a1', title: 'Report', publisher: 'Harbour Wire', text, publishedDate: '2024-11-02' }],
  })
  for (const [id, name] of [
    ['s1', 'Seoul'],
    ['s2', 'Kyiv'],
    ['s3', 'Tokyo'],
  ]) {
    bench.must('source.add', { id, name, kind: 'organisation' })
  }
  bench.must('topic.open', { id: 'q1', question: 'How many?' })
  const figure = { qualifier: 'exactly', low: 10_000, high: 10_000, unit: 'soldiers', topicId: 'q1' }
  const said = { statementFrom: '2024-10-28', statementTo: '2024-10-28' }
  const claim = (id: string, fields: object) =>
    bench.must('claim.make', { id, statement: `claim ${id}`, ...figure, ...fields })
  claim('c1', { sourceId: 's1', ...said, spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 22 }] })
  claim('c2', { sourceId: 's1', ...said })
  claim('c3', { sourceId: 's2', via: ['s1'] })
  claim('c4', { sourceId: 's3', low: 9000, high: 9000 })
  return bench
}

const found = (bench: Asking, most = {}) => bench.ask('compare.independence', { topicId: 'q1', ...most })
const kindsOf = (bench: Asking, id: string) =>
  bench.ask('claim.get', { id }).claim.warnings.map(({ kind }) => kind)

test('given reports of one briefing, then they are one origin, with names, words and reasons', () => {
  const bench = briefing()
  const { reports, origins, groups, claims } = found(bench)
  expect({ reports, origins }).toEqual({ reports: 4, origins: 2 })
  expect(groups[0]).toMatchObject({ label: 'Seoul, 28 October 2024', size: 3, claimIds: ['c1', 'c2', 'c3'] })
  expect(claims.c1).toMatchObject({
    speaker: 'Seoul',
    quantity: '10,000 soldiers',
    day: '2024-10-28',
    words: { annotationId: 'n1', quote: 'Seoul: 10,000 soldiers', where: 'Harbour Wire' },
  })
  expect(claims.c3).toMatchObject({ via: ['Seoul'], day: null, words: null })
})

test('given more than is asked for, then what is shown of a group hangs together', () => {
  const { groups, origins, claims } = found(briefing(), { groups: 1, members: 2 })
  expect(origins).toBe(2)
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ size: 3, claimIds: ['c1', 'c2'], links: [{ fromId: 'c2', toId: 'c1' }] })
  expect(Object.keys(claims).sort()).toEqual(['c1', 'c2'])
})

test('given a topic that is not there, then it says so; given a merged one, then it is the one it went into', () => {
  const bench = briefing()
  expect(() => bench.ask('compare.independence', { topicId: 'q9' })).toThrow('no longer in the workspace')
  bench.must('topic.open', { id: 'q2', question: 'Of how many?' })
  bench.must('topic.merge', { ids: ['q1'], into: 'q2' })
  expect(found(bench).reports).toBe(4)
})

test('given corrections, then they count, are told, and their undoing is followed', () => {
  const bench = briefing()
  bench.must('originLink.set', {
    id: 'o1',
    oneId: 'c1',
    otherId: 'c3',
    verdict: 'independent',
    note: 'own count',
  })
  expect(found(bench)).toMatchObject({
    origins: 3,
    cuts: [{ correctionId: 'o1', oneId: 'c1', otherId: 'c3', note: 'own count', through: null }],
  })
  bench.must('originLink.set', { id: 'o2', oneId: 'c4', otherId: 'c1', verdict: 'same origin' })
  expect(found(bench)).toMatchObject({ origins: 2 })
  bench.must('history.undo', {})
  bench.must('history.undo', {})
  expect(found(bench)).toMatchObject({ origins: 2, cuts: [] })
})

describe('a claim that is said to be confirmed', () => {
  test('is warned of while one origin stands behind it, in the panel and in the table', () => {
    const bench = briefing()
    bench.must('claim.change', { ids: ['c1'], set: { status: 'corroborated', credibility: 1 } })
    bench.must('relation.set', { id: 'r1', fromId: 'c3', toId: 'c1', kind: 'supports' })
    const both = ['credibility without origin', 'corroborated by one origin', 'quantity without unit']
    expect(kindsOf(bench, 'c1')).toEqual(both.slice(0, 2))
    expect(found(bench).warnings.map(({ claimId }) => claimId)).toEqual(['c1', 'c1'])
    expect(found(bench).warnings[0]!.message).toContain('the same origin: Seoul, 28 October 2024')
    // An analyst who knows that Kyiv counted for itself.
    bench.must('originLink.set', { id: 'o1', oneId: 'c1', otherId: 'c3', verdict: 'independent' })
    expect(kindsOf(bench, 'c1')).toEqual([])
    bench.must('history.undo', {})
    expect(kindsOf(bench, 'c1')).toEqual(both.slice(0, 2))
    // Somebody else who gives the same figure confirms it as well, for as long as the claim stands.
    bench.must('claim.change', { ids: ['c4'], set: { qualifier: 'exactly', low: 10_000, high: 10_000 } })
    expect(kindsOf(bench, 'c1')).toEqual([])
    bench.must('claim.change', { ids: ['c4'], set: { status: 'withdrawn' } })
    expect(kindsOf(bench, 'c1')).toEqual(both.slice(0, 2))
  })

  test.each<[object, boolean]>([
    [{}, true],
    [{ unit: 'thousand soldiers', low: 10, high: 10 }, true],
    [{ unit: 'soldier', qualifier: 'about' }, true],
    [{ place: 'Kursk' }, true],
    [{ unit: 'shells' }, false],
    [{ unit: '' }, false],
    [{ qualifier: 'at least', high: null }, true],
    [{ low: 9000 }, true],
    [{ low: 5000, high: 10_000, unit: 'shells' }, false],
    [{ eventFrom: '2024-11-09', eventTo: '2024-11-09' }, true],
  ])('is stilled by another origin that says the same and by nothing else: %o', (other, isStilled) => {
    const bench = briefing()
    bench.must('claim.change', { ids: ['c1'], set: { status: 'corroborated' } })
    bench.must('claim.change', {
      ids: ['c4'],
      set: { qualifier: 'exactly', low: 10_000, high: 10_000, ...other },
    })
    expect(kindsOf(bench, 'c1')).toEqual(isStilled ? [] : ['corroborated by one origin'])
  })

  test('is stilled by no figure of another place, of other days or with the other end open', () => {
    const bench = briefing()
    const day = { eventFrom: '2024-10-28', eventTo: '2024-10-28' }
    bench.must('claim.change', { ids: ['c1'], set: { status: 'corroborated', place: 'Kursk', ...day } })
    const warned = (other: object) => {
      bench.must('claim.change', {
        ids: ['c4'],
        set: { qualifier: 'exactly', low: 10_000, high: 10_000, place: 'Kursk', ...day, ...other },
      })
      return kindsOf(bench, 'c1').length > 0
    }
    expect(warned({})).toBe(false)
    expect(warned({ place: 'Luhansk' })).toBe(true)
    expect(warned({ eventFrom: '2024-11-04', eventTo: '2024-11-09' })).toBe(false)
    expect(warned({ eventFrom: '2024-11-05', eventTo: '2024-11-09' })).toBe(true)
    expect(warned({ eventFrom: null, eventTo: null, place: '' })).toBe(false)
    bench.must('claim.change', { ids: ['c1'], set: { qualifier: 'up to', low: null } })
    expect(warned({ qualifier: 'up to', low: null })).toBe(false)
    expect(warned({ qualifier: 'at least', high: null })).toBe(true)
  })

  test('comes first when the table is sorted by warnings, also after a change to another claim', () => {
    const bench = briefing()
    bench.must('claim.change', { ids: ['c1'], set: { status: 'corroborated' } })
    bench.must('claim.detach', { id: 'c1', evidence: ['n1'] })
    const mostWarned = () => {
      const [{ id }] = bench.ask('claims.page', {
        query: { sort: { column: 'warnings', descending: true } },
        offset: 0,
        limit: 1,
      }).rows as [NamedClaim]
      return bench.ask('claims.warnings', { ids: [id] })
    }
    expect(mostWarned()).toMatchObject({
      c1: [{ kind: 'corroborated by one origin' }, { kind: 'no evidence' }],
    })
    bench.must('claim.change', { ids: ['c4'], set: { qualifier: 'exactly', low: 10_000, high: 10_000 } })
    expect(mostWarned()).toEqual({ c4: [expect.objectContaining({ kind: 'no evidence' })] })
  })
})

test('given claims called confirmed, then a brief warns of those that the table warns of', () => {
  const bench = askingBusyBench()
  const ids = [...sqliteTables(bench.db, () => {}).tables.claims.all()].map(({ id }) => id)
  bench.must('claim.change', { ids, set: { credibility: 1, status: 'corroborated' } })
  const { tables } = sqliteTables(bench.db, () => {})
  const warned = ({ warnings }: { warnings: readonly { kind: string }[] }) =>
    warnings.map(({ kind }) => kind).filter((kind) => / origin$/.test(kind))
  for (const topic of tables.topics.all()) {
    const claims = comparedClaims(tables.claims.where('topicId', topic.id), tables)
    const found = unconfirmedClaims(claims, originsOf({ claims, tables }), tables)
    const expected = claims.flatMap(({ claim: { id } }) => {
      const kinds = warned(bench.ask('claim.get', { id }).claim)
      return kinds.length > 0 ? [[id, kinds]] : []
    })
    expect(found.map(({ claim, warnings }) => [claim.id, warnings])).toEqual(expected)
  }
})

test('given a form that calls a claim confirmed, then it hears of the one origin before it is kept', () => {
  const bench = briefing()
  const form = {
    id: null,
    sourceId: 's1',
    via: [],
    topicId: 'q1',
    stance: 'asserts',
    qualifier: 'exactly',
    low: 10_000,
    high: 10_000,
    unit: 'soldiers',
    place: '',
    eventFrom: null,
    eventTo: null,
    statementFrom: null,
    credibility: 1,
    status: 'corroborated',
  } as const
  const kinds = (fields: object) =>
    bench.ask('claim.unconfirmed', { ...form, via: [], ...fields }).map(({ kind }) => kind)
  expect(kinds({})).toEqual(['credibility without origin', 'corroborated by one origin'])
  expect(kinds({ credibility: null, status: 'open' })).toEqual([])
  // Tokyo gives another figure, and with the same one would be somebody else.
  expect(kinds({ low: 9000, high: 9000 })).toEqual([])
  expect(kinds({ sourceId: 's3', via: ['s1'] })).toEqual(kinds({}))
  expect(kinds({ sourceId: 's3' })).toEqual([])
  expect(kinds({ sourceId: 's3', unit: 'shells' })).toEqual(kinds({}))
  expect(kinds({ sourceId: 's3', low: 10, high: 10, unit: 'thousand soldiers' })).toEqual([])
  expect(kinds({ sourceId: null })).toEqual(kinds({}))
  expect(kinds({ id: 'c1' })).toEqual(kinds({}))
})

test.each([
  ['claim.change', { ids: ['c3'], set: { via: [] } }],
  ['claim.change', { ids: ['c4'], set: { sourceId: 's1' } }],
  ['claim.remove', { ids: ['c2'] }],
  ['claim.change', { ids: ['c4'], set: { topicId: null } }],
  ['relation.set', { id: 'r1', fromId: 'c4', toId: 'c2', kind: 'repeats' }],
  ['source.merge', { ids: ['s3'], into: 's1' }],
  ['source.change', { id: 's3', set: { name: 'Seoul officials' } }],
  ['claim.change', { ids: ['c1'], set: { statement: 'said anew', note: 'x', status: 'disputed' } }],
])('given an answer, when %s %o, then the next is what a fresh look gives', (type, args) => {
  const bench = briefing()
  found(bench)
  bench.ask('compare.topics', {})
  bench.must(type, args)
  const fresh = openQueries(bench.db, bench.writer, false)
  const asked = { topicId: 'q1' }
  expect(found(bench)).toEqual(askOf(fresh, 'compare.independence', asked, 'ann'))
  expect(bench.ask('compare.topics', {})).toEqual(askOf(fresh, 'compare.topics', {}, 'ann'))
  expect(bench.ask('compare.spread', asked)).toEqual(askOf(fresh, 'compare.spread', asked, 'ann'))
})
