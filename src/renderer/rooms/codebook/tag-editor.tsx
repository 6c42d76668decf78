import { Archive, ArchiveRestore, History, ListTree, Merge } from 'lucide-react'
import { useState } from 'react'
import type { TagListItem } from '../../../contract/rows.ts'
import { firstFreeHotkey, hotkeys } from '../../../domain/tag/hotkey.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import { count } from '../../format.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeptField } from '../../ui/kept-field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { choose, useCodebook } from './codebook-state.ts'
import { NewEntry } from './list-bar.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { TagLook } from './tag-look.tsx'
import { idsBelow, tagPath } from './tag-tree.ts'

/** One tag with everything that can be changed about it. */
export function TagEditor({ readOnly }: { readOnly: string | null }) {
  const tags = useAsk('tags.list', {}).data ?? []
  const chosen = useCodebook((codebook) => codebook.chosen.tags)
  const tag = tags.find(({ id }) => id === chosen)
  if (!tag)
    return <EmptyState title="No tag chosen" text="Choose a tag to see how it looks and what it means." />
  return <Editor key={tag.id} tag={tag} tags={tags} readOnly={readOnly} />
}

function Editor({ tag, tags, readOnly }: { tag: TagListItem; tags: TagListItem[]; readOnly: string | null }) {
  const openHistoryOf = useNavigation((navigation) => navigation.openHistoryOf)
  const [isMerging, setMerging] = useState(false)
  const [isChildOpen, setChildOpen] = useState(false)
  const change = (set: object) => execute('tag.change', { id: tag.id, set })
  const isFixed = readOnly !== null || tag.mergedInto !== null
  const below = idsBelow(tags, tag.id)
  const parents = tags.filter(({ id, retired }) => !retired && !below.has(id))
  const target = tags.find(({ id }) => id === tag.mergedInto)
  return (
    <section className="entry" aria-label={`Tag ${tag.name}`}>
      <p className="entry-facts">
        {tagPath(tags, tag)} · {count(tag.annotations, 'annotation')}
      </p>
      {tag.mergedInto !== null && (
        <p className="warning">
          Merged into {target?.name ?? 'another tag'}: its annotations carry that one now. To take it back,
          undo the merge.
        </p>
      )}
      {tag.retired && tag.mergedInto === null && (
        <p className="warning">Retired: it stays on its annotations and is offered no more.</p>
      )}
      <KeptField
        label="Name"
        value={tag.name}
        maxLength={120}
        isDisabled={isFixed}
        onKeep={(name) => change({ name })}
      />
      <KeptField
        label="Description"
        lines={2}
        value={tag.description}
        isDisabled={isFixed}
        placeholder="What belongs under it, and what does not"
        onKeep={(description) => change({ description })}
      />
      <TagLook tag={tag} isDisabled={isFixed} onChange={(set) => void change(set)} />
      <div className="entry-pair">
        <ComboBox
          label="Under"
          placeholder="nothing: at the top"
          items={parents.map((parent) => ({ id: parent.id, label: parent.name }))}
          value={tag.parentId}
          isDisabled={isFixed}
          onChange={(parentId) => {
            if (parentId !== tag.parentId) void change({ parentId })
          }}
        />
        <Select
          label="Key"
          none="none"
          items={hotkeys.map((key) => {
            const owner = tags.find((other) => other.hotkey === key && other.id !== tag.id)
            return { id: key, label: key, detail: owner ? `taken from ${owner.name}` : undefined }
          })}
          value={tag.hotkey}
          isDisabled={isFixed || tag.retired}
          onChange={(hotkey) => void change({ hotkey })}
        />
      </div>
      <div className="entry-acts">
        <Popover
          label={`New tag under ${tag.name}`}
          isOpen={isChildOpen}
          onOpenChange={setChildOpen}
          trigger={
            <Button size="small" icon={<ListTree />} isDisabled={isFixed || tag.retired}>
              New tag under it
            </Button>
          }
        >
          <NewEntry
            noun="tag"
            nameLabel="Name"
            placeholder="infantry"
            onMake={async (name) => {
              const id = newId()
              const { colour, line } = tag
              const hotkey = firstFreeHotkey(tags)
              const answer = await execute('tag.create', { id, name, colour, line, hotkey, parentId: tag.id })
              if (answer.ok) choose('tags', id)
              return answer
            }}
            onMade={() => setChildOpen(false)}
          />
        </Popover>
        <Button size="small" icon={<Merge />} isDisabled={isFixed} onPress={() => setMerging(true)}>
          Merge into…
        </Button>
        {tag.retired ? (
          <Button
            size="small"
            icon={<ArchiveRestore />}
            isDisabled={isFixed}
            onPress={() => void execute('tag.reinstate', { id: tag.id })}
          >
            Reinstate
          </Button>
        ) : (
          <Button
            size="small"
            icon={<Archive />}
            isDisabled={isFixed}
            onPress={() => void execute('tag.retire', { id: tag.id })}
          >
            Retire
          </Button>
        )}
        <Button
          size="small"
          variant="plain"
          icon={<History />}
          onPress={() => openHistoryOf(`tags/${tag.id}`)}
        >
          History
        </Button>
      </div>
      {isMerging && (
        <MergeDialog
          title={`Merge “${tag.name}” into another tag`}
          label="Tag to merge into"
          items={tags
            .filter(({ id, retired }) => !retired && !below.has(id))
            .map((other) => ({
              id: other.id,
              label: other.name,
              detail: count(other.annotations, 'annotation'),
            }))}
          tell={(into) =>
            `${count(tag.annotations, 'annotation')} will carry “${into}” instead of “${tag.name}”, and tags under it will lie under “${into}”. One undo takes it all back.`
          }
          onMerge={(into) => execute('tag.merge', { ids: [tag.id], into })}
          onMerged={(into) => choose('tags', into)}
          onClose={() => setMerging(false)}
        />
      )}
    </section>
  )
}
