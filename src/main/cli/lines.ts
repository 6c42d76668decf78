export interface NumberedLine {
  /** From 1. */
  number: number
  /** Null for a line that is not UTF-8 or is longer than any command can be. */
  text: string | null
}

/** At most this many lines in one batch: results of a long input come while it is read. */
const batchSize = 1000

/** No command is longer: 100 MB of text, each character escaped at its worst, is still below. */
const mostLineBytes = 450_000_000

const lineFeed = 0x0a

/**
 * Lines of a UTF-8 stream, in batches of those that have arrived: a script that waits for each answer gets it, and
 * a file is read in large pieces. LF or CRLF; the last line needs no line end. A byte order mark is dropped. A line
 * with broken bytes is told as such, never mended: what is stored must be what was sent.
 */
export async function* lineBatches(
  stream: AsyncIterable<Uint8Array>,
  mostBytes = mostLineBytes,
): AsyncGenerator<NumberedLine[]> {
  let unfinished: Uint8Array[] = []
  let unfinishedBytes = 0
  let number = 0
  for await (const chunk of stream) {
    const first = chunk.indexOf(lineFeed)
    let rest = chunk
    if (first >= 0 && unfinishedBytes + first > mostBytes) {
      unfinishedBytes += first
      yield* batches(finished())
      rest = chunk.subarray(first + 1)
    }
    const end = rest.lastIndexOf(lineFeed)
    if (end >= 0) {
      unfinished.push(rest.subarray(0, end))
      yield* batches(finished())
    }
    keep(rest.subarray(end + 1))
  }
  if (unfinishedBytes > 0) yield* batches(finished())

  /** Bytes beyond the most are counted, not kept: an endless line costs no memory. */
  function keep(bytes: Uint8Array): void {
    unfinishedBytes += bytes.length
    if (unfinishedBytes > mostBytes) unfinished = []
    else if (bytes.length > 0) unfinished.push(bytes)
  }

  function finished(): (string | null)[] {
    const lines = unfinishedBytes > mostBytes ? [null] : linesOf(Buffer.concat(unfinished))
    unfinished = []
    unfinishedBytes = 0
    return lines
  }

  function* batches(lines: (string | null)[]): Generator<NumberedLine[]> {
    for (let start = 0; start < lines.length; start += batchSize) {
      yield lines.slice(start, start + batchSize).map((text) => {
        number += 1
        return { number, text }
      })
    }
  }
}

/** Decodes all at once, and line by line only when something in them is broken. */
function linesOf(bytes: Uint8Array): (string | null)[] {
  const whole = decoded(bytes)
  if (whole !== null) return whole.split('\n')
  const lines: (string | null)[] = []
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(lineFeed, start)
    const end = found < 0 ? bytes.length : found
    lines.push(decoded(bytes.subarray(start, end)))
    start = end + 1
  }
  return lines
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, or more than a string can hold: the caller tells the line.
    return null
  }
}
