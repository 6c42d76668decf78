import { type ComparedClaim, comparedClaims } from '../../../domain/compare/compared-claim.ts'
import type { RowOf } from '../../../domain/rows.ts'
import { EngineProblem } from '../problems.ts'
import type { ClaimBook } from './claim-book.ts'

/** Claims as comparisons take them, by topic; made when first asked for and kept until a claim, name or word changes. */
export interface ComparedTopics {
  /** The topic, or what it was merged into. Throws EngineProblem for one that is not there. */
  topic(id: string): RowOf<'topics'>
  /** Its claims, those of topics merged into it included, in order of id. */
  of(topicId: string): readonly ComparedClaim[]
  /** Every claim that has a topic, by topic. */
  all(): ReadonlyMap<string, readonly ComparedClaim[]>
  /** How many origins a topic's claims have; null where nobody has asked and it would take long. */
  origins(topicId: string): number | null
  /** The number of a claim's origin within its topic, from 1; null likewise, and for a claim without a topic. */
  originOf(claimId: string): number | null
  /** Something worked out from a topic's claims, kept as long as these. `name` says what it is. */
  keep<Value>(topicId: string, name: string, make: (claims: readonly ComparedClaim[]) => Value): Value
}

export function openComparedTopics(book: ClaimBook): ComparedTopics {
  const { tables } = book
  let version = -1
  let rows = new Map<string, RowOf<'claims'>[]>()
  const compared = new Map<string, readonly ComparedClaim[]>()
  const kept = new Map<string, unknown>()

  const topics: ComparedTopics = {
    topic(id) {
      const topic = resolve(id)
      if (!topic) {
        throw new EngineProblem(
          'unknown_topic',
          'This topic is no longer in the workspace. It was undone; History can bring it back.',
          { id },
        )
      }
      return topic
    },
    of(topicId) {
      refresh()
      const { id } = topics.topic(topicId)
      const known = compared.get(id) ?? comparedClaims(rows.get(id) ?? [], surroundings())
      compared.set(id, known)
      return known
    },
    all() {
      refresh()
      return new Map([...rows.keys()].map((id) => [id, topics.of(id)]))
    },
    origins(topicId) {
      const { id } = topics.topic(topicId)
      return book.origins.count(id, topics.of(id).length)
    },
    originOf(claimId) {
      const topicId = book.get(claimId)?.topicId
      return topicId ? book.origins.number(topicId, topics.of(topicId).length, claimId) : null
    },
    keep<Value>(topicId: string, name: string, make: (claims: readonly ComparedClaim[]) => Value): Value {
      const claims = topics.of(topicId)
      const key = `${name} ${topics.topic(topicId).id}`
      if (!kept.has(key)) kept.set(key, make(claims))
      return kept.get(key) as Value
    },
  }
  return topics

  function refresh(): void {
    if (version === book.version()) return
    version = book.version()
    compared.clear()
    kept.clear()
    rows = new Map()
    for (const claim of book.slots()) {
      const id = claim?.topicId && resolve(claim.topicId)?.id
      if (!claim || !id) continue
      const list = rows.get(id)
      if (list) list.push(claim)
      else rows.set(id, [claim])
    }
  }

  function resolve(id: string): RowOf<'topics'> | undefined {
    let topic = tables.topics.get(id)
    // A merge refuses to close a circle, so the chain ends.
    while (topic?.mergedInto) topic = tables.topics.get(topic.mergedInto)
    return topic
  }

  /** The evidence comes from the book: reading each annotation's row from the file would take most of the time. */
  function surroundings() {
    return { sources: tables.sources, articles: tables.articles, annotations: { get: book.evidenceNote } }
  }
}
