import type { TableName } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import type { Claim, ClaimPage, EvidenceNote, Keyed, PastPage, Relation } from '../queries/claim-page.ts'
import { decodeRow, selectRows } from '../tables/columns.ts'
import { versionTable } from './versions.ts'

/** What the claim book holds, at any moment: read once, then brought from moment to moment by what changed between. */
export interface ClaimHistory extends PastPage {
  /** Reads on to `head`, if anything was read before. */
  follow(head: number): void
  /** The moment that the next page is asked for. */
  goTo(seq: number): void
}

/** A life of a claim, a relation or a piece of evidence, as it is at the moment of the page. */
interface Held {
  n: number
  /** A claim's place among all that ever were; -1 for others. */
  slot: number
  row: Row | null
}

type Row = Claim | Relation | Note

/** A life became another thing at event `seq`: forward it becomes `after`, backward `before`. */
interface Change {
  seq: number
  held: Held
  before: Row | null
  after: Row | null
}

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

/**
 * A jump may change a hundred thousand rows, so a change is one assignment: every life that there ever was keeps its
 * place in the look-ups, and those that do not stand at the moment are passed over by whoever looks.
 */
export function openClaimHistory(db: ReadDb): ClaimHistory {
  const changes: Change[] = []
  const lives = new Map<number, Held>()
  const slots: (Claim | undefined)[] = []
  /** Ids that a claim ever listed as evidence. */
  const listed = new Set<string>()
  const byId = { claims: lookUp(), notes: lookUp(), relations: lookUp(), relationsOf: lookUp() }
  const page: ClaimPage = {
    slots,
    slotOf: keyed((id) => standing(byId.claims, id)?.slot),
    evidence: keyed((id) => standing(byId.notes, id)?.row as Note | undefined),
    relations: keyed((id) => standing(byId.relations, id)?.row as Relation | undefined),
    relationsOf: keyed(relationsOf),
    mayBeEvidence: (id) => listed.has(id),
  }
  let read: number | null = null
  let head = 0
  let wanted = 0
  /** Changes up to here are in the page. */
  let done = 0

  return {
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
      for (const { row } of states) for (const id of row.evidence) if (!listed.has(id)) fresh.add(id)
    }
    const known = after === 0 ? [] : livesSince<Note>(db, 'annotations', after, (id) => listed.has(id))
    const late = livesOf<Note>(db, 'annotations', fresh)
    for (const id of fresh) listed.add(id)
    // An annotation may have stood long before it became evidence: then its past comes between what was read.
    const at = done === 0 ? 0 : changes[done - 1]!.seq
    const between = late.some(({ states }) => states[0]!.from <= at)
    if (between) move(0)
    for (const life of claims) enter(life, after, byId.claims)
    for (const life of livesSince<Relation>(db, 'relations', after)) {
      const held = enter(life, after, byId.relations)
      for (const { row } of life.states) {
        for (const end of [row.fromId, row.toId]) place(byId.relationsOf, end, held)
      }
    }
    for (const life of known) enter(noted(life), after, byId.notes)
    for (const life of late) enter(noted(life), 0, byId.notes)
    changes.sort((a, b) => a.seq - b.seq)
    read = head
    if (between) move(at)
  }

  function enter({ n, states, removed }: Life<Row>, after: number, table: LookUp): Held {
    let held = lives.get(n)
    if (!held) {
      held = { n, slot: table === byId.claims ? slots.push(undefined) - 1 : -1, row: null }
      lives.set(n, held)
      place(table, states[0]!.row.id, held)
    }
    let before: Row | null = null
    for (const { from, row } of states) {
      if (from > after) changes.push({ seq: from, held, before, after: row })
      before = row
    }
    if (removed !== null) changes.push({ seq: removed, held, before, after: null })
    return held
  }

  function move(seq: number, touched?: (slot: number) => void): void {
    for (; done < changes.length && changes[done]!.seq <= seq; done += 1) {
      const { held, before, after } = changes[done]!
      become(held, before, after, touched)
    }
    for (; done > 0 && changes[done - 1]!.seq > seq; done -= 1) {
      const { held, before, after } = changes[done - 1]!
      become(held, after, before, touched)
    }
  }

  function become(held: Held, old: Row | null, row: Row | null, touched?: (slot: number) => void): void {
    held.row = row
    if (held.slot >= 0) {
      slots[held.slot] = (row as Claim | null) ?? undefined
      touched?.(held.slot)
    } else if (touched) {
      for (const state of [old, row]) {
        if (!state || !('fromId' in state)) continue
        for (const end of [state.fromId, state.toId]) {
          const slot = page.slotOf.get(end)
          if (slot !== undefined) touched(slot)
        }
      }
    }
  }

  /** In the order of their entry. */
  function relationsOf(claimId: string): Set<string> | undefined {
    const around = byId.relationsOf.get(claimId)
    if (!around) return undefined
    const ids = new Set<string>()
    for (const { row } of around) {
      const relation = row as Relation | null
      if (relation && (relation.fromId === claimId || relation.toId === claimId)) ids.add(relation.id)
    }
    return ids
  }
}

/** Every life that an id ever had, or that ever touched it, in the order of their entry. */
type LookUp = Map<string, Held[]>

function lookUp(): LookUp {
  return new Map()
}

function place(table: LookUp, id: string, held: Held): void {
  const there = table.get(id)
  if (!there) table.set(id, [held])
  else if (!there.includes(held)) {
    there.push(held)
    there.sort((a, b) => a.n - b.n)
  }
}

/** At most one life of an id stands at any moment. */
function standing(table: LookUp, id: string): Held | undefined {
  const there = table.get(id)
  if (!there || there.length === 1) return there?.[0]?.row ? there[0] : undefined
  return there.find(({ row }) => row)
}

function keyed<Value>(get: (id: string) => Value | undefined): Keyed<Value> {
  return { get, has: (id) => get(id) !== undefined }
}

/** Of each annotation only what claims show: there are many. */
function noted({ n, states, removed }: Life<Note>): Life<Note> {
  return {
    n,
    removed,
    states: states.map(({ from, row: { id, articleId, quote, tagIds } }) => ({
      from,
      row: { id, articleId, quote, tagIds },
    })),
  }
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
