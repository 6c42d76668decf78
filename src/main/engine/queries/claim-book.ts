import type { NamedClaim, Warning } from '../../../contract/rows.ts'
import { warningsOf } from '../../../domain/claim/warnings.ts'
import type { ReadTables, TableName } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'
import {
  type Claim,
  type ClaimPage,
  type EvidenceNote,
  followRow,
  type LivePage,
  loadPage,
  type PastPage,
  type Relation,
  touchAround,
} from './claim-page.ts'
import { type OriginBook, openOriginBook } from './topic-origins.ts'

/**
 * All claims in memory with what the claims table shows beside them: 100,000 rows filter and sort in a fraction of
 * the time that SQL with its joins would take. Loaded piece by piece while nobody waits, or at the first question, and
 * kept in step row by row.
 */
export interface ClaimBook {
  /** Grows with every change that any answer could show. */
  version(): number
  /** In order of entry; undefined where a claim was removed. A slot is never used again. */
  slots(): readonly (Claim | undefined)[]
  get(id: string): Claim | undefined
  /** Evidence that is still there, in the order of the claim's list. */
  evidenceOf(claim: Claim): EvidenceNote[]
  /** Of an annotation that is evidence of some claim. */
  evidenceNote(annotationId: string): EvidenceNote | undefined
  warnings(claim: Claim): Warning[]
  relationsOf(id: string): readonly Relation[]
  named(claim: Claim): NamedClaim
  origins: OriginBook
  /** Claims that rest on any of the annotations, in order of entry. */
  claimsOn(annotationIds: readonly string[]): NamedClaim[]
  isLoaded(): boolean
  tables: ReadTables
  noteRows(notices: readonly RowNotice[]): void
  forget(): void
  /** Tells what anything derived from the book must forget. */
  watch(listener: (stale: Stale) => void): void
  /** Loads one piece more. False when everything is loaded. */
  warm(): boolean
}

/** A claim's slot, what depends on the names in a table, or everything. */
export type Stale = { slot: number } | { table: TableName } | 'all'

/** A change of more rows than this is cheaper to read anew than to follow. */
const followedRows = 5000

/** `past`: who keeps the page, where the book stands in the past. */
export function openClaimBook(db: ReadDb, tables: ReadTables, past: PastPage | null = null): ClaimBook {
  let loaded: ClaimPage | null = null
  /** The same page where it is the one of now. */
  let live: LivePage | null = null
  let loading: Generator<void, LivePage> | null = null
  let version = 0
  const listeners: ((stale: Stale) => void)[] = []
  const origins = openOriginBook(page, tables)
  // One statement for them all, and no joins: in the past each name is a view that looks in two places.
  const resting = db
    .prepare(
      `SELECT n, id FROM claims WHERE id IN
         (SELECT id FROM claims_evidence WHERE ref IN (SELECT value FROM json_each(?))) ORDER BY n`,
    )
    .raw()
  const [leading, arriving] = ['fromId', 'toId'].map((end) =>
    db.prepare(`SELECT "${end}" FROM relations WHERE "${end}" IN (SELECT value FROM json_each(?))`).pluck(),
  )

  const book: ClaimBook = {
    version: () => version,
    slots: () => page().slots,
    get,
    evidenceOf(claim) {
      const { evidence } = page()
      const notes: EvidenceNote[] = []
      for (const id of claim.evidence) {
        const note = evidence.get(id)
        if (note) notes.push(note)
      }
      return notes
    },
    evidenceNote: (annotationId) => page().evidence.get(annotationId),
    warnings: (claim) =>
      warningsOf(claim, {
        relations: relationsOf,
        claim: get,
        hasAnnotation: (id) => page().evidence.has(id),
        sharedOrigin: origins.shared,
        isAgreedWith: origins.isAgreedWith,
      }),
    origins,
    relationsOf,
    named,
    claimsOn(annotationIds) {
      const found = resting.all(JSON.stringify(annotationIds)) as [number, string][]
      const ids = found.map(([, id]) => id)
      if (loaded) return ids.map((id) => named(get(id)!))
      // A few claims are no reason to load all of them.
      const relations = new Map<string, number>()
      for (const select of [leading!, arriving!]) {
        for (const id of select.all(JSON.stringify(ids)) as string[])
          relations.set(id, (relations.get(id) ?? 0) + 1)
      }
      return ids.map((id) => fromFile(id, relations.get(id) ?? 0))
    },
    isLoaded: () => loaded !== null || past !== null,
    tables,
    noteRows(notices) {
      version += 1
      loading = null
      if (!loaded) return
      if (notices.length > followedRows) return forget()
      if (past) loaded = past.page((slot) => tell({ slot }))
      for (const notice of notices) follow(loaded, notice)
      origins.noteRows(notices)
      // Whether another origin confirms a claim may depend on any claim of its topic.
      tell({ table: 'originLinks' })
    },
    forget() {
      version += 1
      forget()
    },
    watch: (listener) => {
      listeners.push(listener)
    },
    warm() {
      if (!loaded) step()
      return !loaded
    },
  }
  return book

  function page(): ClaimPage {
    while (!loaded) step()
    return loaded
  }

  function step(): void {
    if (past) {
      loaded = past.page()
      return
    }
    loading ??= loadPage(db)
    const next = loading.next()
    if (!next.done) return
    live = next.value
    loaded = live
    loading = null
  }

  function forget(): void {
    loaded = null
    live = null
    loading = null
    origins.forget()
    tell('all')
  }

  function follow(held: ClaimPage, notice: RowNotice): void {
    const touched = (claimId: string) => {
      const slot = held.slotOf.get(claimId)
      if (slot !== undefined) tell({ slot })
    }
    if (live) followRow(live, notice, tables, touched)
    else touchAround(held, notice, tables, touched)
    if (notice.table === 'claims' && !notice.row) live?.slotOf.delete(notice.id)
    if (['sources', 'topics', 'articles'].includes(notice.table)) tell({ table: notice.table })
  }

  function tell(stale: Stale): void {
    for (const listener of listeners) listener(stale)
  }

  function get(id: string): Claim | undefined {
    const { slotOf, slots } = page()
    const slot = slotOf.get(id)
    return slot === undefined ? undefined : slots[slot]
  }

  function relationsOf(id: string): Relation[] {
    const { relations, relationsOf: around } = page()
    const ids = around.get(id)
    return ids ? [...ids].map((relationId) => relations.get(relationId)!) : []
  }

  function named(claim: Claim): NamedClaim {
    return withNames(claim, book.evidenceOf(claim)[0], page().relationsOf.get(claim.id)?.size ?? 0)
  }

  /** The same of a claim that is read by itself. */
  function fromFile(id: string, relations: number): NamedClaim {
    const claim = tables.claims.get(id)!
    const first = claim.evidence.map((annotationId) => tables.annotations.get(annotationId)).find(Boolean)
    return withNames(claim, first, relations)
  }

  function withNames(claim: Claim, first: EvidenceNote | undefined, relations: number): NamedClaim {
    const source = claim.sourceId ? tables.sources.get(claim.sourceId) : undefined
    return {
      ...claim,
      sourceName: source?.name ?? '',
      reliability: source?.reliability ?? null,
      viaNames: claim.via.map((id) => tables.sources.get(id)?.name ?? ''),
      topicQuestion: claim.topicId ? (tables.topics.get(claim.topicId)?.question ?? '') : '',
      quote: first?.quote ?? '',
      articleId: first?.articleId ?? null,
      articleTitle: first ? (tables.articles.get(first.articleId)?.title ?? '') : '',
      relations,
    }
  }
}
