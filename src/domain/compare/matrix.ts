import { periodWords } from '../brief/period-words.ts'
import { quantityWords } from '../claim/quantity.ts'
import type { ClaimStatus, Stance } from '../claim/row.ts'
import { shortened } from '../history/sentence-part.ts'
import type { RowOf } from '../rows.ts'
import type { ChartTable } from './chart.ts'
import type { ComparedClaim, ComparedSource } from './compared-claim.ts'
import { numberWords } from './number-words.ts'
import { hasFigure } from './spread.ts'
import { groupByThing, type ThingGroup } from './things.ts'

/** Who said what last: sources by topics, or by the things counted within a topic. */
export interface Matrix {
  /** Most claims first. */
  columns: MatrixColumn[]
  /** Most claims first. */
  rows: MatrixRow[]
}

export interface MatrixColumn {
  /** A topic's id, or the key of a thing counted. */
  key: string
  name: string
  claims: number
}

export interface MatrixRow {
  /** Null for the claims whose speaker is unknown, who may be several. */
  source: ComparedSource | null
  claims: number
  /** By column key; what a source never spoke of is absent. */
  cells: Record<string, MatrixCell>
}

export interface MatrixCell {
  /** In the order in which they were said, the last one last. */
  claimIds: string[]
  last: MatrixSaid
  /** How often its story changed. */
  changed: number
  /** What it said before and after, the latest changes, earliest first; empty while its story stands. */
  changes: MatrixChange[]
}

/** What a source said in one claim. */
export interface MatrixSaid {
  claimId: string
  stance: Stance
  status: ClaimStatus
  /** The figure, or the beginning of the statement where there is none. */
  words: string
  isFigure: boolean
  /** When it was said: “31 October 2024”; empty when unknown. */
  said: string
}

/** A figure or a stance that became another one. */
export interface MatrixChange {
  from: MatrixSaid
  to: MatrixSaid
  /** In a sentence: “3,000 soldiers on 23 October 2024, then 11,000 to 12,000 soldiers on 5 November 2024”. */
  words: string
  /** False when the dates do not tell which was said first. */
  isOrderKnown: boolean
}

/** Sources by the topics that they speak in. `topics` names each claim's topic; claims of no topic are left out. */
export function matrixByTopics(
  claims: readonly ComparedClaim[],
  topicOf: (claim: RowOf<'claims'>) => Pick<RowOf<'topics'>, 'id' | 'question'> | null,
): Matrix {
  return matrixOf(claims, ({ claim }) => {
    const topic = topicOf(claim)
    return topic && { key: topic.id, name: topic.question }
  })
}

/** Sources by the things counted in the claims; what gives no figure is a column of its own. */
export function matrixByThings(claims: readonly ComparedClaim[]): Matrix {
  return matrixOf(claims, (_, thing) =>
    thing ? { key: thing.key, name: thing.name } : { key: 'none', name: 'without a figure' },
  )
}

/** The matrix as rows of words. */
export function matrixTable({ columns, rows }: Matrix): ChartTable {
  return {
    columns: ['Source', 'Reliability', ...columns.map(({ name }) => name)],
    rows: rows.map(({ source, cells }) => ({
      cells: [
        source ? `${source.name}${source.retired ? ' (retired)' : ''}` : 'speaker unknown',
        source?.reliability ?? '',
        ...columns.map(({ key }) => (cells[key] ? cellWords(cells[key]) : '')),
      ],
      claimIds: columns.flatMap(({ key }) => cells[key]?.claimIds ?? []),
    })),
  }
}

/** What stands in a cell, in one line: “11,000 to 12,000 soldiers (3 times; changed: 3,000 soldiers on …, then …)”. */
export function cellWords({ claimIds, last, changed, changes }: MatrixCell): string {
  const isCut = changed > changes.length
  const changedWords = isCut ? `changed ${numberWords(changed)} times, lastly` : 'changed'
  const beside = [
    last.said && `said ${last.said}`,
    claimIds.length > 1 && `${numberWords(claimIds.length)} times`,

    changes.length > 0 && `${changedWords}: ${changes.map(({ words }) => words).join('; ')}`,
  ].filter(Boolean)
  return `${saidWords(last)}${beside.length > 0 ? ` (${beside.join(', ')})` : ''}`
}

/** What was said, with its stance where that is not plain assertion, and its status where that speaks against it. */
export function saidWords({ stance, status, words }: MatrixSaid): string {
  const withdrawn = status === 'withdrawn' || status === 'refuted' ? ` [${status}]` : ''
  return `${stance === 'asserts' ? '' : `${stance}: `}${words}${withdrawn}`
}

type Column = Pick<MatrixColumn, 'key' | 'name'>

/** A claim's figure in the unit of its group; null without one. */
interface Figure {
  group: ThingGroup<ComparedClaim>
  low: number | null
  high: number | null
}

interface Entry {
  claim: RowOf<'claims'>
  figure: Figure | null
}

function matrixOf(
  claims: readonly ComparedClaim[],
  columnOf: (claim: ComparedClaim, thing: ThingGroup<ComparedClaim> | null) => Column | null,
): Matrix {
  const figures = figuresOf(claims)
  const columns = new Map<string, MatrixColumn>()
  const rows = new Map<
    string,
    { source: ComparedSource | null; claims: number; cells: Map<string, Entry[]> }
  >()
  for (const compared of claims) {
    const { claim, source } = compared
    const figure = figures.get(claim.id) ?? null
    const column = columnOf(compared, figure?.group ?? null)
    if (!column) continue
    const known = columns.get(column.key)
    if (known) known.claims += 1
    else columns.set(column.key, { ...column, claims: 1 })
    const key = source?.id ?? ''
    const row = rows.get(key) ?? { source, claims: 0, cells: new Map<string, Entry[]>() }
    rows.set(key, row)
    row.claims += 1
    const cell = row.cells.get(column.key)
    if (cell) cell.push({ claim, figure })
    else row.cells.set(column.key, [{ claim, figure }])
  }
  return {
    columns: [...columns.values()].sort((a, b) => b.claims - a.claims || order(a.key, b.key)),
    rows: [...rows.values()]
      .sort((a, b) => b.claims - a.claims || order(a.source?.id ?? '', b.source?.id ?? ''))
      .map(({ source, claims: count, cells }) => ({
        source,
        claims: count,
        cells: Object.fromEntries(
          [...cells].map(([key, entries]) => [key, cellOf(entries, source !== null)] as const),
        ),
      })),
  }
}

function figuresOf(claims: readonly ComparedClaim[]): Map<string, Figure> {
  const withFigure = claims.filter(({ claim }) => hasFigure(claim))
  const figures = new Map<string, Figure>()
  for (const group of groupByThing(withFigure, ({ claim }) => claim.unit)) {
    for (const { item, inGroup } of group.members) {
      const { id, low, high } = item.claim
      figures.set(id, {
        group,
        low: low === null ? null : inGroup(low),
        high: high === null ? null : inGroup(high),
      })
    }
  }
  return figures
}

function cellOf(entries: Entry[], isOneSource: boolean): MatrixCell {
  const said = entries.sort((a, b) => bySaid(a.claim, b.claim))
  // Two unknown speakers that differ have changed nothing.
  const turns = isOneSource ? turnsOf(said) : []
  return {
    claimIds: said.map(({ claim }) => claim.id),
    last: saidOf(said.at(-1)!),
    changed: turns.length,
    changes: turns.slice(-mostChanges).map(([before, after]) => changeOf(before, after)),
  }
}

/**
 * Changes of a story: neighbours in the order in which they were said whose figure has other ends or whose stance is another,
 * each thing counted by itself, and what has no figure by itself. “About 10,000” after “10,000” is no change.
 */
function turnsOf(said: readonly Entry[]): (readonly [before: Entry, after: Entry])[] {
  const last = new Map<string, Entry>()
  const turns: (readonly [Entry, Entry])[] = []
  for (const entry of said) {
    const key = entry.figure?.group.key ?? ''
    const before = last.get(key)
    last.set(key, entry)
    if (before && isAnotherStory(before, entry)) turns.push([before, entry])
  }
  return turns
}

function isAnotherStory(a: Entry, b: Entry): boolean {
  return (
    a.claim.stance !== b.claim.stance || a.figure?.low !== b.figure?.low || a.figure?.high !== b.figure?.high
  )
}

function changeOf(before: Entry, after: Entry): MatrixChange {
  const [from, to] = [saidOf(before), saidOf(after)]
  const isOrderKnown =
    before.claim.statementTo !== null &&
    after.claim.statementFrom !== null &&
    before.claim.statementTo < after.claim.statementFrom
  const words = isOrderKnown
    ? `${saidWords(from)} on ${from.said}, then ${saidWords(to)} on ${to.said}`
    : `${saidWords(from)} and ${saidWords(to)}; the dates do not tell which came first`
  return { from, to, words, isOrderKnown }
}

const longestWords = 120
/** More than that is not read in one cell; its claims tell them all. */
const mostChanges = 10

function saidOf({ claim, figure }: Entry): MatrixSaid {
  return {
    claimId: claim.id,
    stance: claim.stance,
    status: claim.status,
    words: figure ? quantityWords(claim, claim.unit) : shortened(claim.statement, longestWords),
    isFigure: figure !== null,
    said: periodWords(claim.statementFrom, claim.statementTo),
  }
}

/** By the time of the statement, then of entry. What has no date comes first: nobody knows that it was said last. */
function bySaid(a: RowOf<'claims'>, b: RowOf<'claims'>): number {
  return (
    order(a.statementFrom ?? '', b.statementFrom ?? '') ||
    order(a.statementTo ?? '', b.statementTo ?? '') ||
    order(a.enteredAt, b.enteredAt) ||
    order(a.id, b.id)
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
