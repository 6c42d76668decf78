import { type RefObject, useEffect, useRef } from 'react'
import type { Annotation, TagListItem } from '../../../contract/rows.ts'
import { moveCaret, snapToWord } from '../../../domain/text/caret.ts'
import { isRightToLeft } from '../../../domain/text/direction.ts'
import type { ReaderHandle, Stretch } from '../../reader/reader.tsx'
import { useActions } from '../../state/actions.ts'
import type { Action } from '../../state/offered-actions.ts'
import type { Floating } from './selection-bar.tsx'
import type { Find } from './use-find.ts'
import type { Marking } from './use-marking.ts'

/** The keys of the text: what they do depends on whether words are selected or an annotation is chosen. */
export function useReadingActions({
  marking,
  stretch,
  chosen,
  text,
  readOnly,
  reader,
  tags,
  setFloating,
  setEveryOne,
  showMoved,
  find,
  annotations,
  choose,
}: {
  marking: Marking
  stretch: Stretch | null
  chosen: Annotation | null
  text: string
  readOnly: string | null
  reader: RefObject<ReaderHandle | null>
  tags: readonly TagListItem[]
  setFloating: (floating: Floating) => void
  setEveryOne: (quote: string) => void
  /** Shows ends that are being moved by key; null: they are where the log has them. */
  showMoved: (stretch: Stretch | null) => void
  find: Find
  annotations: readonly Annotation[]
  choose: (annotationId: string) => void
}): void {
  const canMark = readOnly === null && (stretch !== null || chosen !== null)
  const words = stretch ? text.slice(stretch.start, stretch.end) : (chosen?.quote ?? '')
  const select = (next: Stretch) => reader.current?.select(next)
  const moveEnd = useMovedEnds(chosen, text, marking, showMoved)
  const goToMark = (by: 1 | -1) => {
    const from = chosen?.start ?? reader.current?.caret().head ?? 0
    const next = markBeside(annotations, chosen, from, by)
    if (!next) return
    reader.current?.reveal(next)
    reader.current?.select({ start: next.start, end: next.start })
    choose(next.id)
  }
  const tagActions = tags
    .filter((tag) => tag.hotkey && !tag.retired)
    .map(
      (tag): Action => ({
        id: `tag-${tag.hotkey}`,
        title: `Tag as “${tag.name}”`,
        keys: tag.hotkey!,
        enabled: canMark,
        run: () => void marking.tag(tag.id),
      }),
    )
  useActions('Marking words', [
    ...tagActions,
    {
      id: 'pick-tag',
      title: 'Tag the selected words…',
      keys: 'T',
      enabled: canMark,
      run: () => setFloating('tag'),
    },
    {
      id: 'note',
      title: 'Write a note on the selected words',
      keys: 'N',
      enabled: canMark,
      run: () => setFloating('note'),
    },
    {
      id: 'claim',
      title: 'Make a claim of the selected words',
      keys: 'C',
      enabled: canMark,
      run: marking.claim,
    },
    {
      id: 'every-one',
      title: 'Mark every occurrence of the selected words…',
      keys: 'E',
      enabled: canMark && words.length <= 1000,
      run: () => setEveryOne(words),
    },
    {
      id: 'mark-furniture',
      title: 'Mark these lines as page furniture',
      keys: 'F',
      enabled: readOnly === null,
      run: () => void marking.furniture(),
    },
    {
      id: 'remove-annotation',
      title: 'Remove the annotation here',
      keys: ['Delete', 'Backspace'],
      enabled: readOnly === null,
      run: () => void marking.remove(),
    },
  ])
  useActions('Selecting words', [
    {
      id: 'snap',
      title: 'Grow the selection to whole words',
      keys: 'W',
      run() {
        const { anchor, head } = reader.current?.caret() ?? { anchor: 0, head: 0 }
        select(snapToWord(text, Math.min(anchor, head), Math.max(anchor, head)))
      },
    },
    {
      id: 'select-sentence',
      title: 'Select the sentence',
      keys: 'S',
      run() {
        const { head } = reader.current?.caret() ?? { head: 0 }
        const end = moveCaret(text, head, 'sentence', 'forward')
        select({ start: moveCaret(text, end, 'sentence', 'back'), end })
      },
    },
    {
      id: 'next-mark',
      title: 'Go to the next mark',
      keys: ['Alt+ArrowDown', ']'],
      enabled: annotations.length > 0,
      repeats: true,
      run: () => goToMark(1),
    },
    {
      id: 'last-mark',
      title: 'Go to the mark before',
      keys: ['Alt+ArrowUp', '['],
      enabled: annotations.length > 0,
      repeats: true,
      run: () => goToMark(-1),
    },
    {
      id: 'find',
      title: 'Find in this article',
      keys: 'Mod+F',
      run: () => find.open(stretch ? words : undefined, stretch?.start),
    },
    ...(readOnly === null && chosen ? moveEnd : []),
  ])
}

/** Moves by key become one command when the keys rest, so that they are one undo; until then they are only shown. */
function useMovedEnds(
  chosen: Annotation | null,
  text: string,
  marking: Marking,
  showMoved: (stretch: Stretch | null) => void,
): Action[] {
  const pending = useRef<Stretch | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = chosen?.id
  const start = chosen?.start
  const end = chosen?.end
  // Another annotation, or the same one moved, has ends of its own.
  useEffect(() => {
    pending.current = null
    showMoved(null)
    return () => clearTimeout(timer.current)
  }, [id, start, end, showMoved])
  const move = (which: 'start' | 'end', direction: 'forward' | 'back') => () => {
    if (!chosen) return
    const now = pending.current ?? { start: chosen.start, end: chosen.end }
    const next = withoutSpace(text, { ...now, [which]: moveCaret(text, now[which], 'word', direction) })
    if (next.start >= next.end) return
    pending.current = next
    showMoved(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => marking.moveEnds(next), 350)
  }
  // The arrows move an end to where they point.
  const [onward, backward] = isRightToLeft(text.slice(lineStart(text, start ?? 0), end))
    ? (['ArrowLeft', 'ArrowRight'] as const)
    : (['ArrowRight', 'ArrowLeft'] as const)
  return [
    {
      id: 'end-forward',
      title: 'Move the span’s end a word on',
      keys: `Alt+Shift+${onward}`,
      run: move('end', 'forward'),
    },
    {
      id: 'end-back',
      title: 'Move the span’s end a word back',
      keys: `Alt+Shift+${backward}`,
      run: move('end', 'back'),
    },
    {
      id: 'start-back',
      title: 'Move the span’s start a word back',
      keys: 'Alt+Shift+ArrowUp',
      run: move('start', 'back'),
    },
    {
      id: 'start-forward',
      title: 'Move the span’s start a word on',
      keys: 'Alt+Shift+ArrowDown',
      run: move('start', 'forward'),
    },
  ]
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** A moved end stands at a word, not at the white space beside it. */
function withoutSpace(text: string, { start, end }: Stretch): Stretch {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from += 1
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1
  return { start: from, end: to }
}

/** The mark after or before a place in the order of the text; from the last one on to the first again. */
function markBeside(
  annotations: readonly Annotation[],
  chosen: Annotation | null,
  from: number,
  by: 1 | -1,
): Annotation | undefined {
  const marks = [...annotations].sort((a, b) => a.start - b.start || b.end - a.end)
  const at = marks.findIndex(({ id }) => id === chosen?.id)
  if (at >= 0) return marks[(at + by + marks.length) % marks.length]
  return by === 1
    ? (marks.find(({ start }) => start >= from) ?? marks[0])
    : (marks.findLast(({ start }) => start < from) ?? marks.at(-1))
}
