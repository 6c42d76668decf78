import type { TableName } from '../../../domain/rows.ts'
import { decodeRow, selectRows } from '../columns.ts'
import type { ReadDb } from '../database.ts'
import {
  type Claim,
  type ClaimPage,
  type EvidenceNote,
  emptyPage,
  type PastPage,
  type Relation,
} from '../queries/claim-page.ts'
import { versionTable } from './versions.ts'

/** What the claim book holds, at any moment: read once, then brought from moment to moment by what changed between. */
export interface ClaimHistory extends PastPage {
  /** Reads on to `head`, if anything was read before. */
  follow(head: number): void
  /** The moment that the next page is asked for. */
  goTo(seq: number): void
}

/** Something that became another thing at event `seq`: forward it becomes `after`, backward `before`. */
type Change = { seq: number; n: number } & (
  | { of: 'claim'; slot: number; before: Claim | null; after: Claim | null }
  | { of: 'relation'; before: Relation | null; after: Relation | null }
  | { of: 'note'; id: string; before: EvidenceNote | null; after: EvidenceNote | null }
)

/** One state of a row since event `from`. */
interface State<Row> {
  from: number
  row: Row
}

/** A row from its entry to its removal; an id that was removed may be entered again as another one. */
interface Life<Row> {
  n: number
  states: State<Row>[]
  /** The event that removed it; null while it stands. */
  removed: number | null
}

type Note = EvidenceNote & { id: string }

export function openClaimHistory(db: ReadDb): ClaimHistory {
  const changes: Change[] = []
  const slots = new Map<number, number>()
  const numbers = new Map<string, number>()
  /** Annotations that were ever evidence. */
  const tracked = new Set<string>()
  const page = emptyPage()
  let read: number | null = null
  let head = 0
  let wanted = 0
  /** Changes up to here are in the page. */
  let done = 0

  return {
    isRead: () => read !== null,
    follow(to) {
      head = to
      if (read !== null && read < to) readOn(read)
    },
    goTo(seq) {
      wanted = seq
    },
    page(touched) {
      if (read === null) readOn(0)
      move(wanted, touched)
      return page
    },
  }

  function readOn(after: number): void {
    const claims = livesSince<Claim>(db, 'claims', after)
    const fresh = new Set<string>()
    for (const { states } of claims) {
      for (const { row } of states) {
        for (const id of row.evidence) if (!tracked.has(id)) fresh.add(id)
      }
    }
    const known =
      tracked.size === 0 ? [] : livesSince<Note>(db, 'annotations', after, (id) => tracked.has(id))
    const notes = [...known, ...livesOf<Note>(db, 'annotations', fresh)]
    for (const id of fresh) tracked.add(id)
    // An annotation may have stood long before it became evidence: then its past comes between what was read.
    const at = done === 0 ? 0 : changes[done - 1]!.seq
    const earlier = notes.some(({ states }) => states[0]!.from <= after && after > 0)
    if (earlier) move(0)
    for (const life of claims) {
      const slot = slotOf(life.n)
      enter(life, after, (change) => ({ of: 'claim', slot, ...change }))
    }
    for (const life of livesSince<Relation>(db, 'relations', after)) {
      enter(life, after, (change) => ({ of: 'relation', ...change }))
    }
    for (const life of notes) {
      const { id } = life.states[0]!.row
      for (const state of life.states) state.row = noteOf(state.row)
      enter(life, fresh.has(id) ? 0 : after, (change) => ({ of: 'note', id, ...change }))
    }
    changes.sort((a, b) => a.seq - b.seq)
    read = head
    if (earlier) move(at)
  }

  function slotOf(n: number): number {
    let slot = slots.get(n)
    if (slot === undefined) {
      slot = page.slots.push(undefined) - 1
      slots.set(n, slot)
    }
    return slot
  }

  function enter<Row>(
    { n, states, removed }: Life<Row>,
    after: number,
    change: (of: { seq: number; n: number; before: Row | null; after: Row | null }) => Change,
  ): void {
    let before: Row | null = null
    for (const { from, row } of states) {
      if (from > after) changes.push(change({ seq: from, n, before, after: row }))
      before = row
    }
    if (removed !== null) changes.push(change({ seq: removed, n, before, after: null }))
  }

  function move(seq: number, touched?: (slot: number) => void): void {
    while (done < changes.length && changes[done]!.seq <= seq) {
      apply(changes[done]!, true, touched)
      done += 1
    }
    while (done > 0 && changes[done - 1]!.seq > seq) {
      done -= 1
      apply(changes[done]!, false, touched)
    }
  }

  function apply(change: Change, forward: boolean, touched?: (slot: number) => void): void {
    if (change.of === 'claim') {
      const { slot } = change
      const [old, claim] = forward ? [change.before, change.after] : [change.after, change.before]
      page.slots[slot] = claim ?? undefined
      if (claim) page.slotOf.set(claim.id, slot)
      else page.slotOf.delete(old!.id)
      touched?.(slot)
    } else if (change.of === 'relation') {
      const [old, relation] = forward ? [change.before, change.after] : [change.after, change.before]
      if (old) unrelate(page, old)
      if (relation) {
        numbers.set(relation.id, change.n)
        relate(relation)
      }
      for (const ends of [old, relation]) {
        for (const end of ends ? [ends.fromId, ends.toId] : []) {
          const slot = page.slotOf.get(end)
          if (slot !== undefined) touched?.(slot)
        }
      }
    } else {
      const note = forward ? change.after : change.before
      if (note) page.evidence.set(change.id, note)
      else page.evidence.delete(change.id)
    }
  }

  /** Relations of a claim come in the order of their entry, whichever way they came. */
  function relate(relation: Relation): void {
    page.relations.set(relation.id, relation)
    for (const end of [relation.fromId, relation.toId]) {
      const ids = [...(page.relationsOf.get(end) ?? []), relation.id]
      ids.sort((a, b) => numbers.get(a)! - numbers.get(b)!)
      page.relationsOf.set(end, new Set(ids))
    }
  }
}

/** Of each annotation only what claims show: there are many. */
function noteOf({ id, articleId, quote, tagIds }: Note): Note {
  return { id, articleId, quote, tagIds }
}

function unrelate({ relations, relationsOf }: ClaimPage, { id, fromId, toId }: Relation): void {
  relations.delete(id)
  for (const end of [fromId, toId]) relationsOf.get(end)?.delete(id)
}

/** Lives that changed after an event: their states since, and the one that stood then. */
function livesSince<Row extends { id: string }>(
  db: ReadDb,
  table: TableName,
  after: number,
  isWanted: (id: string) => boolean = () => true,
): Life<Row>[] {
  const earlier = db
    .prepare(`${earlierStates(table)} WHERE to_seq > ? ORDER BY to_seq`)
    .raw()
    .all(after)
  const ended = after === 0 ? [] : [...new Set((earlier as number[][]).map(([, , n]) => n!))]
  const live = db
    .prepare(
      `${liveStates(table)} WHERE n > ? UNION ALL ${liveStates(table)} WHERE n IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(after, JSON.stringify(ended.filter((n) => n <= after)))
  return livesFrom<Row>(table, earlier as unknown[][], live as unknown[][]).filter(({ states }) =>
    isWanted(states[0]!.row.id),
  )
}

/** The whole lives of the rows with these ids. */
function livesOf<Row extends { id: string }>(
  db: ReadDb,
  table: TableName,
  ids: ReadonlySet<string>,
): Life<Row>[] {
  if (ids.size === 0) return []
  const wanted = 'WHERE id IN (SELECT value FROM json_each(?))'
  const json = JSON.stringify([...ids])
  const earlier = db
    .prepare(`${earlierStates(table)} ${wanted} ORDER BY to_seq`)
    .raw()
    .all(json)
  const live = db
    .prepare(`${liveStates(table)} ${wanted}`)
    .raw()
    .all(json)
  return livesFrom<Row>(table, earlier as unknown[][], live as unknown[][])
}

function earlierStates(table: TableName): string {
  return selectRows(table)
    .replace('SELECT', 'SELECT to_seq, from_seq,')
    .replace(/FROM .*/, `FROM temp."${versionTable(table)}"`)
}

function liveStates(table: TableName): string {
  return selectRows(table).replace(/FROM .*/, `FROM main."${table}"`)
}

function livesFrom<Row extends { id: string }>(
  table: TableName,
  earlier: readonly unknown[][],
  live: readonly unknown[][],
): Life<Row>[] {
  const lives = new Map<number, Life<Row>>()
  for (const values of earlier) {
    const [to, from] = values as [number, number]
    const { n, row } = decodeRow(table, values.slice(2))
    const life = lives.get(n) ?? { n, states: [], removed: null }
    lives.set(n, life)
    life.states.push({ from, row: sharing(row as unknown as Row, life.states.at(-1)?.row) })
    life.removed = to
  }
  for (const values of live) {
    const { n, row } = decodeRow(table, values)
    const life = lives.get(n) ?? { n, states: [], removed: null }
    lives.set(n, life)
    life.states.push({
      from: life.removed ?? n,
      row: sharing(row as unknown as Row, life.states.at(-1)?.row),
    })
    life.removed = null
  }
  return [...lives.values()].sort((a, b) => a.n - b.n)
}

/** Texts that did not change from state to state are kept once. */
function sharing<Row extends object>(row: Row, before: Row | undefined): Row {
  if (before) for (const key in row) if (row[key] === before[key]) row[key] = before[key]
  return row
}
