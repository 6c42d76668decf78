import type { ExportTable } from '../../../contract/export-tables.ts'
import { gradeWords } from '../../../domain/brief/claim-words.ts'
import { quantityWords } from '../../../domain/claim/quantity.ts'
import type { ReadTables, RowOf } from '../../../domain/rows.ts'
import { type CodePointIndex, codePointIndex } from '../../../domain/text/code-points.ts'
import { comparisonTables } from './compare-rows.ts'
import type { Cell, TableReader, TableWriter } from './table.ts'

/**
 * The tables that can be exported, in order of id. Their columns only ever grow at the end: somebody’s spreadsheet
 * counts on them. Several names or ids in one cell are parted by “; ”. Times are UTC; offsets are half-open.
 */
export const exportTables: Record<ExportTable, TableWriter> = {
  ...comparisonTables,
  claims: {
    columns: [
      'claim_id',
      'statement',
      'stance',
      'speaker_id',
      'speaker',
      'speaker_reliability',
      'via_ids',
      'via',
      'topic_id',
      'topic',
      'qualifier',
      'low',
      'high',
      'unit',
      'quantity',
      'place',
      'event_from',
      'event_to',
      'said_from',
      'said_to',
      'credibility',
      'confidence',
      'likelihood',
      'status',
      'note',
      'evidence_count',
      'evidence_lost',
      'evidence_ids',
      'entered_at',
      'entered_by_id',
      'entered_by',
      'first_annotation_id',
      ...anchorColumns(),
      'entered_event',
    ],
    count: (tables) => tables.claims.count(),
    *rows(reader, onRow) {
      const { tables } = reader
      const anchorOf = anchors(reader)
      for (const claim of tables.claims.all()) {
        onRow()
        yield [...claimCells(claim, tables, anchorOf), reader.entryOf('claims', claim)]
      }
    },
  },

  annotations: {
    columns: [
      'annotation_id',
      'tag_ids',
      'tags',
      'note',
      'entered_at',
      'entered_by_id',
      'entered_by',
      ...anchorColumns(),
      'entered_event',
    ],
    count: (tables) => tables.annotations.count(),
    *rows(reader, onRow) {
      const { tables } = reader
      const anchorOf = anchors(reader)
      for (const row of tables.annotations.all()) {
        onRow()
        yield [
          row.id,
          list(row.tagIds),
          list(row.tagIds.map((id) => tables.tags.get(id)?.name ?? id)),
          row.note,
          row.enteredAt,
          row.enteredBy,
          tables.analysts.get(row.enteredBy)?.name ?? '',
          ...anchorOf(row),
          reader.entryOf('annotations', row),
        ]
      }
    },
  },

  evidence: {
    columns: [
      'claim_id',
      'statement',
      'speaker',
      'place_in_claim',
      'annotation_id',
      'lost',
      ...anchorColumns(),
    ],
    count: (tables) => tables.claims.count(),
    *rows(reader, onRow) {
      const { tables } = reader
      const anchorOf = anchors(reader)
      for (const claim of tables.claims.all()) {
        onRow()
        const speaker = (claim.sourceId && tables.sources.get(claim.sourceId)?.name) ?? ''
        for (const [index, annotationId] of claim.evidence.entries()) {
          const annotation = tables.annotations.get(annotationId)
          const lost = annotation && tables.articles.get(annotation.articleId) ? 'no' : 'yes'
          yield [claim.id, claim.statement, speaker, index + 1, annotationId, lost, ...anchorOf(annotation)]
        }
      }
    },
  },
}

function claimCells(claim: RowOf<'claims'>, tables: ReadTables, anchorOf: AnchorOf): Cell[] {
  const speaker = claim.sourceId === null ? undefined : tables.sources.get(claim.sourceId)
  const kept = claim.evidence
    .map((id) => tables.annotations.get(id))
    .filter((annotation) => annotation !== undefined)
  return [
    claim.id,
    claim.statement,
    claim.stance,
    claim.sourceId,
    speaker?.name ?? '',
    speaker?.reliability ? gradeWords.reliability(speaker.reliability) : '',
    list(claim.via),
    list(claim.via.map((id) => tables.sources.get(id)?.name ?? id)),
    claim.topicId,
    (claim.topicId && tables.topics.get(claim.topicId)?.question) ?? '',
    claim.qualifier,
    claim.low,
    claim.high,
    claim.unit,
    quantityWords(claim, claim.unit),
    claim.place,
    claim.eventFrom,
    claim.eventTo,
    claim.statementFrom,
    claim.statementTo,
    claim.credibility === null ? '' : gradeWords.credibility(claim.credibility),
    claim.confidence,
    claim.likelihood,
    claim.status,
    claim.note,
    claim.evidence.length,
    claim.evidence.length - kept.length,
    list(claim.evidence),
    claim.enteredAt,
    claim.enteredBy,
    tables.analysts.get(claim.enteredBy)?.name ?? '',
    kept[0]?.id ?? '',
    ...anchorOf(kept[0]),
  ]
}

function anchorColumns(): string[] {
  return [
    'article_id',
    'article',
    'publisher',
    'published',
    'quote',
    'start_utf16',
    'end_utf16',
    'start_code_point',
    'end_code_point',
    'text_sha256',
  ]
}

type AnchorOf = (annotation: RowOf<'annotations'> | undefined) => Cell[]

const noAnchor: Cell[] = anchorColumns().map(() => null)

/** Where an annotation’s words stand; empty cells where it or its article is gone. */
function anchors({ tables, textOf }: TableReader): AnchorOf {
  const known = new Map<string, { before: Cell[]; index: CodePointIndex; textHash: string }>()
  return (annotation) => {
    const article = annotation && (known.get(annotation.articleId) ?? learn(annotation.articleId))
    if (!article) return noAnchor
    const { quote, start, end } = annotation
    const { toCodePoints } = article.index
    return [...article.before, quote, start, end, toCodePoints(start), toCodePoints(end), article.textHash]
  }

  function learn(articleId: string) {
    const row = tables.articles.get(articleId)
    if (!row) return undefined
    const { id, title, publisher, publishedDate, textHash } = row
    const article = {
      before: [id, title, publisher, publishedDate],
      index: codePointIndex(textOf(articleId)),
      textHash,
    }
    known.set(articleId, article)
    return article
  }
}

function list(values: readonly string[]): string {
  return values.join('; ')
}
