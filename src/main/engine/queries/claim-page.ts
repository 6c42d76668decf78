import type { ReadTables, RowOf } from '../../../domain/rows.ts'
import type { ReadDb, ReadStatement } from '../log/database.ts'
import { decodeRow, selectRows } from '../tables/columns.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'

export type Claim = RowOf<'claims'>
export type Relation = RowOf<'relations'>
/** Of an annotation that is evidence: what the claims table needs. */
export type EvidenceNote = Pick<RowOf<'annotations'>, 'articleId' | 'quote' | 'tagIds'>

/** What the claim book holds in memory. */
export interface ClaimPage {
  /** In order of entry; undefined where a claim was removed. */
  slots: readonly (Claim | undefined)[]
  slotOf: Keyed<number>
  /** Annotations that are evidence of some claim. */
  evidence: Keyed<EvidenceNote>
  relations: Keyed<Relation>
  /** Ids of the relations that begin or end at a claim. */
  relationsOf: Keyed<ReadonlySet<string>>
  /** Whether a claim may list the annotation as evidence. No for nearly all marks, which then need not be looked up. */
  mayBeEvidence(annotationId: string): boolean
}

export interface Keyed<Value> {
  get(id: string): Value | undefined
  has(id: string): boolean
}

/** The page of now, which is brought in step with each changed row. */
export interface LivePage extends ClaimPage {
  slots: (Claim | undefined)[]
  slotOf: Map<string, number>
  evidence: Map<string, EvidenceNote>
  /** Ids that some claim lists, or once listed, as evidence and that no annotation has: one may come back under them. */
  lost: Set<string>
  relations: Map<string, Relation>
  relationsOf: Map<string, Set<string>>
}

/** The page at a moment of the past, where whoever keeps it knows what changes from moment to moment. */
export interface PastPage {
  /** Brings the page to the moment that is looked at; tells the slots of claims, and of ends of relations, that changed. */
  page(touched?: (slot: number) => void): ClaimPage
}

/** Rows read between two pauses. */
const pieceLength = 2000

/** Reads a page with pauses. To be begun anew when a row changes meanwhile. */
export function* loadPage(db: ReadDb): Generator<void, LivePage> {
  const page: LivePage = {
    slots: [],
    slotOf: new Map(),
    evidence: new Map(),
    lost: new Set(),
    relations: new Map(),
    relationsOf: new Map(),
    mayBeEvidence: (id) => page.evidence.has(id) || page.lost.has(id),
  }
  const inOrder = `WHERE n > ? ORDER BY n LIMIT ${pieceLength}`
  yield* piecewise(db.prepare(`${selectRows('claims')} ${inOrder}`), (values) => {
    enter(page, decodeRow('claims', values).row)
  })
  yield* piecewise(db.prepare(`${selectRows('relations')} ${inOrder}`), (values) => {
    relate(page, decodeRow('relations', values).row)
  })
  const evidence = db.prepare(
    `SELECT n, id, "articleId", quote, "tagIds" FROM annotations
     WHERE n > ? AND EXISTS (SELECT 1 FROM claims_evidence WHERE ref = annotations.id)
     ORDER BY n LIMIT ${pieceLength}`,
  )
  yield* piecewise(evidence, ([, id, articleId, quote, tagIds]) => {
    const tags: string[] = tagIds === '[]' ? [] : JSON.parse(tagIds as string)
    page.evidence.set(id as string, {
      articleId: articleId as string,
      quote: quote as string,
      tagIds: tags,
    })
  })
  for (const claim of page.slots) {
    for (const id of claim!.evidence) if (!page.evidence.has(id)) page.lost.add(id)
  }
  return page
}

/** Brings the page in step with one changed row. Tells the claims whose answers may differ now. */
export function followRow(
  page: LivePage,
  { table, id, row }: RowNotice,
  tables: ReadTables,
  touched: (claimId: string) => void,
): void {
  if (table === 'claims') followClaim(page, id, row as Claim | null, tables)
  else if (table === 'relations') followRelation(page, id, row as Relation | null, touched)
  else if (table === 'annotations' && page.mayBeEvidence(id)) {
    const resting = tables.claims.whereIncludes('evidence', id)
    if (!row) {
      page.evidence.delete(id)
      page.lost.add(id)
    } else if (resting.length > 0) page.evidence.set(id, row as RowOf<'annotations'>)
    for (const claim of resting) touched(claim.id)
  }
  if (table === 'claims') touchWithNeighbours(page, id, touched)
}

/** The same of a page that is in step already, for claims that are not themselves told of. */
export function touchAround(
  page: ClaimPage,
  { table, id }: RowNotice,
  tables: ReadTables,
  touched: (claimId: string) => void,
): void {
  if (table === 'claims') touchWithNeighbours(page, id, touched)
  else if (table === 'annotations' && page.mayBeEvidence(id)) {
    for (const claim of tables.claims.whereIncludes('evidence', id)) touched(claim.id)
  }
}

/** Whether a neighbour has an independent origin depends on this claim. */
function touchWithNeighbours(page: ClaimPage, id: string, touched: (claimId: string) => void): void {
  touched(id)
  for (const relationId of page.relationsOf.get(id) ?? []) {
    const { fromId, toId } = page.relations.get(relationId)!
    touched(fromId === id ? toId : fromId)
  }
}

function followClaim(page: LivePage, id: string, claim: Claim | null, tables: ReadTables): void {
  const slot = page.slotOf.get(id)
  if (!claim) {
    // The slot keeps its place in slotOf until the change has been told.
    if (slot !== undefined) page.slots[slot] = undefined
    return
  }
  if (slot === undefined || page.slots[slot] === undefined) enter(page, claim)
  else page.slots[slot] = claim
  for (const annotationId of claim.evidence) {
    if (page.evidence.has(annotationId)) continue
    const annotation = tables.annotations.get(annotationId)
    if (annotation) page.evidence.set(annotationId, annotation)
    else page.lost.add(annotationId)
  }
}

function followRelation(
  page: LivePage,
  id: string,
  relation: Relation | null,
  touched: (claimId: string) => void,
): void {
  const old = page.relations.get(id)
  if (old) {
    page.relations.delete(id)
    for (const end of [old.fromId, old.toId]) {
      page.relationsOf.get(end)?.delete(id)
      touched(end)
    }
  }
  if (!relation) return
  relate(page, relation)
  touched(relation.fromId)
  touched(relation.toId)
}

function enter(page: LivePage, claim: Claim): void {
  page.slotOf.set(claim.id, page.slots.length)
  page.slots.push(claim)
}

function relate(page: LivePage, relation: Relation): void {
  page.relations.set(relation.id, relation)
  for (const end of [relation.fromId, relation.toId]) {
    const known = page.relationsOf.get(end)
    if (known) known.add(relation.id)
    else page.relationsOf.set(end, new Set([relation.id]))
  }
}

/** Runs a statement that takes the last row number seen, piece by piece with a pause after each. */
function* piecewise(select: ReadStatement, use: (values: unknown[]) => void): Generator<void> {
  const read = select.raw()
  for (let after = 0; ; ) {
    const rows = read.all(after) as unknown[][]
    for (const values of rows) use(values)
    if (rows.length < pieceLength) return
    after = rows[rows.length - 1]![0] as number
    yield
  }
}
