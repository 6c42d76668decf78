import type { Tag } from '../../../contract/rows.ts'
import { firstFreeHotkey } from '../../../domain/tag/hotkey.ts'
import { tagColours, tagLines } from '../../../domain/tag/style.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'

/** Makes a tag in passing, with the look that the fewest tags have and the first free key; null: it was refused. */
export async function makeTag(name: string, tags: readonly Tag[]): Promise<string | null> {
  const id = newId()
  const hotkey = firstFreeHotkey(tags)
  const made = await execute('tag.create', { id, name, ...rarestStyle(tags), hotkey }, { quiet: true })
  return made.ok ? id : null
}

function rarestStyle(tags: readonly Tag[]) {
  const styles = tagLines.flatMap((line) => tagColours.map((colour) => ({ colour, line })))
  const uses = ({ colour, line }: (typeof styles)[number]) =>
    tags.filter((tag) => !tag.mergedInto && tag.colour === colour).length * 2 +
    tags.filter((tag) => !tag.mergedInto && tag.colour === colour && tag.line === line).length
  return styles.reduce((best, style) => (uses(style) < uses(best) ? style : best))
}
