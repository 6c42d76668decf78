import type { ClaimListItem, Warning } from '../../../contract/rows.ts'
import { warningsOf } from '../../../domain/claim/warnings.ts'
import type { ReadTables, RowOf } from '../../../domain/rows.ts'
import { decodeRow, selectRows } from '../columns.ts'
import type { ReadDb } from '../database.ts'
import type { RowNotice } from '../sqlite-tables.ts'

/**
 * All claims in memory with what the claims table shows beside them: 100,000 rows filter and sort in a fraction of
 * the time that SQL with its joins would take. Loaded at the first question, kept in step row by row.
 */
export interface ClaimBook {
  /** Grows with every change that any answer could show. */
  version(): number
  /** In order of entry; undefined where a claim was removed. */
  slots(): readonly (Claim | undefined)[]
  get(id: string): Claim | undefined
  /** Evidence that is still there, in the order of the claim's list. */
  evidenceOf(claim: Claim): { id: string; annotation: EvidenceNote }[]
  warnings(claim: Claim): Warning[]
  relationsOf(id: string): readonly Relation[]
  item(claim: Claim): ClaimListItem
  /** Claims that rest on any of the annotations, in order of entry. */
  claimsOn(annotationIds: readonly string[]): ClaimListItem[]
  /** How many claims have evidence in each article. */
  claimsByArticle(): Map<string, number>
  tables: ReadTables
  noteRows(notices: readonly RowNotice[]): void
  forget(): void
}

export type Claim = RowOf<'claims'>
type Relation = RowOf<'relations'>
/** Of an annotation that is evidence: what the claims table needs. */
export type EvidenceNote = Pick<RowOf<'annotations'>, 'articleId' | 'quote' | 'tagIds'>

/** A change of more rows than this is cheaper to read anew than to follow. */
const followedRows = 5000

interface Page {
  slots: (Claim | undefined)[]
  slotOf: Map<string, number>
  evidence: Map<string, EvidenceNote>
  relations: Map<string, Relation>
  relationsOf: Map<string, Set<string>>
}

export function openClaimBook(db: ReadDb, tables: ReadTables): ClaimBook {
  let loaded: Page | null = null
  let version = 0
  const page = () => {
    loaded ??= load(db)
    return loaded
  }
  const resting = db.prepare('SELECT id FROM claims_evidence WHERE ref = ?').pluck()

  const book: ClaimBook = {
    version: () => version,
    slots: () => page().slots,
    get,
    evidenceOf: (claim) =>
      claim.evidence.flatMap((id) => {
        const annotation = page().evidence.get(id)
        return annotation ? [{ id, annotation }] : []
      }),
    warnings: (claim) =>
      warningsOf(claim, {
        relations: relationsOf,
        claim: get,
        hasAnnotation: (id) => page().evidence.has(id),
      }),
    relationsOf,
    item,
    claimsOn(annotationIds) {
      const ids = new Set(annotationIds.flatMap((id) => resting.all(id) as string[]))
      const slots = [...ids].map((id) => page().slotOf.get(id)!).sort((a, b) => a - b)
      return slots.map((slot) => item(page().slots[slot]!))
    },
    claimsByArticle() {
      const counts = new Map<string, number>()
      for (const claim of page().slots) {
        if (!claim) continue
        const articles = new Set(book.evidenceOf(claim).map(({ annotation }) => annotation.articleId))
        for (const id of articles) counts.set(id, (counts.get(id) ?? 0) + 1)
      }
      return counts
    },
    tables,
    noteRows(notices) {
      version += 1
      if (!loaded) return
      if (notices.length > followedRows) loaded = null
      else for (const notice of notices) follow(loaded, notice, tables)
    },
    forget() {
      version += 1
      loaded = null
    },
  }
  return book

  function get(id: string): Claim | undefined {
    const slot = page().slotOf.get(id)
    return slot === undefined ? undefined : page().slots[slot]
  }

  function relationsOf(id: string): Relation[] {
    return [...(page().relationsOf.get(id) ?? [])].map((relationId) => page().relations.get(relationId)!)
  }

  function item(claim: Claim): ClaimListItem {
    const source = claim.sourceId ? tables.sources.get(claim.sourceId) : undefined
    const first = book.evidenceOf(claim)[0]?.annotation
    return {
      ...claim,
      sourceName: source?.name ?? '',
      reliability: source?.reliability ?? null,
      viaNames: claim.via.map((id) => tables.sources.get(id)?.name ?? ''),
      topicQuestion: claim.topicId ? (tables.topics.get(claim.topicId)?.question ?? '') : '',
      quote: first?.quote ?? '',
      articleId: first?.articleId ?? null,
      articleTitle: first ? (tables.articles.get(first.articleId)?.title ?? '') : '',
      relations: page().relationsOf.get(claim.id)?.size ?? 0,
      warnings: book.warnings(claim),
    }
  }
}

function load(db: ReadDb): Page {
  const page: Page = {
    slots: [],
    slotOf: new Map(),
    evidence: new Map(),
    relations: new Map(),
    relationsOf: new Map(),
  }
  for (const values of db
    .prepare(`${selectRows('claims')} ORDER BY n`)
    .raw()
    .iterate() as Rows) {
    enter(page, decodeRow('claims', values).row)
  }
  const evidence = db
    .prepare(
      'SELECT id, "articleId", quote, "tagIds" FROM annotations WHERE id IN (SELECT ref FROM claims_evidence)',
    )
    .raw()
  for (const [id, articleId, quote, tagIds] of evidence.iterate() as IterableIterator<string[]>) {
    page.evidence.set(id!, {
      articleId: articleId!,
      quote: quote!,
      tagIds: tagIds === '[]' ? [] : JSON.parse(tagIds!),
    })
  }
  for (const values of db.prepare(selectRows('relations')).raw().iterate() as Rows) {
    relate(page, decodeRow('relations', values).row)
  }
  return page
}

type Rows = IterableIterator<unknown[]>

function follow(page: Page, { table, id, row }: RowNotice, tables: ReadTables): void {
  if (table === 'claims') {
    const slot = page.slotOf.get(id)
    if (!row) {
      if (slot !== undefined) page.slots[slot] = undefined
      page.slotOf.delete(id)
      return
    }
    const claim = row as Claim
    if (slot === undefined) enter(page, claim)
    else page.slots[slot] = claim
    for (const annotationId of claim.evidence) {
      if (page.evidence.has(annotationId)) continue
      const annotation = tables.annotations.get(annotationId)
      if (annotation) page.evidence.set(annotationId, annotation)
    }
  } else if (table === 'annotations') {
    if (!row) page.evidence.delete(id)
    else if (page.evidence.has(id) || tables.claims.whereIncludes('evidence', id).length > 0) {
      page.evidence.set(id, row as RowOf<'annotations'>)
    }
  } else if (table === 'relations') {
    const old = page.relations.get(id)
    if (old) {
      page.relationsOf.get(old.fromId)?.delete(id)
      page.relationsOf.get(old.toId)?.delete(id)
      page.relations.delete(id)
    }
    if (row) relate(page, row as Relation)
  }
}

function enter(page: Page, claim: Claim): void {
  page.slotOf.set(claim.id, page.slots.length)
  page.slots.push(claim)
}

function relate(page: Page, relation: Relation): void {
  page.relations.set(relation.id, relation)
  for (const end of [relation.fromId, relation.toId]) {
    const known = page.relationsOf.get(end)
    if (known) known.add(relation.id)
    else page.relationsOf.set(end, new Set([relation.id]))
  }
}
