import type { ExportKind, WrittenFormatOf } from '../../contract/export-formats.ts'
import type { ExportTable } from '../../contract/export-tables.ts'
import type { BriefDocument } from '../../domain/brief/document.ts'
import type { Between } from '../engine/changes/between.ts'
import { changesCsv } from './csv/changes-csv.ts'
import { tableCsv } from './csv/table-csv.ts'
import { briefHtml } from './html/brief-html.ts'
import { type ReplayPage, replayHtml } from './html/replay-html.ts'
import { briefMarkdown } from './markdown/brief-markdown.ts'
import { changesMarkdown } from './markdown/changes-markdown.ts'
import type { Pieces } from './pieces.ts'
import type { TableReader } from './tables/table.ts'

/** What a writer of each kind is given. The same must give the same bytes: no clock, no locale. */
interface Writers {
  brief(document: BriefDocument): Pieces
  table(
    table: ExportTable,
    reader: TableReader,
    options: { bom?: boolean; onRows?: (rows: number) => void },
  ): Pieces
  changes(open: () => Between, onRows: (done: number, total: number) => void): Pieces
  replay(page: ReplayPage, blocks: Parameters<typeof replayHtml>[1]): Pieces
}

/** The writer of every format in the contract's list, but for those that a browser prints from another's page. */
export const exportWriters: {
  [Kind in ExportKind]: Record<WrittenFormatOf<Kind>, Writers[Kind]>
} = {
  brief: { md: (document) => [briefMarkdown(document)], html: briefHtml },
  table: { csv: tableCsv },
  changes: { md: changesMarkdown, csv: changesCsv },
  replay: { html: replayHtml },
}
