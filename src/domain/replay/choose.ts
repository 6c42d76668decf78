import { recordTables, type TableName } from '../rows.ts'

/** What a row ever was, as far as it decides what a replay needs. */
interface Life {
  table: TableName
  id: string
  by: Set<string>
  /** Every row that it ever referred to, by column. */
  refs: Map<string, Set<string>>
  /** Every stretch that it ever marked. */
  spans: Map<string, Stretch>
  texts: Set<string>
}

/** Half-open, in UTF-16 code units of an article's canonical text. */
export interface Stretch {
  start: number
  end: number
}

/** What belongs into a replay: whole streams, and the texts they need. */
export interface Chosen {
  /** `claims/ID`, …: every event of these, and no other event. */
  streams: ReadonlySet<string>
  /** Texts by their SHA-256, each with the stretches marked on it in these streams. */
  texts: ReadonlyMap<string, Stretch[]>
}

/** Hears every event once, in order, and then says what a replay of a topic, or of everything, is made of. */
export class Lives {
  readonly #lives = new Map<string, Life>()

  /** @param row the row that the event's stream names as it is after the event; undefined when it is gone */
  see(stream: string, table: TableName, id: string, by: string, row: object | undefined): void {
    let life = this.#lives.get(stream)
    if (!life) {
      life = { table, id, by: new Set(), refs: new Map(), spans: new Map(), texts: new Set() }
      this.#lives.set(stream, life)
    }
    life.by.add(by)
    if (row) remember(life, row as Record<string, unknown>)
  }

  /** The events' streams of one table. */
  count(table: TableName): number {
    let count = 0
    for (const life of this.#lives.values()) if (life.table === table) count += 1
    return count
  }

  everything(): Chosen {
    return this.#with(new Set(this.#lives.keys()))
  }

  /**
   * A topic: it and the topics merged into it; every claim that was ever under them; relations and corrections
   * between two of those claims; its hypotheses with the ratings of those claims; the spans that they ever rested on,
   * with their articles and tags; the sources named; and the analysts who
   * did all that. Whatever else a claim was ever related to or grouped under stays outside.
   */
  ofTopic(topicId: string): Chosen {
    const streams = new Set<string>()
    const add = (table: TableName, id: string) => {
      if (this.#lives.has(`${table}/${id}`)) streams.add(`${table}/${id}`)
    }
    const topics = this.#closed('topics', [topicId], (life, inside) => has(life, 'mergedInto', inside))
    for (const id of topics) add('topics', id)
    const claims = new Set<string>()
    for (const life of this.#of('claims')) if (has(life, 'topicId', topics)) claims.add(life.id)
    const sources = new Set<string>()
    const annotations = new Set<string>()
    for (const id of claims) {
      add('claims', id)
      const { refs } = this.#lives.get(`claims/${id}`)!
      for (const column of ['sourceId', 'via'])
        for (const source of refs.get(column) ?? []) sources.add(source)
      for (const annotation of refs.get('evidence') ?? []) annotations.add(annotation)
    }
    for (const life of this.#of('relations')) {
      if (has(life, 'fromId', claims) && has(life, 'toId', claims)) add('relations', life.id)
    }
    for (const life of this.#of('originLinks')) {
      if (has(life, 'oneId', claims) && has(life, 'otherId', claims)) add('originLinks', life.id)
    }
    const hypotheses = new Set<string>()
    for (const life of this.#of('hypotheses')) if (has(life, 'topicId', topics)) hypotheses.add(life.id)
    for (const id of hypotheses) add('hypotheses', id)
    for (const life of this.#of('assessments')) {
      if (has(life, 'claimId', claims) && has(life, 'hypothesisId', hypotheses)) add('assessments', life.id)
    }
    for (const life of this.#of('findings')) {
      if (has(life, 'aId', claims) && has(life, 'bId', claims)) add('findings', life.id)
    }
    const tags = new Set<string>()
    for (const id of annotations) {
      add('annotations', id)
      const refs = this.#lives.get(`annotations/${id}`)?.refs
      for (const article of refs?.get('articleId') ?? []) add('articles', article)
      for (const tag of refs?.get('tagIds') ?? []) tags.add(tag)
    }
    for (const id of this.#named('sources', sources, ['mergedInto'])) add('sources', id)
    for (const id of this.#named('tags', tags, ['mergedInto', 'parentId'])) add('tags', id)
    this.#addAnalysts(streams)
    return this.#with(streams)
  }

  *#of(table: TableName): Generator<Life> {
    for (const life of this.#lives.values()) if (life.table === table) yield life
  }

  /** Ids of a table that `joins` them to those inside, until none is added. */
  #closed(
    table: TableName,
    first: string[],
    joins: (life: Life, inside: Set<string>) => boolean,
  ): Set<string> {
    const inside = new Set(first)
    for (let size = 0; size !== inside.size; ) {
      size = inside.size
      for (const life of this.#of(table)) if (joins(life, inside)) inside.add(life.id)
    }
    return inside
  }

  /** The rows and those that their own events name. */
  #named(table: TableName, first: Set<string>, columns: string[]): Set<string> {
    const inside = new Set<string>()
    const waiting = [...first]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (inside.has(id)) continue
      inside.add(id)
      const refs = this.#lives.get(`${table}/${id}`)?.refs
      for (const column of columns) waiting.push(...(refs?.get(column) ?? []))
    }
    return inside
  }

  /** Who did it, and who changed their profiles. */
  #addAnalysts(streams: Set<string>): void {
    const waiting = [...streams].flatMap((stream) => [...this.#lives.get(stream)!.by])
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const stream = `analysts/${id}`
      const life = this.#lives.get(stream)
      if (!life || streams.has(stream)) continue
      streams.add(stream)
      waiting.push(...life.by)
    }
  }

  #with(streams: Set<string>): Chosen {
    const textsOf = new Map<string, Set<string>>()
    for (const life of this.#of('articles')) {
      if (streams.has(`articles/${life.id}`)) textsOf.set(life.id, life.texts)
    }
    const texts = new Map<string, Stretch[]>()
    for (const hashes of textsOf.values()) for (const hash of hashes) texts.set(hash, [])
    for (const life of this.#of('annotations')) {
      if (!streams.has(`annotations/${life.id}`)) continue
      for (const article of life.refs.get('articleId') ?? []) {
        for (const hash of textsOf.get(article) ?? []) texts.get(hash)!.push(...life.spans.values())
      }
    }
    return { streams, texts }
  }
}

function remember(life: Life, row: Record<string, unknown>): void {
  for (const column of Object.keys(recordTables[life.table].refs)) {
    const value = row[column]
    const ids = Array.isArray(value) ? value : value === null ? [] : [value]
    if (ids.length === 0) continue
    let known = life.refs.get(column)
    if (!known) {
      known = new Set()
      life.refs.set(column, known)
    }
    for (const id of ids) known.add(String(id))
  }
  if (life.table === 'annotations') {
    const [start, end] = [Number(row.start), Number(row.end)]
    life.spans.set(`${start}-${end}`, { start, end })
  } else if (life.table === 'articles') {
    life.texts.add(String(row.textHash))
  }
}

function has(life: Life, column: string, ids: ReadonlySet<string>): boolean {
  for (const id of life.refs.get(column) ?? []) if (ids.has(id)) return true
  return false
}
