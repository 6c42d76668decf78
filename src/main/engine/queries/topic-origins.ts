import { isGraded, stands } from '../../../domain/claim/warnings.ts'
import { confirmationKeys, saysTheSame } from '../../../domain/compare/agreement/confirmation.ts'
import { type ComparedClaim, comparedClaims } from '../../../domain/compare/compared-claim.ts'
import { type Origins, originGroups } from '../../../domain/compare/independence/independence.ts'
import type { OriginRelation } from '../../../domain/compare/independence/link.ts'
import type { QuoteWords } from '../../../domain/compare/independence/wording.ts'
import type { ReadTables, RowOf, TableName } from '../../../domain/rows.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'
import type { Claim, ClaimPage, EvidenceNote } from './claim-page.ts'

/** A topic's claims with their origins. */
export interface TopicOrigins {
  claims: ReadonlyMap<string, ComparedClaim>
  origins: Origins
}

/** Who goes back to whom: found out for a topic when somebody asks, and kept until something in it changes. */
export interface OriginBook {
  of(topicId: string): TopicOrigins
  /** Of these claims alone, as they stand here. */
  among(claims: readonly Claim[]): TopicOrigins
  /** How many origins a topic of so many claims has; null where finding out would keep everybody waiting unasked. */
  count(topicId: string, claims: number): number | null
  /** The number of a claim's origin within such a topic, from 1, the largest first; null likewise. */
  number(topicId: string, claims: number, claimId: string): number | null
  /** The origin that two claims share; null when they are independent. Across topics only the two are looked at. */
  shared(one: Claim, other: Claim): string | null
  /** Whether a standing claim on its topic says the same, by a known speaker of another origin: see `saysTheSame`. */
  isAgreedWith(claim: Claim): boolean
  /** Forgets what the changed rows may have made wrong. */
  noteRows(notices: readonly RowNotice[]): void
  forget(): void
  /** Finds the origins of one topic more, for the table's warnings. False when all that need it are found. */
  warm(): boolean
}

/** What is kept of a topic: enough to tell pairs and counts. Its claims and links only while it is looked at. */
interface Kept {
  groupOf: ReadonlyMap<string, number>
  labels: readonly string[]
  /** Claims with a speaker by what they may confirm and by group. */
  agreeing: ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>
}

/** Of a topic with more claims than this the origins are found when somebody wants to see them. */
const mostUnasked = 20_000

/** Quotes taken apart in memory, at most. */
const keptQuotes = 200_000

export function openOriginBook(page: () => ClaimPage, tables: ReadTables): OriginBook {
  const kept = new Map<string, Kept>()
  let latest: { topicId: string; found: TopicOrigins } | null = null
  /** Looking through all claims for each topic anew would cost more than finding its origins. */
  let byTopic: ReadonlyMap<string | null, readonly Claim[]> | null = null
  /** By topic: its claims with a speaker, by what they may confirm. */
  const saying = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const quoteWords = new Map<string, QuoteWords>()
  /** Slots before this one have the origins of their topics found. */
  let warmed = 0

  return {
    of,
    among: find,
    count: (topicId, claims) => unasked(topicId, claims)?.labels.length ?? null,
    number: (topicId, claims, claimId) => {
      const group = unasked(topicId, claims)?.groupOf.get(claimId)
      return group === undefined ? null : group + 1
    },
    shared(one, other) {
      if (one.topicId === null || one.topicId !== other.topicId) {
        const { groups } = find([one, other]).origins
        return groups.length === 1 ? groups[0]!.label : null
      }
      const { groupOf, labels } = keptOf(one.topicId)
      const group = groupOf.get(one.id)!
      return group === groupOf.get(other.id) ? labels[group]! : null
    },
    isAgreedWith(claim) {
      if (claim.topicId === null) return false
      const keys = confirmationKeys(claim)
      const confirms = (id: string) => {
        const other = claimOf(id)!
        return id !== claim.id && stands(other) && saysTheSame(claim, other)
      }
      // Where nobody says the same, nobody's origin matters: finding those of a topic takes far longer.
      if (!kept.has(claim.topicId)) {
        const saying = sayingOn(claim.topicId)
        if (!keys.some((key) => saying.get(key)?.some(confirms))) return false
      }
      const { groupOf, agreeing } = keptOf(claim.topicId)
      const own = groupOf.get(claim.id)
      for (const key of keys) {
        for (const [group, ids] of agreeing.get(key) ?? [])
          if (group !== own && ids.some(confirms)) return true
      }
      return false
    },
    noteRows(notices) {
      latest = null
      warmed = 0
      if (notices.some(({ table }) => table === 'claims')) {
        byTopic = null
        saying.clear()
      }
      if (kept.size === 0) return
      for (const notice of notices) {
        const topics = bearsOnOrigins(notice) ? topicsOf(notice) : []
        if (topics === 'all') return forget()
        for (const topicId of topics) if (topicId) kept.delete(topicId)
      }
    },
    forget,
    warm() {
      const { slots } = page()
      for (; warmed < slots.length; warmed += 1) {
        const claim = slots[warmed]
        if (!claim || !isGraded(claim) || !claim.topicId || kept.has(claim.topicId)) continue
        of(claim.topicId)
        return true
      }
      return false
    },
  }

  function of(topicId: string): TopicOrigins {
    if (latest?.topicId === topicId) return latest.found
    const found = find(claimsOn(topicId))
    latest = { topicId, found }
    kept.set(topicId, keptOfFound(found))
    return found
  }

  function claimsOn(topicId: string): readonly Claim[] {
    byTopic ??= Map.groupBy(standing(page()), (claim) => claim.topicId)
    return byTopic.get(topicId) ?? []
  }

  function sayingOn(topicId: string): ReadonlyMap<string, readonly string[]> {
    const known = saying.get(topicId)
    if (known) return known
    const byKey = new Map<string, string[]>()
    for (const claim of claimsOn(topicId)) {
      if (claim.sourceId === null) continue
      for (const key of confirmationKeys(claim)) {
        const ids = byKey.get(key)
        if (ids) ids.push(claim.id)
        else byKey.set(key, [claim.id])
      }
    }
    saying.set(topicId, byKey)
    return byKey
  }

  function claimOf(id: string): Claim | undefined {
    const { slotOf, slots } = page()
    return slots[slotOf.get(id)!]
  }

  function keptOf(topicId: string): Kept {
    if (!kept.has(topicId)) of(topicId)
    return kept.get(topicId)!
  }

  function unasked(topicId: string, claims: number): Kept | null {
    return kept.has(topicId) || claims <= mostUnasked ? keptOf(topicId) : null
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
      if (!page().mayBeEvidence(id)) return []
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

  function forget(): void {
    kept.clear()
    latest = null
    byTopic = null
    saying.clear()
    warmed = 0
  }
}

function* standing({ slots }: ClaimPage): Generator<Claim> {
  for (const claim of slots) if (claim) yield claim
}

function keptOfFound({ claims, origins }: TopicOrigins): Kept {
  const groupOf = new Map<string, number>()
  const agreeing = new Map<string, Map<number, string[]>>()
  for (const [group, { claimIds }] of origins.groups.entries()) {
    for (const id of claimIds) {
      groupOf.set(id, group)
      const { claim } = claims.get(id)!
      if (claim.sourceId === null) continue
      for (const key of confirmationKeys(claim)) {
        const groups = agreeing.get(key) ?? new Map<number, string[]>()
        agreeing.set(key, groups)
        const known = groups.get(group)
        if (known) known.push(id)
        else groups.set(group, [id])
      }
    }
  }
  return { groupOf, labels: origins.groups.map(({ label }) => label), agreeing }
}

/** Columns that the rules of independence read. A grade, a note or a status makes no claim another origin's. */
const bearing: Partial<Record<TableName, readonly string[]>> = {
  claims: ['sourceId', 'via', 'topicId', 'stance', 'low', 'high', 'unit', 'statementFrom', 'evidence'],
  sources: ['name', 'aliases', 'kind', 'mergedInto'],
  articles: ['publisher', 'publishedDate'],
  annotations: ['articleId', 'quote'],
  relations: ['kind', 'note'],
  originLinks: ['verdict', 'note'],
}

function bearsOnOrigins({ table, changed }: RowNotice): boolean {
  return changed === null || (bearing[table]?.some((column) => changed.includes(column)) ?? false)
}
