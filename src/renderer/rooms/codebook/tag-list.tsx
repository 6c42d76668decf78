import { Archive, Tags } from 'lucide-react'
import { useRef, useState } from 'react'
import { firstFreeHotkey } from '../../../domain/tag/hotkey.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import { showPane } from '../../state/panes.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { TagChip } from '../../ui/chip.tsx'
import { choose, useCodebook } from './codebook-state.ts'
import { ListBar, type ListProps } from './list-bar.tsx'
import { RenamePopover } from './rename-popover.tsx'
import { RetiredFold } from './retired-fold.tsx'
import { foundTags, idsBelow, rarestColour, tagTree } from './tag-tree.ts'
import { TagTreeView } from './tag-tree-view.tsx'

/** The tags as a tree, with those that are retired in a fold below it. */
export function TagList(props: ListProps) {
  const { data } = useAsk('tags.list', {})
  const text = useCodebook((codebook) => codebook.text.tags)
  const chosen = useCodebook((codebook) => codebook.chosen.tags)
  const tree = useRef<HTMLDivElement>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const tags = data ?? []
  const roots = tagTree(foundTags(tags, text))
  const retired = tags.filter((tag) => tag.retired)
  const renamed = tags.find(({ id }) => id === renaming)
  const anchor = renaming ? tree.current?.querySelector<HTMLElement>(`[data-key="${renaming}"]`) : null
  const move = (ids: string[], parentId: string | null) => {
    for (const id of ids) {
      const tag = tags.find((other) => other.id === id)
      if (!tag || tag.parentId === parentId || (parentId && idsBelow(tags, id).has(parentId))) continue
      void execute('tag.change', { id, set: { parentId } })
    }
  }
  return (
    <>
      <ListBar
        {...props}
        section="tags"
        noun="tag"
        nameLabel="Name"
        placeholder="force size"
        onMake={async (name) => {
          const id = newId()
          const look = { colour: rarestColour(tags), hotkey: firstFreeHotkey(tags) }
          const answer = await execute('tag.create', { id, name, ...look })
          if (answer.ok) choose('tags', id)
          return answer
        }}
      />
      {data && tags.length === 0 && (
        <NothingYet
          what="tags"
          icon={<Tags />}
          title="No tags yet"
          text="Tags name what a stretch of words is about: force size, location, speaker. With the keys 1 to 9 they are given while reading."
        />
      )}
      {data && tags.length > 0 && roots.length === 0 && (
        <p className="codebook-nothing">{text ? `No tag has “${text}” in it.` : 'Every tag is retired.'}</p>
      )}
      <TagTreeView
        ref={tree}
        roots={roots}
        chosen={chosen}
        isReadOnly={props.readOnly !== null}
        isSearch={text.trim() !== ''}
        onChoose={(id) => {
          choose('tags', id)
          showPane('codebook', 'entry')
        }}
        onFocus={(id) => choose('tags', id)}
        onMove={move}
        onRename={setRenaming}
      />
      {renamed && anchor && (
        <RenamePopover
          key={renamed.id}
          anchor={anchor}
          label={`Name of the tag “${renamed.name}”`}
          name={renamed.name}
          onRename={(name) => execute('tag.change', { id: renamed.id, set: { name } })}
          onClose={() => setRenaming(null)}
        />
      )}
      <RetiredFold icon={<Archive />} count={retired.length}>
        {retired.map((tag) => (
          <li key={tag.id} className="codebook-retired">
            <TagChip tag={tag} onPress={() => choose('tags', tag.id)} />
            <span className="dim">
              {tag.mergedInto
                ? `merged into ${tags.find(({ id }) => id === tag.mergedInto)?.name ?? 'another tag'}`
                : 'retired'}
            </span>
          </li>
        ))}
      </RetiredFold>
    </>
  )
}
