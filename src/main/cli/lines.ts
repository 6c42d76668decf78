export interface NumberedLine {
  /** From 1. */
  number: number
  text: string
}

/** At most this many lines in one batch: results of a long input come while it is read. */
const batchSize = 1000

/**
 * Lines of a UTF-8 stream, in batches of those that have arrived: a script that waits for each answer gets it, and
 * a file is read in large pieces. LF or CRLF; the last line needs no line end. A byte order mark is dropped.
 */
export async function* lineBatches(stream: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine[]> {
  const decoder = new TextDecoder('utf-8')
  let unfinished: string[] = []
  let number = 0
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true })
    const end = text.lastIndexOf('\n')
    if (end < 0) {
      unfinished.push(text)
      continue
    }
    const whole = unfinished.join('') + text.slice(0, end)
    unfinished = [text.slice(end + 1)]
    yield* batches(whole.split('\n'))
  }
  const last = unfinished.join('') + decoder.decode()
  if (last !== '') yield* batches([last])

  function* batches(lines: string[]): Generator<NumberedLine[]> {
    for (let start = 0; start < lines.length; start += batchSize) {
      yield lines.slice(start, start + batchSize).map((text) => {
        number += 1
        return { number, text }
      })
    }
  }
}
