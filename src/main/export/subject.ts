import { z } from 'zod'
import { formatsOf, writtenFormat } from '../../contract/export-formats.ts'
import { exportTableNames } from '../../contract/export-tables.ts'
import type { Answer } from '../../contract/wire.ts'
import { composeBrief } from '../../domain/brief/compose.ts'
import { idSchema } from '../../domain/scalars.ts'
import type { Snapshot } from '../engine/reading/snapshot.ts'
import { exportWriters } from './formats.ts'
import type { Pieces } from './pieces.ts'
import { exportTables } from './tables/table-rows.ts'

/** What was exported and how: all that, with a moment of a workspace, decides the bytes. */
export const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    table: z.enum(exportTableNames),
    format: z.enum(formatsOf('table')),
    /** Whether it begins with a byte order mark. */
    bom: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('brief'), id: idSchema, format: z.enum(formatsOf('brief')) }),
  /** What differs between event `from` and the moment of the export. */
  z.strictObject({ kind: z.literal('changes'), from: z.int().min(0), format: z.enum(formatsOf('changes')) }),
])
export type Subject = z.output<typeof subjectSchema>

/** An export, piece by piece, with the name that its subject had then. */
export interface Exported {
  /** “claims”, or the brief's name. */
  name: string
  /** Of a PDF, the page that it is printed from: a PDF's own bytes depend on the browser that prints it. */
  pieces: Pieces
}

/**
 * The one way from a moment's rows to an export's bytes: in the program, on the command line and in a check.
 * `onRows` is told of the rows read so far.
 */
export function exportedFrom(
  snapshot: Snapshot,
  subject: Subject,
  onRows: (done: number, total: number) => void = () => {},
): Answer<Exported> {
  if (subject.kind === 'changes') {
    const pieces = exportWriters.changes[subject.format](() => snapshot.changesSince(subject.from), onRows)
    return { ok: true, value: { name: `changes since event ${subject.from}`, pieces } }
  }
  const { tables, head, textOf } = snapshot
  if (subject.kind === 'table') {
    const total = exportTables[subject.table].count(tables)
    const pieces = exportWriters.table[subject.format](subject.table, snapshot, {
      bom: subject.bom,
      onRows: (rows) => onRows(rows, total),
    })
    return { ok: true, value: { name: subject.table, pieces } }
  }
  const brief = tables.briefs.get(subject.id)
  if (brief) {
    const document = composeBrief(brief, tables, head, textOf)
    const pieces = exportWriters.brief[writtenFormat(subject.format)](document)
    return { ok: true, value: { name: brief.name, pieces } }
  }
  return {
    ok: false,
    error: {
      code: 'unknown_brief',
      message: `As of event ${head.seq} this brief is not in the workspace. Nothing was exported; choose another brief or another moment.`,
      details: { id: subject.id },
    },
  }
}
