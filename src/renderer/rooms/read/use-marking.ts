import type { RefObject } from 'react'
import type { Annotation, Article, Tag } from '../../../contract/rows.ts'
import { queryClient } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import type { Caret } from '../../reader/caret-keys.ts'
import type { ReaderHandle, Stretch } from '../../reader/reader.tsx'
import { makeTag } from './make-tag.ts'
import { useReading } from './reading-state.ts'

export interface Marking {
  /** Tags the selected words; without a selection, puts the tag on the chosen annotation or takes it off. */
  tag(tagId: string): Promise<void>
  /** Makes a tag and puts it on what is selected. */
  makeTag(name: string): Promise<void>
  /** The note that is on the selected words, or on the chosen annotation; empty when there is none. */
  existingNote: string
  /** Marks the selected words with a note; without a selection, changes the chosen annotation's note. */
  note(note: string): Promise<void>
  /** Marks whole lines of the selection, or the caret's line, as page furniture. */
  furniture(): Promise<void>
  /** Opens the claim form for the selected words, or for the chosen annotation's. */
  claim(): void
  /** Takes furniture marks away: their lines are text again. */
  unmarkFurniture(ids: readonly string[]): void
  /** Removes the annotation under the caret, else the chosen one. */
  remove(): Promise<void>
  moveEnds(stretch: Stretch): void
}

/** What can be done to the words of the open article: each is one command, so that each is one undo. */
export function useMarking({
  article,
  annotations,
  tags,
  stretch,
  caret,
  chosen,
  reader,
  paint,
  onDone,
}: {
  article: Article
  annotations: readonly Annotation[]
  tags: readonly Tag[]
  stretch: Stretch | null
  caret: Caret
  chosen: Annotation | null
  reader: RefObject<ReaderHandle | null>
  /** Paints a span before it is saved and tells how to take it away again. */
  paint: (span: { id: string; start: number; end: number; tagIds: readonly string[] }) => () => void
  onDone: () => void
}): Marking {
  const { choose, newClaim, selected } = useReading()
  const exactly = ({ start, end }: Stretch) =>
    annotations.find((one) => one.start === start && one.end === end) ?? null
  const make = async (span: { tagIds?: string[]; note?: string }) => {
    if (!stretch) return
    const id = newId()
    const { start, end } = stretch
    const unpaint = paint({ id, start, end, tagIds: span.tagIds ?? [] })
    // The words are marked: the caret goes to their end, ready for the next ones.
    const leave = () => {
      reader.current?.select({ start: end, end })
      onDone()
    }
    // A note that is refused must still stand there.
    if (!span.note) leave()
    const done = await execute('annotation.make', {
      spans: [{ id, articleId: article.id, start, end, ...span }],
    })
    if (done.ok) {
      if (span.note) leave()
      choose(id)
      await queryClient.refetchQueries({ queryKey: ['article.marks', { id: article.id }] })
    } else {
      reader.current?.select({ start, end })
    }
    unpaint()
  }
  const toggle = async ({ id, tagIds }: Annotation, tagId: string) => {
    const command = tagIds.includes(tagId) ? 'annotation.untag' : 'annotation.tag'
    await execute(command, { ids: [id], tagIds: [tagId] })
    choose(id)
    onDone()
  }
  const tag = async (tagId: string) => {
    const there = stretch ? exactly(stretch) : chosen
    if (there) await toggle(there, tagId)
    else await make({ tagIds: [tagId] })
  }
  const under = annotations
    .filter(({ start, end }) => start <= caret.head && caret.head < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  return {
    tag,
    existingNote: (stretch ? exactly(stretch) : chosen)?.note ?? '',
    async makeTag(name) {
      const id = await makeTag(name, tags)
      if (id) await tag(id)
    },
    async note(note) {
      const there = stretch ? exactly(stretch) : chosen
      if (!there) return make({ note })
      const done = await execute('annotation.note', { id: there.id, note })
      if (done.ok || done.error.code === 'nothing_to_change') onDone()
    },
    async furniture() {
      const lines = { start: stretch?.start ?? caret.head, end: stretch?.end ?? caret.head }
      const whole = reader.current?.wholeLines(lines)
      if (!whole) return
      const span = { id: newId(), ...whole, kind: 'other' }
      await execute('furniture.mark', { articleId: article.id, spans: [span] })
    },
    claim() {
      const words = stretch && selected ? selected : chosen && wordsOf(chosen)
      if (words) newClaim(words)
    },
    unmarkFurniture: (ids) => void execute('furniture.unmark', { ids }),
    async remove() {
      // With words selected only the mark on those very words is meant, never one somewhere else.
      const here = under.includes(chosen as Annotation) ? chosen : (under[0] ?? chosen)
      const target = stretch ? exactly(stretch) : here
      if (!target) return
      await execute('annotation.remove', { ids: [target.id] })
      if (target === chosen) choose(null)
      reader.current?.focus()
    },
    moveEnds({ start, end }) {
      if (chosen) void execute('annotation.move', { id: chosen.id, start, end })
    },
  }
}

function wordsOf({ articleId, start, end, quote }: Annotation) {
  return { articleId, start, end, quote }
}
