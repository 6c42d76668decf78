import { type Block, blockAt, blocksOf, type Fold, foldsOf } from './blocks.ts'

/** How many paragraphs share one box that the browser may leave unrendered while it is out of sight. */
const perChunk = 40

interface Mark {
  id: string
  start: number
  end: number
  kind: string
}

interface FoldListener {
  /** A person opened or closed furniture. */
  onFold(): void
  /** A person says that it is text; `ids` are the marks of the fold. */
  onUnmark(ids: readonly string[]): void
}

/**
 * An article's text in the document: one paragraph a line, built without React so that 200,000 words open at
 * once, and the way between offsets of the canonical text and places in the document.
 */
export class TextView {
  readonly host: HTMLElement
  readonly text: string
  readonly blocks: Block[]
  readonly #nodes: Text[] = []
  readonly #blockOf = new Map<Node, number>()
  #folds: Fold[] = []
  #foldBoxes: HTMLElement[] = []
  readonly #open = new Set<string>()
  readonly #told: FoldListener

  /** Fills `host`, which must be empty. */
  constructor(host: HTMLElement, text: string, told: FoldListener) {
    this.host = host
    this.text = text
    this.blocks = blocksOf(text)
    this.#told = told
    this.#build()
  }

  /** Folds the stretches marked as furniture; those that were opened stay open. */
  setFurniture(marks: readonly Mark[]): void {
    for (const box of this.#foldBoxes) box.replaceWith(...box.querySelectorAll(':scope > .fold-lines > p'))
    this.#folds = foldsOf(this.blocks, marks)
    this.#foldBoxes = this.#folds.map((fold) => this.#fold(fold))
  }

  /** The folds as they stand, for the caret: hidden text is jumped over. */
  hiddenAround(offset: number): { start: number; end: number } | null {
    const index = blockAt(this.blocks, offset)
    const fold = this.#folds.find(({ from, to }) => index >= from && index <= to)
    if (!fold || this.#open.has(keyOf(fold))) return null
    const start = this.blocks[fold.from]!.start
    const end = this.blocks[fold.to]!.end
    return offset >= start && offset <= end ? { start, end } : null
  }

  /** Whether any words of a stretch can be seen. */
  shownWithin(start: number, end: number): boolean {
    return this.#blocksWithin(start, end).some(
      (block) =>
        !this.hiddenAround(block.start) &&
        this.text.slice(Math.max(start, block.start), Math.min(end, block.end)).trim() !== '',
    )
  }

  /** How many lines of a stretch are folded away. */
  hiddenLines(start: number, end: number): number {
    return this.#blocksWithin(start, end).filter((block) => this.hiddenAround(block.start)).length
  }

  #blocksWithin(start: number, end: number): Block[] {
    const within: Block[] = []
    for (let index = blockAt(this.blocks, start); index < this.blocks.length; index += 1) {
      const block = this.blocks[index]!
      if (block.start >= end) break
      if (block.end > start) within.push(block)
    }
    return within
  }

  /** Opens the fold that hides an offset, if any, so that it can be shown. */
  reveal(offset: number): void {
    const index = blockAt(this.blocks, offset)
    const at = this.#folds.findIndex(({ from, to }) => index >= from && index <= to)
    if (at >= 0) this.#setOpen(at, true)
  }

  /** The place of an offset in the document. An offset between two paragraphs is the end of the first. */
  placeOf(offset: number): { node: Text; offset: number } | null {
    if (this.blocks.length === 0) return null
    const index = blockAt(this.blocks, offset)
    const block = this.blocks[index]!
    const within = Math.min(Math.max(offset, block.start), block.end) - block.start
    return { node: this.#nodes[index]!, offset: within }
  }

  /** The offset of a place in the document; null when it lies outside the text. */
  offsetOf(node: Node, within: number): number | null {
    const index = this.#blockOf.get(node)
    if (index !== undefined) return this.blocks[index]!.start + Math.min(within, this.#nodes[index]!.length)
    if (!this.host.contains(node)) return null
    // A place between elements: the next paragraph after it, else the end of the last one before.
    const at = document.createRange()
    at.setStart(node, within)
    let low = 0
    let high = this.#nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at.comparePoint(this.#nodes[middle]!, 0) < 0) low = middle + 1
      else high = middle
    }
    return this.blocks[low]?.start ?? this.blocks.at(-1)?.end ?? 0
  }

  /** The document ranges of a stretch of text, one a paragraph, so that no fold's handle is painted with it. */
  rangesOf(start: number, end: number): StaticRange[] {
    const ranges: StaticRange[] = []
    for (let index = blockAt(this.blocks, start); index < this.blocks.length; index += 1) {
      const block = this.blocks[index]!
      if (block.start >= end) break
      const from = Math.max(start, block.start)
      const to = Math.min(end, block.end)
      if (from >= to) continue
      const node = this.#nodes[index]!
      ranges.push(
        new StaticRange({
          startContainer: node,
          startOffset: from - block.start,
          endContainer: node,
          endOffset: to - block.start,
        }),
      )
    }
    return ranges
  }

  /** The boxes, in the window's coordinates, of a stretch of text; hidden parts have none. */
  rectsOf(start: number, end: number): DOMRect[] {
    return this.rangesOf(start, end).flatMap(({ startContainer, startOffset, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(startContainer, endOffset)
      return [...range.getClientRects()]
    })
  }

  /** Where a caret at an offset stands in the window; null while it is hidden. */
  caretRect(offset: number): DOMRect | null {
    const place = this.placeOf(offset)
    if (!place) return null
    const range = document.createRange()
    range.setStart(place.node, place.offset)
    range.collapse(true)
    const rect = range.getClientRects()[0] ?? null
    if (rect || place.offset === 0) return rect
    range.setStart(place.node, place.offset - 1)
    const before = [...range.getClientRects()].at(-1)
    return before ? new DOMRect(before.right, before.top, 0, before.height) : null
  }

  /** The offset under a point of the window; null when no text is there. */
  offsetAtPoint(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint?.(x, y)
    return position ? this.offsetOf(position.offsetNode, position.offset) : null
  }

  #build(): void {
    const all = document.createDocumentFragment()
    for (let from = 0; from < this.blocks.length; from += perChunk) {
      const chunk = document.createElement('div')
      chunk.className = 'text-chunk'
      let characters = 0
      for (let index = from; index < Math.min(from + perChunk, this.blocks.length); index += 1) {
        const { start, end } = this.blocks[index]!
        const node = document.createTextNode(this.text.slice(start, end))
        const paragraph = document.createElement('p')
        paragraph.dir = 'auto'
        paragraph.append(node)
        chunk.append(paragraph)
        this.#nodes.push(node)
        this.#blockOf.set(node, index)
        characters += end - start
      }
      // About 75 characters a line at the measure of the page; the browser remembers the real height once seen.
      const lines = Math.ceil(characters / 75) + perChunk
      chunk.style.setProperty('contain-intrinsic-block-size', `auto ${Math.round(lines * 1.75)}rem`)
      all.append(chunk)
    }
    this.host.append(all)
  }

  #fold(fold: Fold): HTMLElement {
    const paragraphs = this.#nodes.slice(fold.from, fold.to + 1).map((node) => node.parentElement!)
    const box = document.createElement('div')
    box.className = 'fold'
    const handle = document.createElement('button')
    handle.type = 'button'
    handle.className = 'fold-handle'
    handle.dataset.ids = fold.ids.join(' ')
    const lines = document.createElement('div')
    lines.className = 'fold-lines'
    lines.id = `fold-${fold.from}`
    handle.setAttribute('aria-controls', lines.id)
    paragraphs[0]!.before(box)
    // A fold that runs over a chunk's end is kept whole in the chunk where it begins.
    lines.append(...paragraphs)
    const unmark = document.createElement('button')
    unmark.type = 'button'
    unmark.className = 'fold-unmark'
    unmark.textContent = 'This is text, not furniture'
    unmark.addEventListener('click', () => this.#told.onUnmark(fold.ids))
    lines.append(unmark)
    box.append(handle, lines)
    const count = paragraphs.length
    const words = `${count} ${count === 1 ? 'line' : 'lines'} of page furniture`
    const show = () => {
      const open = this.#open.has(keyOf(fold))
      lines.hidden = !open
      handle.setAttribute('aria-expanded', String(open))
      handle.textContent = `${open ? '▾' : '▸'} ${words}${open ? '' : ' folded'}: ${fold.kinds.join(', ')}`
    }
    handle.addEventListener('click', () => {
      this.#setOpen(this.#folds.indexOf(fold), !this.#open.has(keyOf(fold)))
      this.#told.onFold()
    })
    box.addEventListener('claimtrail-fold', show)
    show()
    return box
  }

  #setOpen(at: number, open: boolean): void {
    const fold = this.#folds[at]
    if (!fold) return
    if (open) this.#open.add(keyOf(fold))
    else this.#open.delete(keyOf(fold))
    this.#foldBoxes[at]?.dispatchEvent(new Event('claimtrail-fold'))
  }
}

function keyOf({ ids }: Fold): string {
  return ids[0] ?? ''
}
