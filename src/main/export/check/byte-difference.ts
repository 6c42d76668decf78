/** Where two files of bytes that are no text first part. */
export interface ByteDifference {
  /** Bytes before it that are the same. */
  at: number
  /** `truncated`: the file ends there; `extra`: it goes on after the end; `changed`: both go on. */
  kind: 'changed' | 'truncated' | 'extra'
}

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** The first byte in which a file differs from what was expected; null when every byte is the same. */
export async function firstByteDifference(file: Chunks, expected: Chunks): Promise<ByteDifference | null> {
  const [ours, theirs] = [bytesOf(file), bytesOf(expected)]
  let [mine, wanted] = [none, none]
  try {
    for (let at = 0; ; ) {
      if (mine.length === 0) mine = await next(ours)
      if (wanted.length === 0) wanted = await next(theirs)
      if (mine.length === 0 && wanted.length === 0) return null
      if (mine.length === 0) return { at, kind: 'truncated' }
      if (wanted.length === 0) return { at, kind: 'extra' }
      const length = Math.min(mine.length, wanted.length)
      if (!mine.subarray(0, length).equals(wanted.subarray(0, length))) {
        return { at: at + sameBytes(mine, wanted), kind: 'changed' }
      }
      at += length
      mine = mine.subarray(length)
      wanted = wanted.subarray(length)
    }
  } finally {
    await ours.return(undefined)
    await theirs.return(undefined)
  }
}

const none: Buffer = Buffer.alloc(0)

/** Empty at the end only. */
async function next(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  const step = await chunks.next()
  return step.done ? none : step.value
}

async function* bytesOf(chunks: Chunks): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    yield typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk)
  }
}

function sameBytes(one: Buffer, other: Buffer): number {
  let length = 0
  while (one[length] === other[length]) length += 1
  return length
}
