import { type ImportKind, importKindOf, tooLarge } from '../../contract/import-formats.ts'
import { type Answer, failed } from '../../domain/answer.ts'
import type { GivenFile, ReadDocument } from './readers/document.ts'
import { readText } from './readers/text/read-text.ts'
import { recogniseForeign } from './recognise.ts'

export interface ImportReader {
  /** Whether the bytes themselves say that a file is of this kind, whatever its name is. */
  recognises(bytes: Uint8Array): boolean
  /** Reads what may be anything. */
  read(bytes: Uint8Array): Answer<ReadDocument>
}

/** Text has no mark of its own: its kind is told by the name. */
const byName = () => false

/** The reader of every kind in the contract's list. */
export const importReaders: Record<ImportKind, ImportReader> = {
  text: { recognises: byName, read: (bytes) => readText(bytes, 'plain') },
  markdown: { recognises: byName, read: (bytes) => readText(bytes, 'markdown') },
}

/**
 * Reads a file by the reader of its kind. The bytes tell it first; what they tell to be of no kind in the list is refused;
 * else the name does, and a name that says nothing is read as text. Fails with `file_empty`, `file_too_large` or
 * `file_not_text`, and as its reader does.
 */
export function readDocument({ name, bytes }: GivenFile): Answer<ReadDocument> {
  if (bytes.length === 0) return failed('file_empty', 'The file is empty, so nothing was imported.')
  const large = tooLarge(bytes.length)
  if (large) return { ok: false, error: large }
  const known = Object.values(importReaders).find((reader) => reader.recognises(bytes))
  if (known) return known.read(bytes)
  const foreign = recogniseForeign(bytes)
  if (foreign) {
    const { kind, advice } = foreign
    const message = `The file is ${kind}, not plain text, so nothing was imported. ${advice}`
    return failed('file_not_text', message, { kind })
  }
  return importReaders[importKindOf(name) ?? 'text'].read(bytes)
}
