import { type ComparedClaim, comparedClaims } from '../../../domain/compare/compared-claim.ts'
import { type OriginRelation, type Origins, originGroups } from '../../../domain/compare/independence.ts'
import type { QuoteWords } from '../../../domain/compare/independence-wording.ts'
import type { ReadTables, RowOf } from '../../../domain/rows.ts'
import type { RowNotice } from '../sqlite-tables.ts'
import type { Claim, ClaimPage, EvidenceNote } from './claim-page.ts'

/** A topic's claims with their origins. */
export interface TopicOrigins {
  claims: ReadonlyMap<string, ComparedClaim>
  origins: Origins
}

/** Who goes back to whom: found out for a topic when somebody asks, and kept until something in it changes. */
export interface OriginBook {
  of(topicId: string): TopicOrigins
  /** How many origins a topic has. */
  count(topicId: string): number
  /** The origin that two claims share; null when they are independent. Across topics only the two are looked at. */
  shared(one: Claim, other: Claim): string | null
  /** Forgets what the changed rows may have made wrong. True when any topic was forgotten. */
  noteRows(notices: readonly RowNotice[]): boolean
  forget(): void
}

/** What is kept of a topic: enough to tell pairs and counts. Its claims and links only while it is looked at. */
interface Kept {
  groupOf: ReadonlyMap<string, number>
  labels: readonly string[]
}

/** Quotes taken apart in memory, at most. */
const keptQuotes = 200_000

export function openOriginBook(page: () => ClaimPage, tables: ReadTables): OriginBook {
  const kept = new Map<string, Kept>()
  let latest: { topicId: string; found: TopicOrigins } | null = null
  const quoteWords = new Map<string, QuoteWords>()

  return {
    of,
    count: (topicId) => keptOf(topicId).labels.length,
    shared(one, other) {
      if (one.topicId === null || one.topicId !== other.topicId) {
        const { groups } = find([one, other]).origins
        return groups.length === 1 ? groups[0]!.label : null
      }
      const { groupOf, labels } = keptOf(one.topicId)
      const group = groupOf.get(one.id)!
      return group === groupOf.get(other.id) ? labels[group]! : null
    },
    noteRows(notices) {
      if (kept.size === 0) return false
      const before = kept.size
      for (const notice of notices) {
        const topics = topicsOf(notice)
        if (topics === 'all') {
          forget()
          break
        }
        for (const topicId of topics) drop(topicId)
      }
      return kept.size < before
    },
    forget,
  }

  function of(topicId: string): TopicOrigins {
    if (latest?.topicId === topicId) return latest.found
    const found = find(page().slots.filter((claim): claim is Claim => claim?.topicId === topicId))
    latest = { topicId, found }
    const { groups } = found.origins
    kept.set(topicId, {
      groupOf: new Map(groups.flatMap(({ claimIds }, group) => claimIds.map((id) => [id, group] as const))),
      labels: groups.map(({ label }) => label),
    })
    return found
  }

  function keptOf(topicId: string): Kept {
    if (!kept.has(topicId)) of(topicId)
    return kept.get(topicId)!
  }

  function find(rows: readonly Claim[]): TopicOrigins {
    if (quoteWords.size > keptQuotes) quoteWords.clear()
    const { evidence } = page()
    const annotations = { get: (id: string): EvidenceNote | undefined => evidence.get(id) }
    const claims = comparedClaims(rows, { sources: tables.sources, articles: tables.articles, annotations })
    return {
      claims: new Map(claims.map((compared) => [compared.claim.id, compared])),
      origins: originGroups(claims, relationsAmong(rows), tables.originLinks.all(), { quoteWords }),
    }
  }

  function* relationsAmong(rows: readonly Claim[]): Generator<OriginRelation> {
    const { relations, relationsOf } = page()
    for (const { id } of rows) {
      for (const relationId of relationsOf.get(id) ?? []) {
        const relation = relations.get(relationId)!
        if (relation.fromId === id) yield relation
      }
    }
  }

  function topicsOf({ table, id, row, old }: RowNotice): 'all' | readonly (string | null | undefined)[] {
    if (table === 'sources' || table === 'articles') return 'all'
    const states = [old, row].filter((state) => state !== null)
    if (table === 'claims') {
      return states.length === 0 ? 'all' : (states as Claim[]).map(({ topicId }) => topicId)
    }
    if (table === 'annotations') {
      return tables.claims.whereIncludes('evidence', id).map(({ topicId }) => topicId)
    }
    if (table === 'relations') {
      return (states as RowOf<'relations'>[]).flatMap(({ fromId, toId }) => [topicOf(fromId), topicOf(toId)])
    }
    if (table === 'originLinks') {
      return (states as RowOf<'originLinks'>[]).flatMap(({ oneId, otherId }) => [
        topicOf(oneId),
        topicOf(otherId),
      ])
    }
    return []
  }

  function topicOf(claimId: string): string | null | undefined {
    return tables.claims.get(claimId)?.topicId
  }

  function drop(topicId: string | null | undefined): void {
    if (!topicId) return
    kept.delete(topicId)
    if (latest?.topicId === topicId) latest = null
  }

  function forget(): void {
    kept.clear()
    latest = null
  }
}
