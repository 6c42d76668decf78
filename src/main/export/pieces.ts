/** A file's text or bytes, piece by piece. Text is written as UTF-8. */
export type Pieces = Iterable<string | Uint8Array>
