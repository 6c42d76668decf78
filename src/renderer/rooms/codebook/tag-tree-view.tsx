import { ChevronRight, GripVertical } from 'lucide-react'
import { type Ref, useState } from 'react'
import {
  Button,
  Collection,
  type Key,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components'
import { count } from '../../format.ts'
import { TagSwatch } from '../../ui/chip.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import type { TagNode } from './tag-tree.ts'

interface TreeProps {
  ref: Ref<HTMLDivElement>
  roots: TagNode[]
  chosen: string | null
  isReadOnly: boolean
  /** While searching the whole tree stands open. */
  isSearch: boolean
  /** Enter or a double click. */
  onChoose: (id: string) => void
  /** The line that the keyboard is on, or that was clicked. */
  onFocus: (id: string) => void
  onMove: (ids: string[], parentId: string | null) => void
  onRename: (id: string) => void
}

/**
 * The tree of tags. A tag is dragged onto the one it shall lie under, or between two lines to lie beside them; by
 * keyboard Enter on the handle begins, arrows choose, Enter drops. F2 edits the name in place.
 */
export function TagTreeView(props: TreeProps) {
  const { roots, isReadOnly, onMove } = props
  // What is folded is kept, not what is open: a tag that gets its first child shows it at once.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const all = branches(roots)
  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    isDisabled: isReadOnly,
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    acceptedDragTypes: [dragType],
    onMove: ({ keys, target }) => {
      const ids = [...keys].map(String)
      // Tags are in order of name: a drop between two lines says only beside which tag it shall lie.
      onMove(
        ids,
        target.dropPosition === 'on' ? String(target.key) : (parentOf(roots, String(target.key)) ?? null),
      )
    },
  })
  if (roots.length === 0) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F2 is a key of the tree within
    <div
      ref={props.ref}
      className="tag-tree-frame"
      onKeyDown={(event) => {
        if (event.key === 'F2' && props.chosen && !isReadOnly) props.onRename(props.chosen)
      }}
    >
      <Tree
        className="tag-tree"
        aria-label="Tags"
        items={roots}
        expandedKeys={props.isSearch ? all : all.filter((id) => !folded.has(id))}
        onExpandedChange={(open) => setFolded(new Set(all.filter((id) => !open.has(id))))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={props.chosen ? [props.chosen] : []}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          const [id] = keys
          if (id !== undefined) props.onFocus(String(id))
        }}
        onAction={(key: Key) => props.onChoose(String(key))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(node) => <Branch node={node} tree={props} />}
      </Tree>
    </div>
  )
}

const dragType = 'application/x-claimtrail-tag'

/** The tree gives its items an id of its own as a prop: what all share travels in one prop beside it. */
function Branch({ node, tree }: { node: TagNode; tree: TreeProps }) {
  const { tag, children, within } = node
  return (
    <TreeItem id={tag.id} textValue={tag.name} className="tag-line">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, allowsDragging }) => (
          <>
            {allowsDragging && (
              <Button slot="drag" className="tag-grip" aria-label={`Move ${tag.name}`}>
                <GripVertical aria-hidden />
              </Button>
            )}
            {hasChildItems ? (
              <Button slot="chevron" className="tag-chevron" aria-label={isExpanded ? 'Fold' : 'Unfold'}>
                <ChevronRight aria-hidden data-open={isExpanded || undefined} />
              </Button>
            ) : (
              <span className="tag-chevron" />
            )}
            <TagSwatch tag={tag} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; F2 does it by keyboard */}
            <span
              className="tag-name"
              onDoubleClick={() => {
                if (!tree.isReadOnly) tree.onRename(tag.id)
              }}
            >
              {tag.name}
            </span>
            {tag.hotkey && <Kbd keys={tag.hotkey} />}
            <span className="tag-description">{tag.description}</span>
            <span
              className="tag-count"
              title={within > tag.annotations ? `${within} with those below` : undefined}
            >
              {count(tag.annotations, 'annotation')}
            </span>
          </>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <Branch node={child} tree={tree} />}</Collection>
    </TreeItem>
  )
}

/** The tag that one lies under on the screen; undefined for one at the top. */
function parentOf(nodes: TagNode[], id: string, parent?: string): string | undefined {
  for (const node of nodes) {
    if (node.id === id) return parent
    const found = parentOf(node.children, id, node.id)
    if (found !== undefined) return found
  }
  return undefined
}

function branches(nodes: TagNode[]): string[] {
  return nodes.flatMap(({ tag, children }) => (children.length ? [tag.id, ...branches(children)] : []))
}
