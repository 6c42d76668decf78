import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, GridList, GridListItem, type Key, useDragAndDrop } from 'react-aria-components'
import type { TopicListItem } from '../../../contract/rows.ts'
import { count } from '../../format.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { moveSections, type Section, sectionTitle } from './sections.ts'

/** The sections as a list that is ordered by dragging, by Alt and the arrows, or from each line's menu. */
export function SectionList({
  sections,
  keys,
  topics,
  chosen,
  isDisabled,
  onChoose,
  onOrder,
  onRemove,
}: {
  sections: readonly Section[]
  keys: readonly string[]
  topics: readonly TopicListItem[]
  chosen: string | null
  isDisabled: boolean
  onChoose: (key: string | null) => void
  onOrder: (sections: Section[]) => void
  onRemove: (index: number) => void
}) {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const questions = new Map(topics.map(({ id, question }) => [id, question]))
  const lines = sections.map((section, index) => ({
    id: keys[index]!,
    index,
    title: sectionTitle(section, questions),
    detail: 'topicId' in section ? count(byId.get(section.topicId)?.claims ?? 0, 'claim') : '',
  }))
  const place = (key: Key) => keys.indexOf(String(key))
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled,
    getItems: (dragged) => [...dragged].map((key) => ({ 'text/plain': lines[place(key)]?.title ?? '' })),
    onReorder({ keys: dragged, target }) {
      const before = place(target.key) + (target.dropPosition === 'after' ? 1 : 0)
      onOrder(moveSections(sections, [...dragged].map(place), before))
    },
  })
  const move = (index: number, by: 1 | -1) => {
    const to = index + by
    if (isDisabled || to < 0 || to >= sections.length) return
    onOrder(moveSections(sections, [index], by === 1 ? to + 1 : to))
  }
  const moveByKey = useRef((_key: string, _by: 1 | -1) => {})
  moveByKey.current = (key, by) => move(place(key), by)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Before the list takes the arrow for itself.
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null
      if (!row?.dataset.key) return
      event.preventDefault()
      event.stopPropagation()
      moveByKey.current(row.dataset.key, event.key === 'ArrowUp' ? -1 : 1)
    }
    const element = list.current
    element?.addEventListener('keydown', onKeyDown, true)
    return () => element?.removeEventListener('keydown', onKeyDown, true)
  }, [])
  return (
    <GridList
      ref={list}
      className="brief-section-list"
      aria-label="Sections in their order. Alt and the arrow keys move one."
      items={lines}
      dependencies={[isDisabled, sections]}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(selected) => {
        if (selected === 'all') return
        const [key] = selected
        onChoose(key === undefined ? null : String(key))
      }}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="dim brief-no-sections">No sections yet.</p>}
    >
      {({ id, index, title, detail }) => (
        <GridListItem id={id} textValue={title} className="brief-section-line">
          <Button slot="drag" className="brief-grip" isDisabled={isDisabled}>
            <GripVertical aria-hidden />
          </Button>
          <span className="brief-section-title">{title}</span>
          <span className="brief-section-detail">{detail}</span>
          <Menu
            label={`Section ${title}`}
            placement="bottom end"
            trigger={
              <IconButton
                size="small"
                label={`Move or remove ${title}`}
                icon={<Ellipsis />}
                isDisabled={isDisabled}
              />
            }
            items={[
              {
                id: 'up',
                label: 'Move up',
                icon: <ArrowUp />,
                keys: 'Alt+ArrowUp',
                isDisabled: index === 0,
                run: () => move(index, -1),
              },
              {
                id: 'down',
                label: 'Move down',
                icon: <ArrowDown />,
                keys: 'Alt+ArrowDown',
                isDisabled: index === sections.length - 1,
                run: () => move(index, 1),
              },
              'separator',
              { id: 'remove', label: 'Remove', icon: <Trash2 />, danger: true, run: () => onRemove(index) },
            ]}
          />
        </GridListItem>
      )}
    </GridList>
  )
}
