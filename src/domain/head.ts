/** The end of a log: the number of its last event and that event's hash. */
export interface LogHead {
  seq: number
  /** 64 lower-case hexadecimal digits; fewer where a person gave only the first. */
  hash: string
}

/** A head that was kept outside the file, to hold the file against. */
export interface KnownHead extends LogHead {
  /** The hash of the log's first event, by which a workspace is known. */
  first: string
}

/** What a person can keep and give back: `494:ab12…`. */
export function writeHead({ seq, hash }: LogHead): string {
  return `${seq}:${hash}`
}

/** Fewer digits of a hash than these prove too little. */
export const fewestDigits = 12

/** Reads what `writeHead` writes; of the hash the first 12 digits are enough. Undefined for what is no head. */
export function readHeadWords(words: string): LogHead | undefined {
  const [, seq, hash] = /^\s*#?(\d{1,15}):([0-9a-f]{12,64})\s*$/i.exec(words) ?? []
  return seq === undefined || hash === undefined || Number(seq) < 1
    ? undefined
    : { seq: Number(seq), hash: hash.toLowerCase() }
}

/** For sentences: the number and the first digits of the hash. */
export function shortHead({ seq, hash }: LogHead): string {
  return `${seq}:${hash.slice(0, fewestDigits)}…`
}
