import {
  createElement,
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Drawing } from '../../../../domain/compare/drawing/drawing.ts'
import { reactNames } from '../../../ui/drawing-image.tsx'
import { useRootSize } from '../../../ui/use-root-size.ts'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'
import { MarkTooltip } from './mark-tooltip.tsx'

interface DrawingViewProps {
  drawing: Drawing
  /** Names the chart. */
  label: string
  /** A mark was pressed: by default a small pane tells of its claims and leads to their words. */
  onOpen?: (claimIds: readonly string[], mark: Element) => void
  /** For a chart drawn in parts: brings the part with its first or its last mark. */
  onEnd?: (end: End) => void
}

/**
 * A chart on the screen. Elements that stand for claims, or for an article, are its marks: one of them is in the order of Tab, arrow keys
 * go from each to the next in the order of the drawing, Home and End to the first and last, Enter opens. A mark's
 * `title` is its name and its tooltip.
 */
export const DrawingView = memo(function DrawingView({ drawing, label, onOpen, onEnd }: DrawingViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const current = useRef<Place>({ key: null, index: 0, focused: false, awaited: null })
  const { element, marks } = useMemo(() => convert(drawing), [drawing])
  const scale = useRootSize() / 16
  const [shown, setShown] = useState<{ mark: Element; text: string } | null>(null)
  const popover = useClaimsPopover()

  // Which mark is reached by Tab is set outside of React, so that moving along a chart draws nothing anew.
  useLayoutEffect(() => {
    const all = marksOf(host.current)
    const place = current.current
    const found = all.findIndex((mark) => mark.dataset.mark === place.key)
    const index = found >= 0 ? found : Math.min(place.index, all.length - 1)
    reachByTab(all, index)
    // A mark that was scrolled out of the drawing hands the focus to the chart: the next key goes on from there.
    if (place.focused && document.activeElement === document.body)
      host.current?.focus({ preventScroll: true })
    if (place.awaited && place.focused) all.at(place.awaited === 'first' ? 0 : -1)?.focus()
    setShown((before) => (before && !before.mark.isConnected ? null : before))
  }, [element])

  const open = (mark: Element) => {
    const found = marks.get(keyOf(mark))
    if (!found) return
    setShown(null)
    if (onOpen) onOpen(found.claimIds, mark)
    else popover.open(found.claimIds, mark, found.articleId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const all = marksOf(host.current)
    const at = all.indexOf(event.target as MarkElement)
    const end = event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : null
    if (event.key === 'Enter' || event.key === ' ') {
      if (at < 0) return
      open(all[at]!)
    } else {
      const next = nextIndex(event.key, at, current.current.index, all.length)
      if (next === null) return
      all[next]?.focus()
      show(all[next] ?? null)
      if (end && onEnd) {
        onEnd(end)
        current.current.awaited = end
      } else current.current.awaited = null
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent) => {
    const all = marksOf(host.current)
    const mark = event.target as MarkElement
    const index = all.indexOf(mark)
    if (index < 0) return
    current.current = { ...current.current, key: keyOf(mark), index, focused: true }
    reachByTab(all, index)
    if (mark.matches(':focus-visible')) show(mark)
  }
  const show = (mark: Element | null) => {
    const text = mark && marks.get(keyOf(mark))?.text
    setShown(text ? { mark, text } : null)
  }
  const onPointer = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') show((event.target as Element).closest('[data-mark]'))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the marks inside are the buttons; their events are taken here
    <div
      ref={host}
      className="drawing"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={(event) => {
        // Removed with its row, a mark is blurred into nowhere; that is no leaving.
        if (event.relatedTarget !== null)
          current.current = { ...current.current, focused: false, awaited: null }
        setShown(null)
      }}
      onPointerOver={onPointer}
      onPointerLeave={() => setShown(null)}
      onClick={(event) => {
        const mark = (event.target as Element).closest('[data-mark]')
        if (mark) open(mark)
      }}
    >
      {createElement('svg', { ...svgProps(drawing, scale), role: 'group', 'aria-label': label }, ...element)}
      {shown && <MarkTooltip mark={shown.mark} text={shown.text} />}
      {popover.pane}
    </div>
  )
})

type MarkElement = SVGElement & { dataset: DOMStringMap }

interface Place {
  key: string | null
  /** Among the marks drawn. */
  index: number
  focused: boolean
  /** Its part is on its way: then the mark at that end gets the focus. */
  awaited: End | null
}

type End = 'first' | 'last'

interface Mark {
  claimIds: readonly string[]
  articleId: string | null
  text: string
}

/** The drawing's content as React elements, and its marks by the key that their elements carry. */
function convert(drawing: Drawing): { element: ReactNode[]; marks: Map<string, Mark> } {
  const marks = new Map<string, Mark>()
  return { element: drawing.children.map((child, index) => part(child, index)), marks }

  function part(node: Drawing | string, index: number): ReactNode {
    if (typeof node === 'string') return node
    const { tag, children, claimIds = [], articleId = null } = node
    const props: Record<string, unknown> = { key: index, ...reactNames(node.attributes) }
    const standsFor = claimIds[0] ?? articleId
    if (standsFor === null) {
      return createElement(tag, props, ...children.map(part))
    }
    const title = children.find((child) => typeof child !== 'string' && child.tag === 'title')
    const text = title && typeof title !== 'string' ? wordsOf(title) : ''
    const key = freeKey(standsFor)
    marks.set(key, { claimIds, articleId, text })
    const isWord = (child: Drawing | string) => typeof child !== 'string' && child.tag === 'text'
    return createElement(
      Fragment,
      { key },
      createElement(
        tag,
        { ...props, key, tabIndex: -1, role: 'button', 'aria-label': text || undefined, 'data-mark': key },
        ...children.filter((child) => child !== title && !isWord(child)).map(part),
      ),
      // A mark's few words stand in its name as whole sentences: they are no label of their own.
      createElement(
        'g',
        { key: 'words', className: `words ${props.className ?? ''}`, 'aria-hidden': true },
        ...children.filter(isWord).map(part),
      ),
    )
  }

  /** A claim may have several marks: its row's and its group's. */
  function freeKey(id: string): string {
    let key = id
    for (let turn = 2; marks.has(key); turn++) key = `${id} ${turn}`
    return key
  }
}

function wordsOf(node: Drawing): string {
  return node.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('')
}

/** A drawing is made at 100 %: with the window's text it becomes larger as a whole. */
function svgProps({ attributes }: Drawing, scale: number): Record<string, unknown> {
  const { width, height } = attributes
  return {
    ...reactNames(attributes),
    ...(typeof width === 'number' && { width: width * scale }),
    ...(typeof height === 'number' && { height: height * scale }),
  }
}

function marksOf(host: HTMLElement | null): MarkElement[] {
  return [...(host?.querySelectorAll<MarkElement>('[data-mark]') ?? [])]
}

/** Only what changes is written: every write would have the browser style the mark anew. */
function reachByTab(all: readonly MarkElement[], index: number): void {
  for (const [at, mark] of all.entries()) {
    const wanted = at === index ? '0' : '-1'
    if (mark.getAttribute('tabindex') !== wanted) mark.setAttribute('tabindex', wanted)
  }
}

function keyOf(mark: Element): string {
  return (mark as MarkElement).dataset.mark ?? ''
}

/** The mark that a key goes to; null for other keys. `at` is -1 while no mark has the focus. */
function nextIndex(key: string, at: number, last: number, count: number): number | null {
  const from = at >= 0 ? at : Math.min(last, count - 1)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at < 0 ? from : Math.min(from + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return at < 0 ? from : Math.max(from - 1, 0)
    case 'PageDown':
      return Math.min(from + pageStep, count - 1)
    case 'PageUp':
      return Math.max(from - pageStep, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

const pageStep = 10
