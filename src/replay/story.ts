import type { ReplayEvent } from '../contract/replay.ts'
import { events as definitions } from '../domain/catalogue.ts'
import { applyEvent, type StoredEvent, upcast } from '../domain/fold.ts'
import type { HistoryRow, Names } from '../domain/history/names.ts'
import { tellEvent } from '../domain/history/sentence.ts'
import type { SentencePart } from '../domain/history/sentence-part.ts'
import { memoryTables } from '../domain/memory-tables.ts'
import { parseStream, type RowOf, recordTables, type TableName, tableNames } from '../domain/rows.ts'
import type { ReplayData } from './data.ts'

/** A row's life: its states and the places (1 = the first event inside) from which they stand. */
interface Life {
  table: TableName
  id: string
  places: number[]
  rows: (HistoryRow | undefined)[]
}

/** An event as the page shows it. */
export interface Scene {
  seq: number
  at: string
  byName: string
  table: TableName
  id: string
  before: HistoryRow | undefined
  after: HistoryRow | undefined
  sentence: SentencePart[]
}

/**
 * The events folded once by the domain's own fold, with every state of every row kept: rows share what did not change,
 * and any place is then one look-up away, forward or back.
 */
export class Story {
  readonly data: ReplayData
  /** Places that can be stood at: 0 (nothing yet) to this. */
  last = 0
  /** Why the fold stopped before the end; null when it did not. */
  broken: string | null = null
  readonly #lives = new Map<string, Life>()
  readonly #byTable = Object.fromEntries(tableNames.map((name) => [name, [] as Life[]])) as Record<
    TableName,
    Life[]
  >
  /** By `annotations/ARTICLE` and `furniture/ARTICLE`: what ever lay on it. */
  readonly #byArticle = new Map<string, Life[]>()
  /** Each table as it was asked for last. */
  readonly #stood = new Map<TableName, { place: number; rows: HistoryRow[] }>()
  readonly #tables = memoryTables()

  constructor(data: ReplayData) {
    this.data = data
  }

  /** Folds up to and including event `to` (a place). */
  fold(to: number): void {
    while (this.broken === null && this.last < Math.min(to, this.data.events.length)) {
      const place = this.last + 1
      try {
        const stored = this.#stored(place)
        const { table, id } = parseStream(stored.stream)
        applyEvent(this.#tables, stored)
        this.#remember(stored.stream, table, id, place, this.#tables[table].get(id) as HistoryRow | undefined)
        this.last = place
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        this.broken = `Event ${this.#raw(place)[0]} cannot be applied (${why}). The replay ends before it.`
      }
    }
  }

  seqOf(place: number): number {
    return place === 0 ? 0 : this.#raw(place)[0]
  }

  /** When the event at a place happened: UTC, ISO 8601. Empty for place 0. */
  timeOf(place: number): string {
    return place === 0 ? '' : this.#raw(place)[5]
  }

  tableOf(place: number): TableName {
    return parseStream(this.#raw(place)[2]).table
  }

  scene(place: number): Scene {
    const stored = this.#stored(place)
    const { table, id } = parseStream(stored.stream)
    const before = this.row(table, id, place - 1)
    const after = this.row(table, id, place)
    const payload = upcast(definitions.get(stored.type)!, stored)
    const sentence = tellEvent(
      { type: stored.type, stream: stored.stream, payload },
      before,
      after,
      this.namesAt(place),
    )
    return {
      seq: stored.seq,
      at: stored.at,
      byName: this.nameOfAnalyst(stored.by, place),
      table,
      id,
      before,
      after,
      sentence,
    }
  }

  /** A row as it was at a place; undefined when it was not there. */
  row<Name extends TableName>(
    table: Name,
    id: string,
    place: number,
  ): (HistoryRow & RowOf<Name>) | undefined {
    const life = this.#lives.get(`${table}/${id}`)
    return life && (at(life, place) as (HistoryRow & RowOf<Name>) | undefined)
  }

  /** The rows of a table at a place, in the order in which they came. The list is the caller's to read only. */
  rows<Name extends TableName>(table: Name, place: number): readonly (HistoryRow & RowOf<Name>)[] {
    const stood = this.#stood.get(table)
    if (stood && !this.#changes(table, stood.place, place)) return stood.rows as never
    const rows = standing(this.#byTable[table], place)
    this.#stood.set(table, { place, rows })
    return rows as never
  }

  /** What lies on an article's text at a place. */
  on<Name extends 'annotations' | 'furniture'>(
    table: Name,
    articleId: string,
    place: number,
  ): (HistoryRow & RowOf<Name>)[] {
    const lives = this.#byArticle.get(`${table}/${articleId}`) ?? []
    return standing(lives, place).filter((row) => row.articleId === articleId) as never
  }

  /** Whether an event between two places is about the table. A long way is not looked at: then it may be. */
  #changes(table: TableName, from: number, to: number): boolean {
    if (Math.abs(to - from) > 1000) return true
    for (let place = Math.min(from, to) + 1; place <= Math.max(from, to); place += 1) {
      if (this.tableOf(place) === table) return true
    }
    return false
  }

  /** How rows are called at a place: as they are then, else as they were last, else that they are not in the replay. */
  namesAt(place: number): Names {
    return {
      row: (table, id) => {
        const life = this.#lives.get(`${table}/${id}`)
        return life ? (at(life, place) ?? life.rows.findLast(Boolean)) : leftOut(table)
      },
      label: (commandId) =>
        Object.hasOwn(this.data.about.labels, commandId) ? this.data.about.labels[commandId] : undefined,
    }
  }

  nameOfAnalyst(id: string, place: number): string {
    return String(this.namesAt(place).row('analysts', id)?.name ?? id)
  }

  #remember(stream: string, table: TableName, id: string, place: number, row: HistoryRow | undefined): void {
    let life = this.#lives.get(stream)
    if (!life) {
      life = { table, id, places: [], rows: [] }
      this.#lives.set(stream, life)
      this.#byTable[table].push(life)
      if (table === 'annotations' || table === 'furniture') {
        const key = `${table}/${row?.articleId}`
        const there = this.#byArticle.get(key)
        if (there) there.push(life)
        else this.#byArticle.set(key, [life])
      }
    }
    life.places.push(place)
    life.rows.push(row)
  }

  #raw(place: number): ReplayEvent {
    return this.data.events[place - 1]!
  }

  #stored(place: number): StoredEvent {
    const { types, authors, commands } = this.data.about
    const [seq, , stream, type, version, time, author, command, , payload] = this.#raw(place)
    return {
      seq,
      stream,
      type: types[type]!,
      version,
      at: time,
      by: authors[author]!,
      commandId: commands[command]!,
      payload: JSON.parse(payload),
    }
  }
}

/** Those of the lives that stand at a place, in their order. */
function standing(lives: readonly Life[], place: number): HistoryRow[] {
  const there: HistoryRow[] = []
  for (const life of lives) {
    if (life.places[0]! > place) break
    const row = at(life, place)
    if (row) there.push(row)
  }
  return there
}

/** The last state at or before a place. */
function at({ places, rows }: Life, place: number): HistoryRow | undefined {
  if (places[places.length - 1]! <= place) return rows[rows.length - 1]
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! <= place) low = middle + 1
    else high = middle
  }
  return low === 0 ? undefined : rows[low - 1]
}

/** Stands for a row that was left out: any table's name of it says so. */
function leftOut(table: TableName): HistoryRow {
  const words = `a ${recordTables[table].noun} that is not in this replay`
  return { name: words, title: words, question: words, quote: words, statement: words, kind: words }
}
