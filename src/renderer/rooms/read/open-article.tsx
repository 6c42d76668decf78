import { useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleMarks } from '../../../contract/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { useReadOnly } from '../../data/read-only.ts'
import type { Caret } from '../../reader/caret-keys.ts'
import type { PaintedSpan } from '../../reader/painter.ts'
import { Reader, type ReaderHandle, type Stretch } from '../../reader/reader.tsx'
import { useNavigation } from '../../state/navigation.ts'
import { Byline } from './byline.tsx'
import { FindBar } from './find-bar.tsx'
import { OccurrencesDialog } from './occurrences-dialog.tsx'
import { useReading } from './reading-state.ts'
import { type Floating, SelectionBar } from './selection-bar.tsx'
import { useSuggestionsInText } from './suggestions/use-suggestions-in-text.ts'
import { useFind } from './use-find.ts'
import { useLanded } from './use-landed.ts'
import { useMarking } from './use-marking.ts'
import { usePosition } from './use-position.ts'
import { useReadingActions } from './use-reading-actions.ts'

interface Unsaved extends Stretch {
  id: string
  tagIds: readonly string[]
}

/** One article: its head, its text, and everything that is done to the words in it. */
export function OpenArticle({ marks, text }: { marks: ArticleMarks; text: string }) {
  const { article, annotations, furniture } = marks
  const reader = useRef<ReaderHandle>(null)
  const { data: tags } = useAsk('tags.list', {})
  const readOnly = useReadOnly()
  const { chosenId, choose, select } = useReading()
  const [stretch, setStretch] = useState<Stretch | null>(null)
  const [caret, setCaret] = useState<Caret>({ anchor: 0, head: 0 })
  const [floating, setFloating] = useState<Floating>('bar')
  const [moved, showMoved] = useState<Stretch | null>(null)
  const [everyOne, setEveryOne] = useState<string | null>(null)
  const find = useFind(text, reader)

  // Spans just marked are painted at once; saving them and asking again takes longer than a frame.
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([])
  const spans = useMemo(() => {
    const byId = new Map(tags?.map((tag) => [tag.id, tag]))
    const saved = new Set(annotations.map(({ id }) => id))
    return [...annotations, ...unsaved.filter(({ id }) => !saved.has(id))].map(
      ({ id, start, end, tagIds }) => ({
        id,
        start,
        end,
        styles: tagIds
          .flatMap((tagId) => byId.get(tagId) ?? [])
          .map(({ colour, line }) => ({ colour, line })),
      }),
    )
  }, [annotations, unsaved, tags])
  const paint = (span: Unsaved) => {
    setUnsaved((before) => [...before, span])
    return () => setUnsaved((before) => before.filter((other) => other !== span))
  }
  const chosen = annotations.find(({ id }) => id === chosenId) ?? null

  const marking = useMarking({
    article,
    annotations,
    tags: tags ?? [],
    stretch,
    caret,
    chosen,
    reader,
    paint,
    onDone: () => setFloating('bar'),
  })
  const open = (under: PaintedSpan[]) => {
    if (under.length === 1) choose(under[0]!.id)
    else setFloating({ spans: under })
  }
  useReadingActions({
    marking,
    stretch,
    chosen,
    text,
    readOnly,
    reader,
    tags: tags ?? [],
    setFloating,
    setEveryOne,
    showMoved,
    find,
    annotations,
    choose,
  })
  usePosition(article.id, reader, text.length)
  useFocus(marks, reader, choose)
  const offered = useSuggestionsInText(marks, reader)
  const landed = useLanded(article.id, text.length, reader)

  return (
    <div className="paper" data-scroller>
      <FindBar find={find} />
      <article className="article">
        <h1 className="article-title" dir="auto">
          {article.title}
        </h1>
        <Byline marks={marks} />
        <div className="article-text">
          <Reader
            handle={reader}
            text={text}
            label={article.title}
            spans={spans}
            furniture={furniture}
            chosen={moved ?? chosen}
            found={find.found}
            current={find.current}
            landed={landed}
            suggested={offered.suggested}
            suggestion={offered.suggestion}
            onSelect={(next, at) => {
              setStretch(next)
              setCaret(at)
              setFloating('bar')
              // Other words are spoken of now: keys, buttons and the inspector must not mean two things.
              if (next && !(chosen?.start === next.start && chosen.end === next.end)) choose(null)
              if (!next) offered.pointAt(at.head)
              select(next && { articleId: article.id, ...next, quote: text.slice(next.start, next.end) })
            }}
            onOpen={open}
            onUnmark={readOnly ? null : marking.unmarkFurniture}
            onMoveEnds={readOnly ? null : marking.moveEnds}
          />
          <SelectionBar
            reader={reader}
            stretch={stretch}
            caret={caret}
            floating={floating}
            setFloating={setFloating}
            marking={marking}
            tags={tags ?? []}
            annotations={annotations}
            readOnly={readOnly}
            hiddenLines={stretch ? (reader.current?.hiddenLines(stretch) ?? 0) : 0}
            onEveryOne={() => stretch && setEveryOne(text.slice(stretch.start, stretch.end))}
          />
        </div>
      </article>
      {everyOne !== null && (
        <OccurrencesDialog
          articleId={article.id}
          quote={everyOne}
          tags={tags ?? []}
          onClose={() => setEveryOne(null)}
        />
      )}
    </div>
  )
}

/** A jump from elsewhere: to an annotation, or to a range of the text. */
function useFocus(
  { article, annotations }: ArticleMarks,
  reader: React.RefObject<ReaderHandle | null>,
  choose: (id: string | null) => void,
): void {
  const focus = useNavigation((navigation) => (navigation.articleId === article.id ? navigation.focus : null))
  const all = useRef(annotations)
  all.current = annotations
  useEffect(() => {
    if (!focus) return
    const annotation = all.current.find(({ id }) => id === focus.annotationId)
    if (annotation) choose(annotation.id)
    const target =
      annotation ?? (focus.start !== undefined ? { start: focus.start, end: focus.end ?? focus.start } : null)
    if (!target) return
    reader.current?.reveal(target)
    if (!annotation) reader.current?.select(target)
  }, [focus, reader, choose])
}
