import { createHash } from 'node:crypto'
import type { PreparedFile, ProposedArticle } from '../../contract/import.ts'
import type { Answer } from '../../contract/wire.ts'
import {
  type DuplicateIndex,
  duplicateIndex,
  exactSimilarity,
  nearThreshold,
  shingleSignature,
} from '../../domain/ingest/near-duplicates.ts'
import { openSnapshot, type Snapshot } from '../engine/reading/snapshot.ts'
import type { Watch } from '../engine/watch.ts'
import { type PreparedArticle, type PreparedImport, prepareImport } from './prepare.ts'

export interface PrepareInput {
  /** Path of the workspace that the files are compared with. */
  workspace: string
  files: { name: string; bytes: Uint8Array }[]
}

export interface PrepareOutput {
  files: PreparedFile[]
  /** Signatures computed now of articles that had none, by text hash, to be kept for the next import. */
  shingles: Record<string, string>
}

/** Where signatures are kept in the workspace's view state. */
export const shinglePrefix = 'shingles/'

/** Files as the import preview shows them: read, divided, and compared with the workspace and with each other. */
export async function prepareForPreview(input: PrepareInput, watch: Watch): Promise<Answer<PrepareOutput>> {
  const prepared = await prepareImport(input.files, watch)
  if (!prepared.ok) return prepared
  const snapshot = openSnapshot(input.workspace)
  try {
    const known = readKnown(snapshot)
    const compared = new Comparison(known.index, snapshot)
    const files = prepared.value.map((file) => compared.file(file))
    return { ok: true, value: { files, shingles: known.computed } }
  } finally {
    snapshot.close()
  }
}

/** An article to compare with: one of the workspace, or one seen before among these files. */
interface Known {
  articleId: string | null
  title: string
  /** Undefined where the workspace's text is damaged: nothing is compared with it. */
  text: () => string | undefined
}

function readKnown(snapshot: Snapshot): { index: DuplicateIndex<Known>; computed: Record<string, string> } {
  const kept = snapshot.kept(shinglePrefix)
  const index = duplicateIndex<Known>()
  const computed: Record<string, string> = {}
  for (const { id, title, textHash } of snapshot.tables.articles.all()) {
    const stored = kept.get(textHash)
    const signature = typeof stored === 'string' ? decode(stored) : signatureOf(snapshot.findText(id))
    if (signature === undefined) continue
    if (stored === undefined) computed[textHash] = encode(signature)
    index.add({ articleId: id, title, text: () => snapshot.findText(id) }, signature)
  }
  return { index, computed }
}

function signatureOf(text: string | undefined): Uint32Array | undefined {
  return text === undefined ? undefined : shingleSignature(text)
}

class Comparison {
  readonly #index: DuplicateIndex<Known>
  readonly #snapshot: Snapshot
  /** Texts of the files so far, by hash: a folder often holds a page twice. */
  readonly #seen = new Map<string, string>()

  constructor(index: DuplicateIndex<Known>, snapshot: Snapshot) {
    this.#index = index
    this.#snapshot = snapshot
  }

  file(file: PreparedImport): PreparedFile {
    if (!file.ok) return file
    const compared = {
      ...file,
      whole: this.#compare(file.whole),
      parts: file.parts.map((part) => this.#compare(part)),
    }
    // Only now: a page is no near-duplicate of its own parts.
    for (const article of file.parts.length > 0 ? file.parts : [file.whole]) {
      this.#seen.set(hashOf(article.text), article.title)
      this.#index.add({ articleId: null, title: article.title, text: () => article.text }, article.signature)
    }
    if (file.parts.length > 0) this.#seen.set(hashOf(file.whole.text), file.whole.title)
    return compared
  }

  #compare({ signature, ...article }: PreparedArticle): ProposedArticle {
    const hash = hashOf(article.text)
    const twin = this.#snapshot.tables.articles.where('textHash', hash)[0]
    const seen = this.#seen.get(hash)
    const duplicate = twin
      ? { articleId: twin.id, title: twin.title }
      : seen === undefined
        ? null
        : { articleId: null, title: seen }
    const near = this.#index
      .near(signature)
      .slice(0, 5)
      .flatMap(({ id: { articleId, title, text } }) => {
        const other = text()
        return other === undefined
          ? []
          : [{ articleId, title, likeness: exactSimilarity(article.text, other) }]
      })
      .filter(({ likeness }) => likeness >= nearThreshold)
      .sort((one, other) => other.likeness - one.likeness)
    return { ...article, duplicate, near: duplicate ? [] : near }
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function encode(signature: Uint32Array): string {
  return Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength).toString('base64')
}

function decode(stored: string): Uint32Array {
  const bytes = Buffer.from(stored, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
