import type { ChangeCounts, ComparedMoment } from '../../../contract/changes.ts'
import {
  type ChangeKind,
  type ComparedTable,
  changeKind,
  changeKinds,
  comparedTables,
  differences,
} from '../../../domain/changes/difference.ts'
import { type RowChange, tellDifference } from '../../../domain/changes/tell.ts'
import { type RowOf, streamOf } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import { emptyHead, readHead } from '../log/log.ts'
import { openTexts } from '../log/texts.ts'
import { EngineProblem } from '../problems.ts'
import { unwatched, type Watch } from '../watch.ts'
import { touchesBetween } from './pass.ts'
import { type States, statesBetween } from './states.ts'

/** A row that differs, without its words. */
export interface Changed {
  table: ComparedTable
  id: string
  kind: ChangeKind
  /** For claims: the topic it is under, or was. */
  topicId: string | null
  /** Its last event between the moments. */
  last: number
}

/** What differs between two moments of a workspace. */
export interface Between {
  from: ComparedMoment
  to: ComparedMoment
  counts: ChangeCounts
  /** By table, then kind, then last event: the same for the same two moments, whatever was done since. */
  changed: readonly Changed[]
  /** One of them in words, named as they were called at the second moment. */
  tell(changed: Pick<Changed, 'table' | 'id'>): RowChange
  states: States
  /** The canonical text of an article; undefined for one that the workspace never had. */
  textOf(articleId: string): string | undefined
  /** An analyst's name at the second moment. */
  analyst(id: string): string
  /** The name that the first moment had at the second one; null when it had none. */
  fromName: string | null
}

/**
 * Compares the workspace after event `from` with itself after event `to`. Looks only at rows that an event between
 * them touched, so the cost grows with the events between. `watch` counts events.
 *
 * Throws an EngineProblem for a number past the head (`no_such_moment`), a second moment before the first
 * (`moments_reversed`), and `cancelled`.
 */
export function openBetween(db: ReadDb, from: number, to: number, watch: Watch = unwatched): Between {
  const head = readHead(db).seq
  for (const seq of [from, to]) {
    if (seq > head) {
      throw new EngineProblem(
        'no_such_moment',
        `There is no event ${seq}: the log ends at event ${head}. Choose a number from 0 to ${head}.`,
        { seq, head },
      )
    }
  }
  if (from > to) {
    throw new EngineProblem(
      'moments_reversed',
      `Event ${from} comes after event ${to}. Changes are told from the earlier moment to the later one: swap the two.`,
      { from, to },
    )
  }
  const states = statesBetween(db, from, to)
  const changed = findChanged(db, from, to, watch)
  const texts = openTexts(db)
  const articleOf = (id: string) => states.names.row('articles', id) as RowOf<'articles'> | undefined
  const textOf = (articleId: string) => {
    const article = articleOf(articleId)
    return article && texts.get(article.textHash)
  }
  // A change is told also where its article's text is damaged, only without the words around it.
  const toldText = (articleId: string) => {
    const article = articleOf(articleId)
    return article && texts.find(article.textHash)
  }
  return {
    from: momentAt(db, from),
    to: momentAt(db, to),
    counts: count(changed),
    changed,
    states,
    textOf,
    fromName: nameOf(db, from, to, states),
    analyst: (id) => (states.names.row('analysts', id)?.name as string | undefined) ?? id,
    tell({ table, id }) {
      const [difference] = differences(states.before, states.after, [`${table}/${id}`])
      if (!difference) throw new Error(`${table}/${id} is the same at both moments`)
      return tellDifference(difference, states.steps(table, id), {
        names: states.names,
        textOf: toldText,
      })
    },
  }
}

function findChanged(db: ReadDb, from: number, to: number, watch: Watch): Changed[] {
  const changed: Changed[] = []
  for (const { before, after, streams, last } of touchesBetween(db, from, to, watch)) {
    for (const difference of differences(before, after, streams)) {
      const { table, id } = difference
      const row = difference.after ?? difference.before
      changed.push({
        table,
        id,
        kind: changeKind(difference),
        topicId: table === 'claims' ? (row?.topicId as string | null) : null,
        last: last(streamOf(table, id)),
      })
    }
  }
  return changed.sort(
    (a, b) =>
      comparedTables.indexOf(a.table) - comparedTables.indexOf(b.table) ||
      changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
      a.last - b.last,
  )
}

function count(changed: readonly Changed[]): ChangeCounts {
  const counts = Object.fromEntries(
    comparedTables.map((table) => [table, Object.fromEntries(changeKinds.map((kind) => [kind, 0]))]),
  ) as ChangeCounts
  for (const { table, kind } of changed) counts[table][kind] += 1
  return counts
}

function momentAt(db: ReadDb, seq: number): ComparedMoment {
  const row = db.prepare('SELECT hash, at FROM log WHERE seq = ?').get(seq) as
    | { hash: Buffer; at: string }
    | undefined
  return { seq, hash: (row?.hash ?? emptyHead.hash).toString('hex'), at: row?.at ?? null }
}

/** What somebody named the moment `seq`, as of event `to`; the first of several. */
function nameOf(db: ReadDb, seq: number, to: number, { after }: States): string | null {
  const ids = db
    .prepare(
      "SELECT DISTINCT substr(stream, 9) FROM log WHERE stream >= 'moments/' AND stream < 'moments0' AND seq <= ? ORDER BY stream",
    )
    .pluck()
    .all(to) as string[]
  return ids.map((id) => after.moments.get(id)).find((moment) => moment?.seq === seq)?.name ?? null
}
