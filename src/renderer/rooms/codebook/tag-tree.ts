import type { TagListItem } from '../../../contract/rows.ts'
import { type TagColour, tagColours } from '../../../domain/tag/style.ts'

export interface TagNode {
  /** The tag's. */
  id: string
  tag: TagListItem
  children: TagNode[]
  /** Annotations with this tag or one below it. An annotation that has two of them counts twice. */
  within: number
}

/**
 * The tags in use as a tree, each level by name. A tag whose parent is retired stands under the next one up that is
 * in use, so that retiring a parent hides nothing.
 */
export function tagTree(tags: readonly TagListItem[]): TagNode[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const children = new Map<string | null, TagListItem[]>()
  for (const tag of tags) {
    if (tag.retired) continue
    const parent = usedParent(tag, byId)
    children.set(parent, [...(children.get(parent) ?? []), tag])
  }
  const grow = (parent: string | null): TagNode[] =>
    (children.get(parent) ?? []).sort(byName).map((tag) => {
      const below = grow(tag.id)
      const within = below.reduce((sum, node) => sum + node.within, tag.annotations)
      return { id: tag.id, tag, children: below, within }
    })
  return grow(null)
}

/** The tag itself and every tag below it: where it cannot be moved to, for it would lie under itself. */
export function idsBelow(tags: readonly TagListItem[], id: string): Set<string> {
  const ids = new Set([id])
  for (let before = 0; before !== ids.size; ) {
    before = ids.size
    for (const tag of tags) if (tag.parentId && ids.has(tag.parentId)) ids.add(tag.id)
  }
  return ids
}

/** “sourcing › denial”: a tag's name with those it lies under. */
export function tagPath(tags: readonly TagListItem[], tag: TagListItem): string {
  const names = [tag.name]
  const seen = new Set([tag.id])
  let up = tags.find(({ id }) => id === tag.parentId)
  while (up && !seen.has(up.id)) {
    names.unshift(up.name)
    seen.add(up.id)
    const next = up.parentId
    up = tags.find(({ id }) => id === next)
  }
  return names.join(' › ')
}

/** The colour of the palette that the fewest tags in use have: what a new tag starts with. */
export function rarestColour(tags: readonly TagListItem[]): TagColour {
  const uses = (colour: TagColour) => tags.filter((tag) => !tag.retired && tag.colour === colour).length
  return tagColours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best))
}

/** Tags that the search leaves: those with the words in name or description, and those they lie under. */
export function foundTags(tags: readonly TagListItem[], text: string): TagListItem[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return [...tags]
  const keep = new Set<string>()
  for (const tag of tags) {
    if (!`${tag.name} ${tag.description}`.toLowerCase().includes(wanted)) continue
    for (let up: TagListItem | undefined = tag; up && !keep.has(up.id); ) {
      keep.add(up.id)
      const next: string | null = up.parentId
      up = tags.find(({ id }) => id === next)
    }
  }
  return tags.filter(({ id }) => keep.has(id))
}

function usedParent(tag: TagListItem, byId: Map<string, TagListItem>): string | null {
  const seen = new Set<string>()
  let parent = tag.parentId
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent)
    const up = byId.get(parent)
    if (!up) return null
    if (!up.retired) return parent
    parent = up.parentId
  }
  return null
}

function byName(a: TagListItem, b: TagListItem): number {
  return a.name.localeCompare(b.name, 'en')
}
