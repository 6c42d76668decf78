import type { ExportTable } from '../../../contract/export-tables.ts'
import { originNumbers, originsOf } from '../../../domain/brief/comparison/independence.ts'
import { unconfirmedClaims } from '../../../domain/brief/comparison/unconfirmed.ts'
import { afterMerge } from '../../../domain/brief/merges.ts'
import { quantityWords } from '../../../domain/claim/quantity.ts'
import {
  type AgreementFinding,
  agreementOf,
  compareClaims,
} from '../../../domain/compare/agreement/agreement.ts'
import { chronologyOf } from '../../../domain/compare/chronology/chronology.ts'
import { type ComparedClaim, comparedClaims } from '../../../domain/compare/compared-claim.ts'
import { achMatrix } from '../../../domain/compare/hypotheses/ach-matrix.ts'
import { matrixByThings, saidWords } from '../../../domain/compare/matrix/matrix.ts'
import { spreadOf } from '../../../domain/compare/spread/spread.ts'
import { findingKinds } from '../../../domain/finding/row.ts'
import type { ReadTables, RowOf } from '../../../domain/rows.ts'
import type { Cell, TableWriter } from './table.ts'

type Comparison = Extract<
  ExportTable,
  'spread' | 'matrix' | 'agreement' | 'independence' | 'chronology' | 'hypotheses'
>

/** Findings of a kind in a topic that are written, at most: a topic of many claims has millions. */
export const mostFindings = 1000

/**
 * What comparing the claims of each topic gives, topic by topic in order of id, claims of merged topics with the one that
 * they were merged into. One topic is held in memory at a time. Columns only ever grow at the end.
 */
export const comparisonTables: Record<Comparison, TableWriter> = {
  spread: {
    columns: [
      ...topicColumns(),
      'thing',
      'claim_id',
      'speaker_id',
      'speaker',
      'speaker_reliability',
      'stance',
      'status',
      'credibility',
      'qualifier',
      'low',
      'high',
      'converted',
      'quantity',
      'event_from',
      'event_to',
      'said_from',
      'said_to',
      'origin',
      'statement',
      'quote',
    ],
    ...byTopic(function* (topic, claims, tables) {
      const byId = new Map(claims.map((compared) => [compared.claim.id, compared]))
      for (const { name, marks } of spreadOf(topic, claims, originNumbers(originsOf({ claims, tables })))
        .groups) {
        for (const mark of marks) {
          const { claim, source, evidence } = byId.get(mark.claimId)!
          yield [
            ...topicCells(topic),
            name,
            claim.id,
            source?.id ?? null,
            source?.name ?? '',
            source?.reliability ?? '',
            claim.stance,
            claim.status,
            claim.credibility,
            claim.qualifier,
            mark.low,
            mark.high,
            mark.converted ? 'yes' : 'no',
            mark.words,
            claim.eventFrom,
            claim.eventTo,
            claim.statementFrom,
            claim.statementTo,
            mark.origin,
            claim.statement,
            evidence[0]?.quote ?? '',
          ]
        }
      }
    }),
  },

  matrix: {
    columns: [
      ...topicColumns(),
      'source_id',
      'source',
      'reliability',
      'thing',
      'claims',
      'last_claim_id',
      'last',
      'last_said',
      'changes',
      'changed',
      'claim_ids',
    ],
    ...byTopic(function* (topic, claims) {
      const { columns, rows } = matrixByThings(claims)
      for (const { source, cells } of rows) {
        for (const { key, name } of columns) {
          const cell = cells[key]
          if (!cell) continue
          const { claimIds, last, changed, changes } = cell
          yield [
            ...topicCells(topic),
            source?.id ?? null,
            source?.name ?? '',
            source?.reliability ?? '',
            name,
            claimIds.length,
            last.claimId,
            saidWords(last),
            last.said,
            changed,
            list(changes.map(({ words }) => words)),
            list(claimIds),
          ]
        }
      }
    }),
  },

  agreement: {
    columns: [
      ...topicColumns(),
      'kind',
      'findings_of_kind',
      'why',
      'verdict',
      'verdict_note',
      ...['a', 'b'].flatMap((side) =>
        [
          'claim_id',
          'speaker',
          'stance',
          'quantity',
          'statement',
          'said_from',
          'said_to',
          'quote',
          'claims',
        ].map((column) => `${side}_${column}`),
      ),
    ],
    ...byTopic(function* (topic, claims, tables) {
      const compared = compareClaims(claims)
      for (const kind of findingKinds) {
        const question = { kind, dismissed: true, offset: 0, limit: mostFindings }
        const { total, findings } = agreementOf(compared, tables.findings.all(), question)
        for (const { reason, verdict, a, b } of findings) {
          const judged = [verdict?.verdict ?? '', verdict?.note ?? '']
          yield [...topicCells(topic), kind, total, reason, ...judged, ...sideCells(a), ...sideCells(b)]
        }
      }
    }),
  },

  independence: {
    columns: [
      ...topicColumns(),
      'origin',
      'origin_name',
      'claim_id',
      'is_origin',
      'speaker_id',
      'speaker',
      'via',
      'said_from',
      'said_to',
      'quantity',
      'goes_back_to',
      'reasons',
      'grades',
      'why',
      'held_independent_of',
      'warnings',
    ],
    ...byTopic(function* (topic, claims, tables) {
      const byId = new Map(claims.map((compared) => [compared.claim.id, compared]))
      const origins = originsOf({ claims, tables })
      const cuts = Map.groupBy(
        origins.cuts.flatMap(({ oneId, otherId }) => [
          { id: oneId, from: otherId },
          { id: otherId, from: oneId },
        ]),
        ({ id }) => id,
      )
      const warned = new Map(
        unconfirmedClaims(claims, origins, tables).map(({ claim, warnings }) => [claim.id, warnings]),
      )
      for (const [index, { rootId, label, claimIds, links }] of origins.groups.entries()) {
        const linksFrom = Map.groupBy(links, ({ fromId }) => fromId)
        for (const id of claimIds) {
          const { claim, source, via } = byId.get(id)!
          const own = linksFrom.get(id) ?? []
          yield [
            ...topicCells(topic),
            index + 1,
            label,
            id,
            id === rootId ? 'yes' : 'no',
            source?.id ?? null,
            source?.name ?? '',
            list(via.map(({ name }) => name)),
            claim.statementFrom,
            claim.statementTo,
            quantityWords(claim, claim.unit),
            list(own.map(({ toId }) => toId)),
            list(own.map(({ reason }) => reason)),
            list(own.map(({ grade }) => grade)),
            own.map(({ sentence }) => sentence).join(' '),
            list((cuts.get(id) ?? []).map(({ from }) => from)),
            list(warned.get(id) ?? []),
          ]
        }
      }
    }),
  },

  chronology: {
    columns: [
      'kind',
      'id',
      ...topicColumns(),
      'who',
      'event_from',
      'event_to',
      'said_from',
      'said_to',
      'entered_at',
      'stance',
      'status',
      'words',
      'claim_ids',
    ],
    count: (tables) => tables.claims.count(),
    *rows({ tables }, onRow) {
      const claims = [...tables.claims.all()]
      const { sources, items } = chronologyOf(comparedClaims(claims, tables), tables.articles.all())
      const names = new Map(sources.map(({ id, name }) => [id, name]))
      const topics = new Map(claims.map(({ id, topicId }) => [id, topicId]))
      for (const item of items) {
        const [topic, who, stance, status, claimIds] =
          item.kind === 'claim'
            ? [
                topicOf(tables, topics.get(item.id)!),
                names.get(item.sourceId ?? ''),
                item.stance,
                item.status,
                [],
              ]
            : [null, item.publisher, '', '', item.claimIds]
        if (item.kind === 'claim') onRow()
        yield [
          item.kind,
          item.id,
          ...topicCells(topic),
          who ?? '',
          item.event?.from ?? null,
          item.event?.to ?? null,
          item.said?.from ?? null,
          item.said?.to ?? null,
          item.enteredAt,
          stance,
          status,
          item.words,
          list(claimIds),
        ]
      }
    },
  },

  hypotheses: {
    columns: [
      ...topicColumns(),
      'hypothesis_id',
      'hypothesis',
      'set_aside',
      'likelihood',
      'confidence',
      'inconsistency',
      'weighted_inconsistency',
      'claim_id',
      'statement',
      'speaker',
      'rating',
      'note',
      'weight',
      'diagnosticity',
      'status',
    ],
    ...byTopic(function* (topic, _, tables) {
      const { hypotheses, evidence } = achMatrix(topic.id, tables)
      for (const [place, hypothesis] of hypotheses.entries()) {
        const { id, statement, retired, likelihood, confidence, inconsistency, weightedInconsistency } =
          hypothesis
        const before = [
          ...topicCells(topic),
          id,
          statement,
          retired ? 'yes' : 'no',
          likelihood,
          confidence,
          inconsistency,
          weightedInconsistency,
        ]
        const rated = evidence.filter(({ cells }) => cells[place])
        if (rated.length === 0) yield [...before, null, '', '', null, '', null, null, '']
        for (const { claimId, statement: words, speaker, cells, weight, diagnosticity, status } of rated) {
          const { rating, note } = cells[place]!
          yield [...before, claimId, words, speaker, rating, note, weight / 100, diagnosticity, status]
        }
      }
    }),
  },
}

type TopicRows = (
  topic: RowOf<'topics'>,
  claims: readonly ComparedClaim[],
  tables: ReadTables,
) => Iterable<Cell[]>

/** Rows made from each topic that was not merged into another one, in order of id. */
function byTopic(rowsOf: TopicRows): Pick<TableWriter, 'rows' | 'count'> {
  return {
    count: (tables) => [...tables.claims.all()].filter(({ topicId }) => topicId !== null).length,
    *rows({ tables }, onRow) {
      const members = Map.groupBy(tables.topics.all(), ({ id }) => afterMerge(tables.topics, id))
      for (const topic of tables.topics.all()) {
        if (topic.mergedInto !== null) continue
        const claims = (members.get(topic.id) ?? []).flatMap(({ id }) => tables.claims.where('topicId', id))
        yield* rowsOf(topic, comparedClaims(claims, tables), tables)
        for (const _ of claims) onRow()
      }
    },
  }
}

function topicOf(tables: ReadTables, id: string | null): RowOf<'topics'> | null {
  return id === null ? null : (tables.topics.get(afterMerge(tables.topics, id)) ?? null)
}

function topicColumns(): string[] {
  return ['topic_id', 'topic']
}

function topicCells(topic: RowOf<'topics'> | null): Cell[] {
  return [topic?.id ?? null, topic?.question ?? '']
}

function sideCells(side: AgreementFinding['a']): Cell[] {
  return [
    side.claimId,
    side.speaker ?? '',
    side.stance,
    side.figure,
    side.statement,
    side.saidFrom,
    side.saidTo,
    side.evidence?.quote ?? '',
    side.claims,
  ]
}

function list(values: readonly string[]): string {
  return values.join('; ')
}
