import { z } from 'zod'
import { makeAnnotations, spanSchema } from '../annotation/spans.ts'
import { assessmentCleared } from '../assessment/events.ts'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { findingReopened } from '../finding/events.ts'
import { verdictsAbout } from '../finding/rules.ts'
import { originLinkCleared } from '../origin-link/events.ts'
import { reject } from '../rejection.ts'
import { relationRemoved } from '../relation/events.ts'
import type { ReadTables } from '../rows.ts'
import { idSchema } from '../scalars.ts'
import { sourceAdded } from '../source/events.ts'
import { sourceFields } from '../source/row.ts'
import { checkNames } from '../source/rules.ts'
import { claimChanged, claimEvidenceSet, claimMade, claimRemoved, suggestionNote } from './events.ts'
import { type ClaimFields, emptyClaim, fieldOfColumn, nounOf } from './fields.ts'
import { fieldsOfNewClaim } from './new-claim.ts'
import { claimFields, mostEvidence } from './row.ts'
import { checkClaim } from './rules.ts'

const many = z.array(idSchema).min(1).max(100_000)

const newSource = z.strictObject({ id: idSchema, name: sourceFields.name, kind: sourceFields.kind })
/** A speaker and the longest chain. */
const mostNewSources = 51

export const makeClaim = defineCommand({
  type: 'claim.make',
  summary: 'Makes a claim that rests on annotations, existing ones or spans marked in the same step.',
  args: z.strictObject({
    id: idSchema,
    ...fieldsOfNewClaim,
    evidence: z.array(idSchema).max(mostEvidence).default([]),
    spans: z.array(spanSchema).max(mostEvidence).default([]),
    /** Speakers and mediators that are no sources yet: added in the same step. */
    sources: z.array(newSource).max(mostNewSources).optional(),
    /** Where the claim began as a suggestion: which, and what it was founded on. */
    suggestion: suggestionNote.optional(),
  }),
  decide({ id, spans, evidence, sources = [], suggestion = null, ...given }, context) {
    const { tables } = context
    const fields: ClaimFields = { ...emptyClaim, ...given }
    unused(tables, 'claims', id)
    const added = addSources(tables, sources)
    checkFields(tables, fields, fields, new Set(sources.map((source) => source.id)))
    allExisting(tables, 'annotations', evidence)
    const marked = makeAnnotations(spans, context)
    const rests = [...new Set([...evidence, ...spans.map((span) => span.id)])]
    checkEvidence(rests)
    return {
      label: `${suggestion ? 'accept the suggestion' : 'claim'} “${short(fields.statement)}”`,
      events: [...added, ...marked, claimMade.on(id, { ...fields, evidence: rests, suggestion })],
    }
  },
})

export const changeClaims = defineCommand({
  type: 'claim.change',
  summary: 'Changes fields of one claim, or the same fields of many in one step.',
  args: z.strictObject({ ids: many, set: z.strictObject(claimFields).partial() }),
  decide({ ids, set }, { tables }) {
    const events = allExisting(tables, 'claims', ids).flatMap((claim) => {
      const changed = changedFields(claim, set)
      if (!changed) return []
      checkFields(tables, { ...claim, ...changed }, changed)
      return [claimChanged.on(claim.id, { set: changed })]
    })
    const fields = events
      .flatMap((event) => Object.keys((event.payload as { set: object }).set))
      .map((column) => nounOf(fieldOfColumn(column)!))
    const what =
      events.length === 1
        ? `“${short(tables.claims.get(events[0]!.stream.slice('claims/'.length))!.statement)}”`
        : countOf(events.length, 'claim')
    return { label: `change ${[...new Set(fields)].join(', ')} of ${what}`, events }
  },
})

export const attachEvidence = defineCommand({
  type: 'claim.attach',
  summary: 'Adds evidence to a claim: annotations, or spans marked in the same step.',
  args: z.strictObject({
    id: idSchema,
    evidence: z.array(idSchema).max(mostEvidence).default([]),
    spans: z.array(spanSchema).max(mostEvidence).default([]),
  }),
  decide({ id, evidence, spans }, context) {
    const claim = existing(context.tables, 'claims', id)
    allExisting(context.tables, 'annotations', evidence)
    const marked = makeAnnotations(spans, context)
    const next = [...new Set([...claim.evidence, ...evidence, ...spans.map((span) => span.id)])]
    checkEvidence(next)
    const added = next.length - claim.evidence.length
    return {
      label: `add ${countOf(added, 'piece')} of evidence to “${short(claim.statement)}”`,
      events: added === 0 ? [] : [...marked, claimEvidenceSet.on(id, { evidence: next })],
    }
  },
})

export const detachEvidence = defineCommand({
  type: 'claim.detach',
  summary: 'Takes evidence off a claim; the annotations stay.',
  args: z.strictObject({ id: idSchema, evidence: z.array(idSchema).min(1).max(mostEvidence) }),
  decide({ id, evidence }, { tables }) {
    const claim = existing(tables, 'claims', id)
    const next = claim.evidence.filter((annotationId) => !evidence.includes(annotationId))
    return {
      label: `take evidence off “${short(claim.statement)}”`,
      events: next.length === claim.evidence.length ? [] : [claimEvidenceSet.on(id, { evidence: next })],
    }
  },
})

export const removeClaims = defineCommand({
  type: 'claim.remove',
  summary:
    'Removes claims with their relations, corrections and ratings as evidence. To keep one on record as taken back, set its status to withdrawn.',
  args: z.strictObject({ ids: many }),
  decide({ ids }, { tables }) {
    const claims = allExisting(tables, 'claims', ids)
    const relations = new Set<string>()
    const corrections = new Set<string>()
    const assessments = claims.flatMap(({ id }) => tables.assessments.where('claimId', id))
    for (const { id } of claims) {
      for (const relation of tables.relations.where('fromId', id)) relations.add(relation.id)
      for (const relation of tables.relations.where('toId', id)) relations.add(relation.id)
      for (const link of tables.originLinks.where('oneId', id)) corrections.add(link.id)
      for (const link of tables.originLinks.where('otherId', id)) corrections.add(link.id)
    }
    return {
      label:
        claims.length === 1
          ? `remove the claim “${short(claims[0]!.statement)}”`
          : `remove ${countOf(claims.length, 'claim')}`,
      events: [
        ...[...relations].map((id) => relationRemoved.on(id, {})),
        ...[...corrections].map((id) => originLinkCleared.on(id, {})),
        ...assessments.map(({ id }) => assessmentCleared.on(id, {})),
        ...verdictsAbout(
          tables,
          claims.map(({ id }) => id),
        ).map(({ id }) => findingReopened.on(id, {})),
        ...claims.map(({ id }) => claimRemoved.on(id, {})),
      ],
    }
  },
})

function addSources(tables: ReadTables, sources: readonly z.output<typeof newSource>[]): NewEvent[] {
  const ids = new Set<string>()
  const names = new Set<string>()
  return sources.map(({ id, ...source }) => {
    unused(tables, 'sources', id)
    checkNames(tables, [source.name], id)
    const name = source.name.toLocaleLowerCase('en')
    if (ids.has(id) || names.has(name)) {
      reject('id_taken', `Two new sources of this command are the same: “${source.name}”.`, { id })
    }
    ids.add(id)
    names.add(name)
    return sourceAdded.on(id, { ...source, aliases: [], reliability: null, note: '' })
  })
}

/**
 * Rules that hold for a claim as a whole. Only references among `touched` must still be offered; sources `added` in
 * the same step are.
 */
function checkFields(
  tables: ReadTables,
  fields: ClaimFields,
  touched: Partial<ClaimFields> = fields,
  added: ReadonlySet<string> = new Set(),
): void {
  checkClaim(fields)
  for (const id of [touched.sourceId, ...(touched.via ?? [])]) {
    if (!id || added.has(id)) continue
    const source = existing(tables, 'sources', id)
    const into = source.mergedInto && tables.sources.get(source.mergedInto)
    if (source.retired)
      reject(
        'source_retired',
        into
          ? `The source “${source.name}” was merged into “${into.name}”. Choose that one, or another.`
          : `The source “${source.name}” is retired. Choose another, or reinstate it in the Codebook.`,
        { id },
      )
  }
  if (touched.topicId) {
    const topic = existing(tables, 'topics', touched.topicId)
    const into = topic.mergedInto && tables.topics.get(topic.mergedInto)
    if (topic.retired)
      reject(
        'topic_retired',
        into
          ? `The topic “${short(topic.question)}” was merged into “${short(into.question)}”. Choose that one, or another.`
          : `The topic “${short(topic.question)}” is retired. Choose another, or reinstate it in the Codebook.`,
      )
  }
}

function checkEvidence(annotationIds: readonly string[]): void {
  if (annotationIds.length <= mostEvidence) return
  reject(
    'too_much_evidence',
    `A claim can rest on ${mostEvidence} annotations at most; this would be ${annotationIds.length}. Nothing was changed; attach fewer, or make a second claim.`,
  )
}
