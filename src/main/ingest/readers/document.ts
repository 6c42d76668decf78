import type { Markup } from '../../../domain/ingest/proposal.ts'

/** A file to be read: a name that may be anything, and bytes that nobody vouches for. */
export interface GivenFile {
  name: string
  bytes: Uint8Array
}

/**
 * What a reader makes of a file. What later kinds know besides, becomes a field of its own here, which the kinds without
 * it leave out: what the file says of itself (title, author, dates), its own furniture, where its pages begin, which
 * parts are documents of their own. The text stays one canonical text, and every offset is one in it.
 */
export interface ReadDocument {
  /** Canonical text: LF line ends, no byte order mark; see `canonicalText`. */
  text: string
  /** How its lines are marked up. */
  markup: Markup
  /** The name of the encoding of its text, for the record. */
  encoding: string
  /** What a person should know about how it was read, each a sentence. */
  notes: string[]
}
