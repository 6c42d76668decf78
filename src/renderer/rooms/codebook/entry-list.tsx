import { type ReactNode, useEffect, useRef } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useRootSize } from '../../ui/use-root-size.ts'

export interface Entry {
  id: string
  name: string
  /** A dimmed second line. */
  detail: string
  /** At the end of the line. */
  end: ReactNode
}

/** A list of sources or topics; only the lines on the screen are in the document. */
export function EntryList({
  label,
  entries,
  chosen,
  onChoose,
  onOpen,
  empty,
}: {
  label: string
  entries: readonly Entry[]
  chosen: string | null
  /** The line that the keyboard is on, or that was clicked. */
  onChoose: (id: string) => void
  /** Enter or a double click. */
  onOpen: () => void
  empty: ReactNode
}) {
  const rem = useRootSize()
  const list = useRef<HTMLDivElement>(null)
  const height = lineHeight * rem
  const index = entries.findIndex(({ id }) => id === chosen)
  // An entry that was just made, or that another room leads to, comes into sight.
  useEffect(() => {
    const element = list.current
    if (!element || index < 0) return
    const top = index * height
    const isInSight = top >= element.scrollTop && top + height <= element.scrollTop + element.clientHeight
    if (!isInSight) element.scrollTop = top - element.clientHeight / 2
  }, [index, height])
  if (entries.length === 0) return <div className="codebook-nothing">{empty}</div>
  // A line is named by all its words: its grade and its count are as much the point as its name.
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: height, padding: 0.375 * rem }}>
      <ListBox
        ref={list}
        className="entry-list"
        aria-label={label}
        items={entries}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          const [id] = keys
          if (id !== undefined) onChoose(String(id))
        }}
        onAction={onOpen}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.name} className="entry-line">
            <span className="entry-words">
              <span className="entry-name">{entry.name}</span>
              <span className="entry-detail">{entry.detail}</span>
            </span>
            <span className="entry-end">{entry.end}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}

/** In rem. */
const lineHeight = 3.25
