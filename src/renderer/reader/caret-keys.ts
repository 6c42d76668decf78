import { type CaretDirection, moveCaret } from '../../domain/text/caret.ts'
import { isRightToLeft } from '../../domain/text/direction.ts'
import { blockAt } from './blocks.ts'
import type { TextView } from './text-view.ts'

/** Where the selection is: `anchor` stays while `head` moves. UTF-16 code units of the canonical text. */
export interface Caret {
  anchor: number
  head: number
}

/**
 * The caret after a key, or null when the key does not move it. By character; with Ctrl (on a Mac: Option) by word,
 * and with ArrowUp or ArrowDown by sentence; Home and End by line of the text; Shift extends. Up, Down and the page
 * keys go by lines as they are shown. The arrows go where they point, also in lines that run from right to left. Folded
 * furniture is jumped over: a selection of nothing but hidden words goes on to the next ones that are shown.
 */
export function caretAfterKey(view: TextView, caret: Caret, event: KeyboardEvent): Caret | null {
  // The line where the key was pressed says what an arrow means, also where it goes on into another.
  const isFromRight = runsRightToLeft(view, caret.head)
  const next = shownAfterKey(view, caret, event, isFromRight)
  if (!next || !event.shiftKey || next.head === caret.head || next.anchor !== caret.head) return next
  const between = { start: Math.min(next.anchor, next.head), end: Math.max(next.anchor, next.head) }
  if (view.shownWithin(between.start, between.end)) return next
  return shownAfterKey(view, { anchor: next.head, head: next.head }, event, isFromRight)
}

function shownAfterKey(
  view: TextView,
  caret: Caret,
  event: KeyboardEvent,
  isFromRight: boolean,
): Caret | null {
  const head = headAfterKey(view, caret, event, isFromRight)
  if (head === null) return null
  const [onward, back] = head >= caret.head ? (['forward', 'back'] as const) : (['back', 'forward'] as const)
  const clear = shownPlace(view, head, onward) ?? shownPlace(view, head, back) ?? caret.head
  return { anchor: event.shiftKey ? caret.anchor : clear, head: clear }
}

function headAfterKey(
  view: TextView,
  { head }: Caret,
  event: KeyboardEvent,
  isFromRight: boolean,
): number | null {
  const { text } = view
  // Elsewhere Alt and ArrowLeft go back to where the person came from.
  const byUnit = isMac ? event.altKey : event.ctrlKey
  if (!isMac && event.altKey && !event.shiftKey) return null
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const isOnward = (event.key === 'ArrowRight') !== isFromRight
      return moveCaret(text, head, byUnit ? 'word' : 'grapheme', isOnward ? 'forward' : 'back')
    }
    case 'ArrowUp':
      return byUnit ? moveCaret(text, head, 'sentence', 'back') : byLines(view, head, -1)
    case 'ArrowDown':
      return byUnit ? moveCaret(text, head, 'sentence', 'forward') : byLines(view, head, 1)
    case 'PageUp':
      return byLines(view, head, -20)
    case 'PageDown':
      return byLines(view, head, 20)
    case 'Home':
      return event.ctrlKey || event.metaKey ? 0 : text.lastIndexOf('\n', head - 1) + 1
    case 'End': {
      const feed = text.indexOf('\n', head)
      return event.ctrlKey || event.metaKey || feed === -1 ? text.length : feed
    }
    default:
      return null
  }
}

/** Whether the line that an offset lies in is shown from right to left. */
function runsRightToLeft({ text, blocks }: TextView, offset: number): boolean {
  const block = blocks[blockAt(blocks, offset)]
  return block !== undefined && isRightToLeft(text.slice(block.start, block.end))
}

const isMac = /mac/i.test(navigator.platform)

/** So many shown lines up or down, staying as near to the column as the text allows. */
function byLines(view: TextView, head: number, lines: number): number {
  const from = view.caretRect(head)
  if (!from) return head
  const step = Math.sign(lines) * from.height
  const scroller = view.host.closest('[data-scroller]')
  const box = scroller?.getBoundingClientRect()
  for (let tried = 1; tried <= 4; tried += 1) {
    const y = from.top + from.height / 2 + lines * from.height * 1.35 + step * (tried - 1)
    if (scroller && box && (y < box.top || y > box.bottom)) {
      const before = scroller.scrollTop
      scroller.scrollBy({
        top: y < box.top ? y - box.top - from.height * 2 : y - box.bottom + from.height * 2,
      })
      if (scroller.scrollTop !== before) return byLines(view, head, lines)
      // Nothing more to scroll to: the text ends before a page does.
      break
    }
    const offset = view.offsetAtPoint(from.left, y)
    if (offset !== null && offset !== head && Math.sign(offset - head) === Math.sign(lines)) return offset
  }
  if (Math.abs(lines) > 1) return lines < 0 ? 0 : view.text.length
  return lines < 0
    ? moveCaret(view.text, head, 'sentence', 'back')
    : moveCaret(view.text, head, 'sentence', 'forward')
}

/** The nearest place onward where a caret can be seen: in a shown paragraph. Null when there is none. */
function shownPlace(view: TextView, offset: number, direction: CaretDirection): number | null {
  const { blocks } = view
  const step = direction === 'forward' ? 1 : -1
  let at = blockAt(blocks, offset)
  let place: number | null = offset
  while (place !== null) {
    const block = blocks[at]
    if (!block) return null
    const isBetween = place > block.end
    if (isBetween && direction === 'forward') at += 1
    else if (!view.hiddenAround(block.start)) return Math.min(Math.max(place, block.start), block.end)
    else at += step
    place = (direction === 'forward' ? blocks[at]?.start : blocks[at]?.end) ?? null
  }
  return null
}
