import type { ExportTable } from '../../../contract/export-tables.ts'
import { anchorColumns, anchors } from './anchor-cells.ts'
import { claimCells, claimColumns } from './claim-cells.ts'
import { comparisonTables } from './compare-rows.ts'
import type { TableWriter } from './table.ts'

/**
 * The tables that can be exported, in order of id. Their columns only ever grow at the end: somebody’s spreadsheet
 * counts on them. Several names or ids in one cell are parted by “; ”. Times are UTC; offsets are half-open.
 */
export const exportTables: Record<ExportTable, TableWriter> = {
  ...comparisonTables,
  claims: {
    columns: claimColumns,
    count: (tables) => tables.claims.count(),
    *rows(reader, onRow) {
      const { tables } = reader
      const anchorOf = anchors(reader)
      for (const claim of tables.claims.all()) {
        onRow()
        yield claimCells(claim, reader, anchorOf)
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

function list(values: readonly string[]): string {
  return values.join('; ')
}
