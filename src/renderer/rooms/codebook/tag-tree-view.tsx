import { ChevronRight, GripVertical } from 'lucide-react'
import type { Ref } from 'react'
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
  canMove: (id: string, parentId: string) => boolean
  /** Enter or a double click. */
  onChoose: (id: string) => void
  /** The line that the keyboard is on, or that was clicked. */
  onFocus: (id: string) => void
  onMove: (ids: string[], parentId: string | null) => void
  onRename: (id: string) => void
}

/**
 * The tree of tags. A tag is dragged onto the one it shall lie under, or beside the tree's lines to lie under none;
 * by keyboard Enter on the handle begins, arrows choose, Enter drops. F2 edits the name in place.
 */
export function TagTreeView(props: TreeProps) {
  const { roots, isReadOnly, onMove } = props
  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    isDisabled: isReadOnly,
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    acceptedDragTypes: [dragType],
    getDropOperation: (target) =>
      target.type === 'item' && target.dropPosition !== 'on' ? 'cancel' : 'move',
    shouldAcceptItemDrop: () => true,
    onMove: ({ keys, target }) => {
      if (target.dropPosition === 'on') onMove([...keys].map(String), String(target.key))
    },
    onRootDrop: async ({ items }) => {
      const ids = await Promise.all(
        items.map((item) => (item.kind === 'text' ? item.getText(dragType) : null)),
      )
      onMove(
        ids.filter((id) => id !== null),
        null,
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
        defaultExpandedKeys={branches(roots)}
        key={props.isSearch ? 'search' : 'all'}
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

function branches(nodes: TagNode[]): string[] {
  return nodes.flatMap(({ tag, children }) => (children.length ? [tag.id, ...branches(children)] : []))
}
