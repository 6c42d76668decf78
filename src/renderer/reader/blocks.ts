/** A line of the canonical text that has words: UTF-16 code units, half-open, without its line feed. */
export interface Block {
  start: number
  end: number
}

export interface Fold {
  /** First and last block of the fold, both included. */
  from: number
  to: number
  /** Ids of the furniture marks that cover it. */
  ids: string[]
  kinds: string[]
}

/** The lines of a text that are shown as paragraphs; lines of white space only separate them. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    if (/\S/.test(text.slice(start, end))) blocks.push({ start, end })
    start = end + 1
  }
  return blocks
}

/** Runs of neighbouring blocks that lie wholly in furniture: each is folded to one handle. */
export function foldsOf(
  blocks: readonly Block[],
  furniture: readonly { id: string; start: number; end: number; kind: string }[],
): Fold[] {
  const marks = [...furniture].sort((a, b) => a.start - b.start)
  const folds: Fold[] = []
  blocks.forEach((block, index) => {
    const over = marks.filter((mark) => mark.start < block.end && mark.end > block.start)
    if (!covers(over, block)) return
    const last = folds.at(-1)
    const fold = last?.to === index - 1 ? last : { from: index, to: index, ids: [], kinds: [] }
    if (fold !== last) folds.push(fold)
    fold.to = index
    for (const { id, kind } of over) {
      if (!fold.ids.includes(id)) fold.ids.push(id)
      if (!fold.kinds.includes(kind)) fold.kinds.push(kind)
    }
  })
  return folds
}

/** The last block that begins at or before an offset; 0 for an offset before the first. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** True when the marks, in order of their start, leave nothing of the block uncovered. */
function covers(marks: readonly { start: number; end: number }[], block: Block): boolean {
  let reached = block.start
  for (const { start, end } of marks) {
    if (start > reached) return false
    reached = Math.max(reached, end)
  }
  return reached >= block.end
}
