import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import { formatsOf } from '../../contract/export-formats.ts'
import type { ReplayTexts } from '../../contract/replay.ts'
import { idSchema } from '../../domain/scalars.ts'
import { subjectSchema } from './subject.ts'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** A replay is made from the log's rows, the others from a moment's. */
const replaySubjectSchema = z.strictObject({
  kind: z.literal('replay'),
  /** Null: the whole workspace. */
  topicId: idSchema.nullable(),
  texts: z.enum(['whole', 'around'] satisfies ReplayTexts[]),
  format: z.enum(formatsOf('replay')),
})

/**
 * What lies beside an export: of which workspace, as of which event, and what its bytes are. Nothing in it depends on
 * when or where it was exported, so that the same export has the same manifest.
 */
export const manifestSchema = z.strictObject({
  format: z.literal('claimtrail export manifest'),
  formatVersion: z.literal(1),
  program: z.strictObject({ name: z.literal('Claimtrail'), version: z.string().max(100) }),
  /** The workspace file's name without its ending. */
  workspace: z.string().max(1000),
  exported: z.strictObject({
    name: z.string().max(1000),
    subject: z.discriminatedUnion('kind', [subjectSchema, replaySubjectSchema]),
  }),
  /** Of a PDF, the HTML page that it was printed from: that is what a workspace gives again, byte for byte. */
  printedFrom: z
    .strictObject({ format: z.literal('html'), sha256: sha256Schema, bytes: z.int().min(0) })
    .optional(),
  /** The last event that the export knows, and its hash; zeros for 0. */
  asOf: z.strictObject({ seq: z.int().min(0), hash: sha256Schema }),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(1000), sha256: sha256Schema, bytes: z.int().min(0) }))
    .length(1),
})
export type Manifest = z.output<typeof manifestSchema>
export type PrintedFrom = NonNullable<Manifest['printedFrom']>

/** A manifest is small: whatever is larger is none. */
export const maxManifestBytes = 1_000_000

/** Where an export's manifest lies: beside it, under its whole name. */
export function manifestPath(exported: string): string {
  return `${exported}.manifest.json`
}

/** What a manifest tells besides its file. */
export type ManifestHead = Pick<Manifest, 'workspace' | 'exported' | 'asOf' | 'printedFrom'> & {
  version: string
}

/** The name by which a manifest knows a workspace. */
export function workspaceName(path: string): string {
  return basename(path, '.claimtrail')
}

/** JSON with fixed order and spaces, LF line ends. */
export function manifestText(
  { version, workspace, exported, printedFrom, asOf }: ManifestHead,
  file: Manifest['files'][number],
): string {
  const manifest: Manifest = {
    format: 'claimtrail export manifest',
    formatVersion: 1,
    program: { name: 'Claimtrail', version },
    workspace,
    exported,
    ...(printedFrom && { printedFrom }),
    asOf: { seq: asOf.seq, hash: asOf.hash },
    files: [file],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Passes chunks on and knows their bytes and hash afterwards. */
export function counted(chunks: Iterable<string | Uint8Array>) {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    *chunks(): Generator<Uint8Array> {
      for (const chunk of chunks) {
        const piece = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    },
    /** Once all chunks were taken. */
    total: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}
