import type { ChangeEntry } from '../../../contract/changes.ts'
import { count } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { ChangeCard } from './change-card.tsx'
import { groupTitle } from './change-words.ts'

/** At most so many rows are restored in one look. */
const mostChosen = 500

/** The changes as cards under what became of them. Those that can come back can be chosen together. */
export function ChangeCards({
  entries,
  total,
  more,
  chosen,
  onChoose,
  onRestore,
}: {
  entries: readonly ChangeEntry[]
  total: number
  more: (() => void) | undefined
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  /** Absent in a file that can only be read. */
  onRestore: ((stream: string) => void) | undefined
}) {
  const restorable = entries.filter(({ kind }) => kind !== 'added').map(streamOf)
  const toggle = (stream: string) => {
    const next = new Set(chosen)
    if (!next.delete(stream)) next.add(stream)
    onChoose(next)
  }
  return (
    <>
      {onRestore && restorable.length > 1 && chosen.size < restorable.length && (
        <Button
          size="small"
          variant="plain"
          onPress={() => onChoose(new Set(restorable.slice(0, mostChosen)))}
        >
          Choose all that can be restored
        </Button>
      )}
      {groupsOf(entries).map(({ title, members }) => (
        <section key={title} aria-label={title}>
          <h3 className="heading-small">{title}</h3>
          <ul className="change-cards">
            {members.map((entry) => (
              <ChangeCard
                key={streamOf(entry)}
                entry={entry}
                isChosen={chosen.has(streamOf(entry))}
                onToggle={() => toggle(streamOf(entry))}
                onRestore={onRestore && (() => onRestore(streamOf(entry)))}
              />
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <Button className="changes-more" onPress={more}>
          Show more: {count(total - entries.length, 'further change')}
        </Button>
      )}
    </>
  )
}

export function streamOf({ table, id }: Pick<ChangeEntry, 'table' | 'id'>): string {
  return `${table}/${id}`
}

/** Neighbours of the same table and kind together: the entries come in that order. */
function groupsOf(entries: readonly ChangeEntry[]): { title: string; members: ChangeEntry[] }[] {
  const groups: { title: string; members: ChangeEntry[] }[] = []
  for (const entry of entries) {
    const title = groupTitle(entry.table, entry.kind)
    const last = groups.at(-1)
    if (last?.title === title) last.members.push(entry)
    else groups.push({ title, members: [entry] })
  }
  return groups
}
