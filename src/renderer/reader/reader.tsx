import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { snapToWord } from '../../domain/text/caret.ts'
import { blockAt } from './blocks.ts'
import { type Caret, caretAfterKey } from './caret-keys.ts'
import { EndHandles } from './end-handles.tsx'
import { type PaintedSpan, Painter } from './painter.ts'
import { TextView } from './text-view.ts'
import './reader.css'

export interface Stretch {
  start: number
  end: number
}

/** What the surroundings may ask of an open text. Offsets are UTF-16 code units of the canonical text. */
export interface ReaderHandle {
  /** Scrolls a stretch into sight, opening furniture that hides it; with `lazily` only one that is not in sight. */
  reveal(stretch: Stretch, options?: { quietly?: boolean; lazily?: boolean }): void
  /** Selects a stretch and gives the text the focus. */
  select(stretch: Stretch): void
  focus(): void
  caret(): Caret
  /** The box of a stretch's first line, in the text's own coordinates. */
  boxOf(stretch: Stretch): { left: number; top: number; bottom: number; width: number } | null
  /** The stretch grown to the lines of the text that it touches, without the last line feed. */
  wholeLines(stretch: Stretch): Stretch
  /** True where an offset lies in furniture that is folded away. */
  isFolded(offset: number): boolean
  /** How many lines of a stretch lie in furniture that is folded away. */
  hiddenLines(stretch: Stretch): number
  /** The first offset that is in sight. */
  firstInSight(): number
}

interface ReaderProps {
  text: string
  /** The article's title, for screen readers. */
  label: string
  spans: readonly PaintedSpan[]
  furniture: readonly { id: string; start: number; end: number; kind: string }[]
  chosen: Stretch | null
  found: readonly Stretch[]
  current: Stretch | null
  /** Where a change has just landed in a replay. */
  landed: Stretch | null
  /** Words that are offered as claims, and those that are looked at now. */
  suggested: readonly Stretch[]
  suggestion: Stretch | null
  /** Told at every move of the caret; `stretch` is null while nothing is selected. */
  onSelect(stretch: Stretch | null, caret: Caret): void
  /** A click or Enter where spans lie, the innermost first. */
  onOpen(spans: PaintedSpan[], at: Stretch): void
  /** Furniture is text after all; null where it cannot be unmarked. */
  onUnmark: ((ids: readonly string[]) => void) | null
  /** The chosen span's ends were moved; null where they cannot be. */
  onMoveEnds: ((stretch: Stretch) => void) | null
  handle: Ref<ReaderHandle>
}

/**
 * A text that is read, selected by mouse or keyboard, and painted with spans. The text itself is built outside
 * React; this component keeps its caret, its marks and its keys.
 */
export function Reader(props: ReaderProps) {
  const { text, label, spans, furniture, chosen, found, current, onMoveEnds } = props
  const host = useRef<HTMLDivElement>(null)
  const [made, setMade] = useState<{ view: TextView; painter: Painter } | null>(null)
  const [caret, setCaret] = useState<Caret>({ anchor: 0, head: 0 })
  const [hasFocus, setHasFocus] = useState(false)
  /** Counts what moves lines about, so that what lies over the text is placed anew. */
  const [laidOut, setLaidOut] = useState(0)
  const latest = useRef({ props, caret })
  /** Where the mouse was pressed, to tell a click from words being dragged over. */
  const pressed = useRef<{ x: number; y: number } | null>(null)
  latest.current = { props, caret }

  useLayoutEffect(() => {
    const element = host.current!
    const view = new TextView(element, text, {
      onFold: () => setLaidOut((count) => count + 1),
      onUnmark: (ids) => latest.current.props.onUnmark?.(ids),
    })
    const painter = new Painter(view)
    setMade({ view, painter })
    setCaret({ anchor: 0, head: 0 })
    const resized = new ResizeObserver(() => setLaidOut((count) => count + 1))
    resized.observe(element)
    return () => {
      resized.disconnect()
      painter.clear()
      element.replaceChildren()
    }
  }, [text])

  useLayoutEffect(() => {
    made?.view.setFurniture(furniture)
    setLaidOut((count) => count + 1)
  }, [made, furniture])
  useLayoutEffect(() => made?.painter.set(spans), [made, spans])
  useLayoutEffect(() => made?.painter.mark('chosen', chosen ? [chosen] : []), [made, chosen])
  useLayoutEffect(() => made?.painter.mark('found', found), [made, found])
  useLayoutEffect(() => made?.painter.mark('current', current ? [current] : []), [made, current])
  useLayoutEffect(
    () => made?.painter.mark('landed', props.landed ? [props.landed] : []),
    [made, props.landed],
  )
  useLayoutEffect(() => made?.painter.offer(props.suggested), [made, props.suggested])
  useLayoutEffect(
    () => made?.painter.mark('suggestion', props.suggestion ? [props.suggestion] : []),
    [made, props.suggestion],
  )
  const stretch = stretchOf(text, caret)
  useLayoutEffect(
    () => made?.painter.mark('selected', stretch ? [stretch] : []),
    [made, stretch?.start, stretch?.end],
  )

  const move = (next: Caret, { native = true } = {}) => {
    latest.current.caret = next
    setCaret(next)
    latest.current.props.onSelect(stretchOf(text, next), next)
    if (native && made) selectNatively(made.view, next)
  }

  const follow = () => {
    const selection = document.getSelection()
    const element = host.current
    if (!made || !selection?.anchorNode || !selection.focusNode) return
    if (!element?.contains(selection.anchorNode)) return
    const anchor = made.view.offsetOf(selection.anchorNode, selection.anchorOffset)
    const head = made.view.offsetOf(selection.focusNode, selection.focusOffset)
    if (anchor === null || head === null) return
    const before = latest.current.caret
    if (anchor !== before.anchor || head !== before.head) move({ anchor, head }, { native: false })
  }
  useEffect(() => {
    if (!made) return
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [made])

  useImperativeHandle(
    props.handle,
    () => ({
      reveal(target, { quietly, lazily } = {}) {
        if (!made || (lazily && isInSight(made.view, target.start))) return
        made.view.reveal(target.start)
        scrollTo(made.view, target, quietly ? 'instant' : 'auto')
      },
      select(target) {
        host.current?.focus({ preventScroll: true })
        move({ anchor: target.start, head: target.end })
      },
      focus: () => host.current?.focus({ preventScroll: true }),
      caret: () => latest.current.caret,
      boxOf(target) {
        const rects = made?.view.rectsOf(target.start, target.end).filter(({ width }) => width > 0) ?? []
        const origin = host.current?.getBoundingClientRect()
        const [first] = rects
        if (!first || !origin) return null
        const bottom = Math.max(...rects.map((rect) => rect.bottom))
        return {
          left: first.left - origin.left,
          top: first.top - origin.top,
          bottom: bottom - origin.top,
          width: first.width,
        }
      },
      wholeLines({ start, end }) {
        const feed = text.indexOf('\n', Math.max(start, end - 1))
        return { start: text.lastIndexOf('\n', start - 1) + 1, end: feed === -1 ? text.length : feed }
      },
      isFolded: (offset) => made?.view.hiddenAround(offset) != null,
      hiddenLines: ({ start, end }) => made?.view.hiddenLines(start, end) ?? 0,
      firstInSight() {
        const box = host.current?.closest('[data-scroller]')?.getBoundingClientRect()
        const own = host.current?.getBoundingClientRect()
        if (!made || !box || !own) return 0
        for (let y = Math.max(box.top, own.top) + 4; y < box.bottom; y += 24) {
          const offset = made.view.offsetAtPoint(own.left + 24, y)
          if (offset !== null) return offset
        }
        return 0
      },
    }),
    [made, text],
  )

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!made || event.target !== host.current) return
    if (event.key === 'Enter') {
      const at = stretchOf(text, caret) ?? { start: caret.head, end: caret.head }
      const under = made.painter.at(at.start)
      if (under.length > 0) props.onOpen(under, at)
      event.preventDefault()
      return
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      move({ anchor: 0, head: text.length })
      event.preventDefault()
      return
    }
    // With a chosen span, Alt and Shift move its ends.
    if (event.altKey && event.shiftKey && props.chosen && props.onMoveEnds) return
    const next = caretAfterKey(made.view, caret, event.nativeEvent)
    if (!next) return
    event.preventDefault()
    move(next)
    keepInSight(made.view, next.head)
  }

  const onClick = (event: React.MouseEvent) => {
    if (!made || (event.target as HTMLElement).closest('button')) return
    // A quick click comes before the browser tells of the selection that it moved.
    follow()
    const offset = made.view.offsetAtPoint(event.clientX, event.clientY)
    if (event.detail >= 3 && offset !== null) {
      // The browser's own third click runs on into the next paragraph, or out of the text.
      const block = made.view.blocks[blockAt(made.view.blocks, offset)]
      if (block) move({ anchor: block.start, head: block.end })
      return
    }
    const from = pressed.current
    const isStill = from !== null && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4
    // A click inside selected words lets go of them, as it does everywhere. The browser does so only after this.
    if (isStill && event.detail === 1 && !event.shiftKey && offset !== null) {
      move({ anchor: offset, head: offset })
    }
    if (stretchOf(text, latest.current.caret)) return
    const under = offset === null ? [] : made.painter.at(offset)
    if (under.length > 0 && offset !== null) props.onOpen(under, { start: offset, end: offset })
  }

  const onDoubleClick = () => {
    const selected = stretchOf(text, latest.current.caret)
    if (!selected) return
    const word = snapToWord(text, selected.start, selected.end)
    move({ anchor: word.start, head: word.end })
  }

  return (
    <div className="reader-body">
      <div
        ref={host}
        className="reader"
        data-read-only={props.onUnmark === null || undefined}
        role="document"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is read and marked by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseDown={({ clientX: x, clientY: y }) => {
          pressed.current = { x, y }
        }}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={(event) => {
          if (event.target !== host.current) return
          setHasFocus(true)
          if (made) selectNatively(made.view, latest.current.caret)
        }}
        onBlur={() => setHasFocus(false)}
      />
      {made && hasFocus && <CaretLine view={made.view} offset={caret.head} laidOut={laidOut} />}
      {made && chosen && onMoveEnds && (
        <EndHandles view={made.view} stretch={chosen} laidOut={laidOut} onMove={onMoveEnds} />
      )}
      <div className="hidden-visually" aria-live="polite">
        {hasFocus && stretch
          ? `Selected: ${text.slice(stretch.start, Math.min(stretch.end, stretch.start + 300))}`
          : ''}
      </div>
    </div>
  )
}

/** The caret: a thin line of our own, since the browser shows none in text that cannot be typed into. */
function CaretLine({ view, offset, laidOut }: { view: TextView; offset: number; laidOut: number }) {
  const [box, setBox] = useState<{ left: number; top: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const rect = view.caretRect(offset)
    const origin = view.host.getBoundingClientRect()
    setBox(rect && { left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height })
  }, [view, offset, laidOut])
  if (!box) return null
  // The key starts the blinking anew at each move, so that a moving caret is always seen.
  return (
    <div key={offset} className="reader-caret" style={{ left: box.left, top: box.top, height: box.height }} />
  )
}

/** The words between the ends of a selection, without the white space at its ends; null where there are none. */
function stretchOf(text: string, { anchor, head }: Caret): Stretch | null {
  const from = Math.min(anchor, head)
  const words = text.slice(from, Math.max(anchor, head))
  const start = from + words.length - words.trimStart().length
  const end = from + words.trimEnd().length
  return start < end ? { start, end } : null
}

function selectNatively(view: TextView, { anchor, head }: Caret): void {
  const from = view.placeOf(anchor)
  const to = view.placeOf(head)
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

function scrollTo(view: TextView, { start }: Stretch, behavior: ScrollBehavior): void {
  const place = view.placeOf(start)
  const scroller = view.host.closest('[data-scroller]')
  if (!place || !scroller) return
  // Paragraphs out of sight have estimated heights: the first jump makes them real, the second is exact.
  place.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const rect = view.caretRect(start)
  const box = scroller.getBoundingClientRect()
  if (rect) scroller.scrollBy({ top: rect.top - box.top - box.height / 3, behavior })
}

function isInSight(view: TextView, offset: number): boolean {
  const rect = view.caretRect(offset)
  const box = view.host.closest('[data-scroller]')?.getBoundingClientRect()
  return Boolean(rect && box && rect.top >= box.top && rect.bottom <= box.bottom)
}

function keepInSight(view: TextView, offset: number): void {
  const scroller = view.host.closest('[data-scroller]')
  const rect = view.caretRect(offset)
  if (!scroller) return
  if (!rect) {
    scrollTo(view, { start: offset, end: offset }, 'instant')
    return
  }
  const box = scroller.getBoundingClientRect()
  const margin = rect.height * 2
  if (rect.top < box.top + margin) scroller.scrollBy({ top: rect.top - box.top - margin })
  else if (rect.bottom > box.bottom - margin) scroller.scrollBy({ top: rect.bottom - box.bottom + margin })
}
