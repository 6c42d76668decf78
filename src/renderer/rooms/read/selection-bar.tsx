import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Annotation, TagListItem } from '../../../contract/rows.ts'
import { count } from '../../format.ts'
import type { Caret } from '../../reader/caret-keys.ts'
import type { PaintedSpan } from '../../reader/painter.ts'
import type { ReaderHandle, Stretch } from '../../reader/reader.tsx'
import { TagSwatch } from '../../ui/chip.tsx'
import { useReading } from './reading-state.ts'
import { NotePane, SpanPicker, TagPane } from './small-panes.tsx'
import type { Marking } from './use-marking.ts'

/** What floats by the selection: the bar of tags, or one of the small panes that it opens. */
export type Floating = 'bar' | 'tag' | 'note' | { spans: PaintedSpan[] }

/** Tags beyond these are reached by their keys or the picker. */
const mostTags = 3

/** What floats by the selected words: the first tags, note, claim, every one; or the small pane that one opened. */
export function SelectionBar({
  reader,
  stretch,
  caret,
  floating,
  setFloating,
  marking,
  tags,
  annotations,
  readOnly,
  hiddenLines,
  onEveryOne,
}: {
  reader: RefObject<ReaderHandle | null>
  stretch: Stretch | null
  caret: Caret
  floating: Floating
  setFloating: (floating: Floating) => void
  marking: Marking
  tags: readonly TagListItem[]
  annotations: readonly Annotation[]
  readOnly: string | null
  /** Lines among the selected words that are folded away. */
  hiddenLines: number
  onEveryOne: () => void
}) {
  const choose = useReading((reading) => reading.choose)
  const box = useRef<HTMLDivElement>(null)
  const at = stretch ?? { start: caret.head, end: caret.head + 1 }
  const shown = floating !== 'bar' || (stretch !== null && readOnly === null)
  const place = usePlace(reader, box, shown ? at : null, floating)
  if (!shown) return null
  const close = () => {
    setFloating('bar')
    reader.current?.focus()
  }
  const offered = tags
    .filter((tag) => !tag.retired)
    .sort((a, b) => Number(a.hotkey ?? 10) - Number(b.hotkey ?? 10) || b.annotations - a.annotations)
  return (
    <div
      ref={box}
      className="selection-bar"
      data-kind={typeof floating === 'string' ? floating : 'spans'}
      role="toolbar"
      aria-label="Selected words"
      // Unseen until its place is known, but there: what is hidden cannot take the focus of a pane that opens.
      style={place ?? { opacity: 0, left: 0, top: 0 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
      // The words must stay selected while a button is pressed.
      onMouseDown={(event) => {
        if (floating === 'bar') event.preventDefault()
      }}
    >
      {floating === 'bar' && (
        <>
          {offered.slice(0, mostTags).map((tag) => (
            <BarButton key={tag.id} keys={tag.hotkey ?? ''} onPress={() => void marking.tag(tag.id)}>
              <TagSwatch tag={tag} />
              {tag.name}
            </BarButton>
          ))}
          <BarButton keys="T" onPress={() => setFloating('tag')}>
            tag…
          </BarButton>
          <BarButton keys="N" onPress={() => setFloating('note')}>
            note
          </BarButton>
          <BarButton keys="C" onPress={marking.claim}>
            claim
          </BarButton>
          <BarButton keys="E" onPress={onEveryOne}>
            All occurrences
          </BarButton>
          {hiddenLines > 0 && (
            <span className="selection-bar-note" role="status">
              includes {count(hiddenLines, 'hidden line')}
            </span>
          )}
        </>
      )}
      {floating === 'tag' && <TagPane tags={offered} marking={marking} />}
      {floating === 'note' && <NotePane marking={marking} onClose={close} />}
      {typeof floating === 'object' && (
        <SpanPicker
          spans={floating.spans}
          annotations={annotations}
          tags={tags}
          onChoose={(span: PaintedSpan) => {
            choose(span.id)
            close()
          }}
        />
      )}
    </div>
  )
}

function BarButton({
  keys,
  onPress,
  children,
}: {
  keys: string
  onPress: () => void
  children: React.ReactNode
}) {
  return (
    // Reached by its key while the text keeps the focus; Tab goes on to the inspector.
    <AriaButton className="selection-bar-button" onPress={onPress} excludeFromTabOrder preventFocusOnPress>
      {children}
      {keys && <kbd>{keys}</kbd>}
    </AriaButton>
  )
}

/** Over the words, or under them where there is no room; always inside the text's column. */
function usePlace(
  reader: RefObject<ReaderHandle | null>,
  box: RefObject<HTMLDivElement | null>,
  at: Stretch | null,
  floating: Floating,
): { left: number; top: number } | null {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  const start = at?.start ?? null
  const end = at?.end ?? null
  useLayoutEffect(() => {
    const element = box.current
    const words = start === null || end === null ? null : reader.current?.boxOf({ start, end })
    if (!element || !words) return setPlace(null)
    const column = element.parentElement!.getBoundingClientRect()
    const sight = element.closest('[data-scroller]')!.getBoundingClientRect()
    const { width, height } = element.getBoundingClientRect()
    const gap = 8
    const above = words.top - height - gap
    const inSight = column.top + above > sight.top + 4
    const edge = Math.min(column.width, sight.right - column.left - 8) - width
    setPlace({
      left: Math.max(
        Math.min(0, edge),
        Math.min(words.left + words.width / 2 - width / 2, Math.max(0, edge)),
      ),
      // Words that fill the window leave room neither over nor under them: then the bar lies on them, in sight.
      top: inSight ? above : Math.min(words.bottom + gap, sight.bottom - column.top - height - gap),
    })
  }, [reader, box, start, end, floating])
  return place
}
