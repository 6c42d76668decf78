import { existing } from '../decide.ts'
import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** What must hold for a tag beside the others: its name, its key and its place in the tree. */
export function checkTag(
  tables: ReadTables,
  { id, name, hotkey, parentId, mergedInto }: RowOf<'tags'>,
): void {
  // A merged tag is kept for the record only.
  if (mergedInto) return
  checkName(tables, name, id)
  checkParent(tables, id, parentId)
  for (const tag of tables.tags.all()) {
    if (hotkey && tag.id !== id && tag.hotkey === hotkey)
      reject('hotkey_taken', `The key ${hotkey} belongs to the tag “${tag.name}” now.`, { id: tag.id })
  }
}

/** Refuses a name that another tag has, upper and lower case alike. */
export function checkName(tables: ReadTables, name: string, id: string): void {
  const wanted = name.toLocaleLowerCase('en')
  for (const tag of tables.tags.all()) {
    if (tag.id !== id && !tag.mergedInto && tag.name.toLocaleLowerCase('en') === wanted) {
      reject('name_taken', `There is already a tag “${tag.name}”. Use it, or choose another name.`, {
        id: tag.id,
      })
    }
  }
}

/** Refuses a place under itself, under a merged tag, or under none that exists. */
export function checkParent(tables: ReadTables, id: string, parentId: string | null): void {
  if (!parentId) return
  const parent = existing(tables, 'tags', parentId)
  if (parent.mergedInto)
    reject('tag_merged', `“${parent.name}” was merged into another tag. Choose that one, or undo the merge.`)
  for (let up: string | null = parentId; up; up = tables.tags.get(up)?.parentId ?? null) {
    if (up === id) reject('tag_cycle', 'A tag cannot lie under itself.')
  }
}
