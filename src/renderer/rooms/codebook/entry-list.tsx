import type { ReactNode } from 'react'
import { ListBox, ListBoxItem, ListLayout, Text, Virtualizer } from 'react-aria-components'
import { useRootSize } from './use-root-size.ts'

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
  if (entries.length === 0) return <div className="codebook-nothing">{empty}</div>
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 3.25 * rem, padding: 0.375 * rem }}>
      <ListBox
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
              <Text slot="label" className="entry-name">
                {entry.name}
              </Text>
              <Text slot="description" className="entry-detail">
                {entry.detail}
              </Text>
            </span>
            <span className="entry-end">{entry.end}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}
