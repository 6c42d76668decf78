import type { ProposedArticle } from '../../contract/import.ts'
import type { Problem } from '../../contract/wire.ts'
import { type Answer, done, failed } from '../../domain/answer.ts'
import { shingleSignature } from '../../domain/ingest/near-duplicates.ts'
import type { ArticleProposal, Markup, Proposed } from '../../domain/ingest/proposal.ts'
import { proposeArticle, proposeArticles } from '../../domain/ingest/propose-articles.ts'
import type { Watch } from '../engine/watch.ts'
import { readDocument } from './formats.ts'
import type { GivenFile } from './readers/document.ts'

/** An article as the preview shows it, before it is compared with the workspace. */
export interface PreparedArticle extends Omit<ProposedArticle, 'duplicate' | 'near'> {
  /** Of the whole text; see `shingleSignature`. */
  signature: Uint32Array
}

export type PreparedImport =
  | {
      ok: true
      name: string
      encoding: string
      markup: Markup
      notes: string[]
      whole: PreparedArticle
      /** Their texts one after the other are the whole text. Empty when the file holds one article. */
      parts: PreparedArticle[]
    }
  | { ok: false; name: string; error: Problem }

/** A file that takes longer than this is given up and reported; the others go on. */
export const fileTimeLimitMs = 60_000

/**
 * Reads files into proposals for the import preview: for each, in order, what it seems to hold or why it cannot be
 * read. File contents are untrusted; nothing is stored. Fails only with `cancelled`, when nothing is kept. Progress is in
 * bytes: it never falls and ends at the total.
 */
export async function prepareImport(
  files: GivenFile[],
  { progress, isCancelled }: Watch,
): Promise<Answer<PreparedImport[]>> {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const prepared: PreparedImport[] = []
  let before = 0
  for (const { name: given, bytes } of files) {
    const name = plainName(given)
    const started = performance.now()
    let told = started
    const pulse = (share: number) => {
      if (isCancelled()) throw new Stopped('cancelled')
      const now = performance.now()
      if (now - started > fileTimeLimitMs) throw new Stopped('too slow')
      if (now - told < 100) return
      told = now
      progress(before + Math.floor(bytes.length * share), total)
    }
    try {
      pulse(0)
      prepared.push(prepareFile(name, bytes, pulse))
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      if (error.why === 'cancelled')
        return failed('cancelled', 'The import was cancelled. Nothing was imported.')
      prepared.push({ ok: false, name, error: tooSlow(name) })
    }
    before += bytes.length
    progress(before, total)
    // Lets messages of the thread in, a request to cancel among them.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return done(prepared)
}

/** Ends the work on a file from deep within it. Caught in `prepareImport` only. */
class Stopped extends Error {
  readonly why: 'cancelled' | 'too slow'
  constructor(why: 'cancelled' | 'too slow') {
    super(why)
    this.why = why
  }
}

/** A file's name as one plain line: it becomes the article's origin, and file systems allow line breaks in names. */
function plainName(name: string): string {
  return (
    name
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim() || 'file'
  )
}

function tooSlow(name: string): Problem {
  return {
    code: 'file_too_slow',
    message: `Reading “${name}” took longer than ${fileTimeLimitMs / 1000} seconds and was given up. Nothing of it was imported: split it into smaller files.`,
    details: { name },
  }
}

function prepareFile(name: string, bytes: Uint8Array, pulse: (share: number) => void): PreparedImport {
  const read = readDocument({ name, bytes })
  if (!read.ok) {
    const { code, message, details } = read.error
    return { ok: false, name, error: { code, message, details: { ...details, name } } }
  }
  const { text, markup, encoding, notes } = read.value
  pulse(0.2)
  const options = { markup, pulse: () => pulse(0.3) }
  const { articles, split } = proposeArticles(text, options)
  const [first] = articles
  const whole = split || !first ? proposeArticle(text, 0, text.length, options) : first
  return {
    ok: true,
    name,
    encoding,
    markup,
    notes,
    whole: prepareArticle(text, whole, null, null, () => pulse(0.5)),
    parts: split
      ? articles.map((article, index) =>
          prepareArticle(text, article, index + 1, articles.length, () => pulse(0.8)),
        )
      : [],
  }
}

/** As many marks as one command takes; a page has dozens. */
const maxFurniture = 10_000

function prepareArticle(
  text: string,
  proposal: ArticleProposal,
  part: number | null,
  parts: number | null,
  pulse: () => void,
): PreparedArticle {
  const { start, end, title, publisher, author, publishedDate, url, language } = proposal
  const own = text.slice(start, end)
  const fields: Record<string, Proposed | null> = { title, publisher, author, publishedDate, url, language }
  if (part !== null) fields.part = { value: String(part), reason: proposal.reason }
  const reasons = Object.entries(fields).flatMap(([field, found]) =>
    found ? [[field, found.reason] as const] : [],
  )
  return {
    text: own,
    title: title.value,
    publisher: publisher?.value ?? '',
    author: author?.value ?? '',
    publishedDate: publishedDate?.value ?? null,
    url: url?.value ?? '',
    language: language?.value ?? '',
    part,
    parts,
    furniture: proposal.furniture.slice(0, maxFurniture).map(({ start: from, end: to, kind, reason }) => ({
      start: from - start,
      end: to - start,
      kind,
      reason,
    })),
    reasons: Object.fromEntries(reasons),
    signature: shingleSignature(own, pulse),
  }
}
