import { type CaretDirection, moveCaret } from '../../domain/caret.ts'
import type { TextView } from './text-view.ts'

/** Where the selection is: `anchor` stays while `head` moves. UTF-16 code units of the canonical text. */
export interface Caret {
  anchor: number
  head: number
}

/**
 * The caret after a key, or null when the key does not move it. By character; with Ctrl or Alt by word; with
 * Ctrl and ArrowUp or ArrowDown by sentence; Home and End by line of the text; Shift extends. Up, Down and the page
 * keys go by lines as they are shown. Folded furniture is jumped over.
 */
export function caretAfterKey(view: TextView, caret: Caret, event: KeyboardEvent): Caret | null {
  const head = headAfterKey(view, caret, event)
  if (head === null) return null
  const clear = outOfFolds(view, head, head >= caret.head ? 'forward' : 'back')
  return { anchor: event.shiftKey ? caret.anchor : clear, head: clear }
}

function headAfterKey(view: TextView, { head }: Caret, event: KeyboardEvent): number | null {
  const { text } = view
  const byUnit = event.ctrlKey || event.metaKey || event.altKey
  switch (event.key) {
    case 'ArrowLeft':
      return moveCaret(text, head, byUnit ? 'word' : 'grapheme', 'back')
    case 'ArrowRight':
      return moveCaret(text, head, byUnit ? 'word' : 'grapheme', 'forward')
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

function outOfFolds(view: TextView, offset: number, direction: CaretDirection): number {
  const hidden = view.hiddenAround(offset)
  if (!hidden) return offset
  const next =
    direction === 'forward'
      ? moveCaret(view.text, hidden.end, 'grapheme', 'forward')
      : moveCaret(view.text, hidden.start, 'grapheme', 'back')
  const stuck = direction === 'forward' ? next <= hidden.end : next >= hidden.start
  return stuck ? offset : outOfFolds(view, next, direction)
}
