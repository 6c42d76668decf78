/** Where two texts first part, by lines. */
export interface LineDifference {
  /** 1 is the first line. */
  line: number
  /** The first differing place in it, in UTF-16 code units from 1; where one line is the other's beginning, after it. */
  column: number
  /** `truncated`: the file ends there; `extra`: it goes on after the end; `changed`: both go on. */
  kind: 'changed' | 'truncated' | 'extra'
  /** Lines that the file lacks or has too many, counted with a line that is cut; 0 when changed. */
  lines: number
  /** The words around that place on both sides; null where there are none. */
  file: string | null
  expected: string | null
  /** What a harmless hand may have done: line ends converted, a byte order mark added or lost. */
  hint: 'line ends' | 'byte order mark' | null
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<string | Uint8Array>

/** The first difference between a file's bytes and those expected; null when every byte is the same. */
export async function firstDifference(file: Chunks, expected: Chunks): Promise<LineDifference | null> {
  const [ours, theirs] = [linesOf(file), linesOf(expected)]
  try {
    for (let line = 1; ; line += 1) {
      const [a, b] = [await next(ours), await next(theirs)]
      if (a === null && b === null) return null
      if (a !== null && b !== null && a.equals(b)) continue
      return await tell(line, a, b, ours, theirs)
    }
  } finally {
    await ours.return(undefined)
    await theirs.return(undefined)
  }
}

type Lines = AsyncGenerator<Buffer>

async function tell(
  line: number,
  a: Buffer | null,
  b: Buffer | null,
  ours: Lines,
  theirs: Lines,
): Promise<LineDifference> {
  const [mine, wanted] = [a?.toString('utf8') ?? '', b?.toString('utf8') ?? '']
  const column = commonLength(mine, wanted) + 1
  const sides = {
    line,
    column,
    file: a === null ? null : around(mine, column),
    expected: b === null ? null : around(wanted, column),
    hint: hintOf(mine, wanted),
  }
  if (b === null) return { ...sides, kind: 'extra', lines: 1 + (await count(ours)) }
  // A line that is cut short and the last one of its file.
  const cut = a === null || (b.length > a.length && b.subarray(0, a.length).equals(a))
  if (cut && (await next(ours)) === null) {
    return { ...sides, kind: 'truncated', lines: 1 + (await count(theirs)) }
  }
  return { ...sides, kind: 'changed', lines: 0 }
}

function hintOf(file: string, expected: string): LineDifference['hint'] {
  const plain = (text: string) => text.replace(/\r?\n$/, '')
  if (
    file !== expected &&
    plain(file) === plain(expected) &&
    file.endsWith('\n') &&
    expected.endsWith('\n')
  ) {
    return 'line ends'
  }
  const bare = (text: string) => text.replace(/^\ufeff/, '')
  return file !== expected && plain(bare(file)) === plain(bare(expected)) ? 'byte order mark' : null
}

const [shownBefore, shownAfter] = [40, 80]

/** A line of a table can be long: only what stands around the place is told. */
function around(text: string, column: number): string {
  const from = Math.max(0, column - 1 - shownBefore)
  const to = Math.min(text.length, column - 1 + shownAfter)
  const words = text
    .slice(from, to)
    .toWellFormed()
    .replace(/\r?\n$/, '')
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

async function count(lines: Lines): Promise<number> {
  let counted = 0
  while ((await next(lines)) !== null) counted += 1
  return counted
}

async function next(lines: Lines): Promise<Buffer | null> {
  const step = await lines.next()
  return step.done ? null : step.value
}

/** Bytes by lines, each with its line feed; the last may have none. */
async function* linesOf(chunks: Chunks): Lines {
  let begun: Buffer[] = []
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk)
    let from = 0
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      const piece = bytes.subarray(from, end + 1)
      yield begun.length > 0 ? Buffer.concat([...begun, piece]) : piece
      begun = []
      from = end + 1
    }
    if (from < bytes.length) begun.push(bytes.subarray(from))
  }
  if (begun.length > 0) yield Buffer.concat(begun)
}
