import { Merge, Scissors, SquareDashed, Text as TextIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components'
import type { FurnitureKind } from '../../domain/article/row.ts'
import { furnitureKinds } from '../../domain/article/row.ts'
import { newId } from '../data/ids.ts'
import { count, number } from '../format.ts'
import { useActions } from '../state/actions.ts'
import { namesOf } from '../state/keys.ts'
import { type Action, runAction } from '../state/offered-actions.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import {
  articlesOf,
  changeArticle,
  type DraftArticle,
  keepAsText,
  markFurniture,
  mergeWithPrevious,
  type ReadableDraft,
  splitBefore,
} from './draft.ts'
import { updateFile } from './import-state.ts'
import { linesOf, mostLines, type PreviewLine } from './preview-lines.ts'

/**
 * The article's lines, furniture dimmed and named. Lines are chosen by click, Shift and arrows; then they are marked
 * as furniture (F), kept as text (T), or the article is cut before the first of them (S) or joined to the one before (J).
 */
export function TextLines({ file, article }: { file: ReadableDraft; article: DraftArticle }) {
  const [selection, setSelection] = useState<Selection>(new Set())
  const lines = useMemo(() => linesOf(article.text, article.furniture), [article.text, article.furniture])
  const chosen = selection === 'all' ? lines : lines.filter(({ id }) => selection.has(id))
  const [first] = chosen
  const last = chosen.at(-1)
  const index = articlesOf(file).findIndex(({ key }) => key === article.key)
  const canMerge = file.shape === 'parts' && index > 0
  const canSplit = chosen.length === 1 && first !== undefined && first.start > 0

  const change = (how: (draft: DraftArticle) => DraftArticle) =>
    updateFile(file.key, (draft) => changeArticle(draft, article.key, how))
  const mark = (kind: FurnitureKind) => {
    if (first && last)
      change((draft) => markFurniture(draft, { start: first.start, end: last.end, kind, key: newId() }))
  }
  const keep = () => {
    if (first && last) change((draft) => keepAsText(draft, first.start, last.end))
  }
  const split = () => {
    if (canSplit) updateFile(file.key, (draft) => splitBefore(draft, article.key, first.start, newId()))
  }
  const merge = () => {
    if (canMerge) updateFile(file.key, (draft) => mergeWithPrevious(draft, article.key))
  }
  const actions: Action[] = [
    { id: 'import-furniture', title: 'Mark lines as furniture', keys: 'F', run: () => mark('other') },
    { id: 'import-text', title: 'Keep lines as text', keys: 'T', run: keep },
    { id: 'import-split', title: 'Split before the line', keys: 'S', run: split },
    { id: 'import-merge', title: 'Join to the part before', keys: 'J', run: merge },
  ]
  useActions('Import', actions, { inDialog: true })
  /** The list would take these for itself: letters to find a line by its first one, Enter to choose. */
  const beforeTheList = (event: React.KeyboardEvent) => {
    const names = namesOf(event.nativeEvent)
    const id = names.includes('Mod+Enter')
      ? 'accept-import'
      : actions.find(({ keys }) => names.includes(String(keys)))?.id
    if (id === undefined) return
    event.preventDefault()
    event.stopPropagation()
    runAction(id)
  }
  return (
    <div className="import-words">
      <div className="import-tools" role="toolbar" aria-label="Chosen lines">
        <Menu
          label="Kind of furniture"
          trigger={
            <Button size="small" icon={<SquareDashed />} isDisabled={!first}>
              Furniture…
            </Button>
          }
          items={furnitureKinds.map((kind) => ({ id: kind, label: kind, run: () => mark(kind) }))}
        />
        <Tooltip text="The chosen lines are text" keys="T">
          <Button
            size="small"
            icon={<TextIcon />}
            isDisabled={!chosen.some((line) => line.mark)}
            onPress={keep}
          >
            Keep as text
          </Button>
        </Tooltip>
        <Tooltip text="Another article begins with the chosen line" keys="S">
          <Button size="small" icon={<Scissors />} isDisabled={!canSplit} onPress={split}>
            Split here
          </Button>
        </Tooltip>
        {canMerge && (
          <Tooltip text="This part belongs to the one before it" keys="J">
            <Button size="small" icon={<Merge />} onPress={merge}>
              Join to the part before
            </Button>
          </Tooltip>
        )}
        <span className="dim import-chosen" role="status">
          {first && count(chosen.length, 'line')}
        </span>
      </div>
      {file.shape === 'parts' && file.parts.length > 1 && (
        <p className="import-border">
          Part {index + 1} of {file.parts.length} of {file.name}
          {article.reasons.part && ` · ${article.reasons.part}`}
        </p>
      )}
      {lines.length === mostLines && (
        <p className="import-border">
          The first {number(mostLines)} lines are shown; the rest is imported with them as it is.
        </p>
      )}
      <div className="import-scroll" onKeyDownCapture={beforeTheList}>
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 40 }}>
          <ListBox
            className="import-lines"
            aria-label={`Lines of ${article.title}`}
            items={lines}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={selection}
            onSelectionChange={setSelection}
          >
            {(line) => <Line line={line} />}
          </ListBox>
        </Virtualizer>
      </div>
    </div>
  )
}

function Line({ line }: { line: PreviewLine }) {
  const { mark, opens } = line
  return (
    <ListBoxItem
      id={line.id}
      textValue={mark ? `${mark.kind}: ${line.text}` : line.text}
      className="import-line"
      data-furniture={mark ? '' : undefined}
      data-gap={line.gap || undefined}
    >
      {mark && opens && (
        <span className="import-kind">
          {mark.kind} <span className="dim">· {mark.reason}</span>
        </span>
      )}
      <span dir="auto">{line.text}</span>
    </ListBoxItem>
  )
}
