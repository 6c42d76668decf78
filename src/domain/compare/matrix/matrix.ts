import { quantityWords } from '../../claim/quantity.ts'
import type { ClaimStatus, Stance } from '../../claim/row.ts'
import { shortened } from '../../history/sentence-part.ts'
import { periodWords } from '../../plain-values/period-words.ts'
import type { RowOf } from '../../rows.ts'
import { order } from '../../text/order.ts'
import type { ComparedClaim, ComparedSource } from '../compared-claim.ts'
import type { ChartTable } from '../drawing/chart.ts'
import { hasFigure } from '../spread/spread.ts'
import { mayBeOneTime } from '../terms/event-time.ts'
import { numberWords } from '../terms/number-words.ts'
import { placeOf, placeRelation } from '../terms/places.ts'
import { groupByThing, type ThingGroup } from '../terms/things.ts'

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

/** A change of a story. */
interface Turn {
  before: Entry
  after: Entry
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
      .map(({ source, claims: count, cells }) => {
        // Two unknown speakers that differ have changed nothing.
        const turns = source ? turnsInTopics([...cells.values()].flat()) : new Map<string, Turn>()
        return {
          source,
          claims: count,
          cells: Object.fromEntries(
            [...cells].map(([key, entries]) => [key, cellOf(entries, turns)] as const),
          ),
        }
      }),
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

function cellOf(entries: Entry[], turns: ReadonlyMap<string, Turn>): MatrixCell {
  const said = entries.sort((a, b) => bySaid(a.claim, b.claim))
  const changes = said.flatMap(({ claim }) => turns.get(claim.id) ?? [])
  return {
    claimIds: said.map(({ claim }) => claim.id),
    last: saidOf(said.at(-1)!),
    changed: changes.length,
    changes: changes.slice(-mostChanges).map(({ before, after }) => changeOf(before, after)),
  }
}

/** By the id of the claim with which the story turned. A denial without a figure may stand in another column than the figure. */
function turnsInTopics(entries: readonly Entry[]): Map<string, Turn> {
  const topics = new Map<string | null, Entry[]>()
  for (const entry of entries) {
    const known = topics.get(entry.claim.topicId)
    if (known) known.push(entry)
    else topics.set(entry.claim.topicId, [entry])
  }
  const turns = new Map<string, Turn>()
  for (const topic of topics.values()) {
    for (const turn of turnsOf(topic.sort((a, b) => bySaid(a.claim, b.claim))))
      turns.set(turn.after.claim.id, turn)
  }
  return turns
}

/**
 * Changes of a story: what a source says, in the order in which it was said, beside the last that it said of the same; figures whose
 * ends differ, or another stance. “About 10,000” after “10,000” is no change. Figures are of the same when they count the same thing in
 * what may be the same place; a claim without a figure is of the same as any other whose stance is another. What is said in one breath
 * of two times, “3,000 now and 10,000 by December”, is no change either.
 */
function turnsOf(said: readonly Entry[]): Turn[] {
  /** What it said last of each thing and place: the latest at the end, of so many only. */
  const last = new Map<string, Entry>()
  const turns: Turn[] = []
  for (const entry of said) {
    const before = [...last.values()].findLast((other) => isOfTheSame(other, entry))
    if (before && isAnotherStory(before, entry)) turns.push({ before, after: entry })
    const key = `${entry.figure?.group.key}\n${placeOf(entry.claim.place).key}`
    last.delete(key)
    last.set(key, entry)
    if (last.size > mostBefore) last.delete(last.keys().next().value!)
  }
  return turns
}

/** A source that spoke of more things and places than this since is not held to what it said before. */
const mostBefore = 100

function isOfTheSame(a: Entry, b: Entry): boolean {
  const isThing = a.figure?.group.key === b.figure?.group.key
  if (!isThing && ((a.figure && b.figure) || a.claim.stance === b.claim.stance)) return false
  return !['apart', 'within', 'around'].includes(
    placeRelation(placeOf(a.claim.place), placeOf(b.claim.place)),
  )
}

function isAnotherStory(before: Entry, after: Entry): boolean {
  if (!isOrderKnown(before.claim, after.claim) && !mayBeOneTime(before.claim, after.claim)) return false
  return (
    before.claim.stance !== after.claim.stance ||
    before.figure?.low !== after.figure?.low ||
    before.figure?.high !== after.figure?.high
  )
}

function isOrderKnown(before: RowOf<'claims'>, after: RowOf<'claims'>): boolean {
  return (
    before.statementTo !== null && after.statementFrom !== null && before.statementTo < after.statementFrom
  )
}

function changeOf(before: Entry, after: Entry): MatrixChange {
  const [from, to] = [saidOf(before), saidOf(after)]
  const isKnown = isOrderKnown(before.claim, after.claim)
  const words = isKnown
    ? `${saidWords(from)} on ${from.said}, then ${saidWords(to)} on ${to.said}`
    : `${saidWords(from)} and ${saidWords(to)}; the dates do not tell which came first`
  return { from, to, words, isOrderKnown: isKnown }
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
