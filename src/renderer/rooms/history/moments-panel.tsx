import { Bookmark, BookmarkPlus, Ellipsis, GitCompareArrows, LogIn, PencilLine, Trash2 } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components'
import type { MomentListItem } from '../../../contract/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { useReadOnlyFile } from '../../data/read-only.ts'
import { dateTime, number } from '../../format.ts'
import { nameMoment, renameMoment } from '../../moments/naming.ts'
import { useMoment } from '../../state/moment.ts'
import { moveTo } from '../../timeline/replay.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Menu } from '../../ui/menu.tsx'
import { compareMoments } from './side.ts'

/** The named moments. Enter goes to one, F2 or R renames, Delete takes the name away, C compares it with now. */
export function MomentsPanel() {
  const moments = useAsk('moments.list', {}).data
  const readOnly = useReadOnlyFile() !== null
  const here = useMoment(({ seq }) => seq)
  if (!moments) return null
  const name = (
    <Button size="small" icon={<BookmarkPlus />} isDisabled={readOnly} onPress={() => void nameMoment()}>
      {here === null ? 'Name this moment' : `Name event ${number(here)}`}
    </Button>
  )
  if (moments.length === 0) {
    return (
      <EmptyState
        icon={<Bookmark />}
        title="No moment has a name yet"
        text="Name the moment when you brief, publish or hand over: then anyone can come back to exactly what was known, compare it with later, and export it again."
        action={name}
      />
    )
  }
  return (
    <div className="moments">
      <div className="moments-bar">{name}</div>
      {/* Keys of a line that the list itself leaves alone. */}
      <div
        role="none"
        className="moments-keys"
        onKeyDownCapture={(event) => {
          const moment = moments.find(({ id }) => id === lineOf(event))
          if (moment && takeKey(event.key, moment, readOnly)) {
            event.preventDefault()
            event.stopPropagation()
          }
        }}
      >
        <GridList
          className="moments-list"
          aria-label="Named moments"
          items={moments}
          dependencies={[readOnly, here]}
          selectionMode="none"
          onAction={(key) => {
            const moment = moments.find(({ id }) => id === key)
            if (moment) waysOf(moment).go()
          }}
        >
          {(moment) => <Line moment={moment} isHere={moment.seq === here} readOnly={readOnly} />}
        </GridList>
      </div>
    </div>
  )
}

function Line({ moment, isHere, readOnly }: { moment: MomentListItem; isHere: boolean; readOnly: boolean }) {
  const me = useAsk('app.info', {}).data?.profile?.id
  const { go, compare, rename, remove } = waysOf(moment)
  const when = moment.at === null ? 'before the first event' : dateTime(moment.at)
  return (
    <GridListItem
      id={moment.id}
      textValue={`${moment.name}, event ${moment.seq}`}
      className="moment-line"
      data-here={isHere || undefined}
    >
      <Bookmark aria-hidden className="moment-flag" />
      <span className="moment-words">
        <span className="moment-name">
          {moment.name}
          {isHere && <span className="moment-here"> you stand here</span>}
        </span>
        <span className="moment-when">
          event {number(moment.seq)} · {when} · named by {moment.namedBy === me ? 'you' : moment.namedByName}
        </span>
        {moment.note && <span className="moment-note">{moment.note}</span>}
      </span>
      <Menu
        label={`Moment ${moment.name}`}
        placement="bottom end"
        trigger={<IconButton size="small" label={`More about ${moment.name}`} icon={<Ellipsis />} />}
        items={[
          {
            id: 'go',
            label: 'View the workspace at this point',
            icon: <LogIn />,
            keys: 'Enter',
            run: go,
          },
          { id: 'compare', label: 'Compare with now', icon: <GitCompareArrows />, keys: 'C', run: compare },
          'separator',
          {
            id: 'rename',
            label: 'Rename…',
            icon: <PencilLine />,
            keys: 'F2',
            isDisabled: readOnly,
            run: rename,
          },
          {
            id: 'remove',
            label: 'Remove the name',
            icon: <Trash2 />,
            keys: 'Delete',
            danger: true,
            isDisabled: readOnly,
            run: remove,
          },
        ]}
      />
    </GridListItem>
  )
}

function waysOf(moment: MomentListItem) {
  return {
    go: () => moveTo(moment.seq),
    compare: () => compareMoments({ moment: moment.id }, 'now'),
    rename: () => renameMoment(moment),
    remove: () => void execute('moment.remove', { id: moment.id }, { fromPast: true }),
  }
}

/** True when the key did something with the moment. */
function takeKey(key: string, moment: MomentListItem, readOnly: boolean): boolean {
  const { compare, rename, remove } = waysOf(moment)
  const changes = { F2: rename, r: rename, Delete: remove }
  const run = { c: compare, ...(!readOnly && changes) }[key]
  run?.()
  return run !== undefined
}

/** The line that has the focus, unless a menu above the list has it, or a key of the program was meant. */
function lineOf(event: React.KeyboardEvent<HTMLElement>): string | undefined {
  const { target, currentTarget } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (!(target instanceof Element) || !currentTarget.contains(target)) return
  return target.closest<HTMLElement>('[data-key]')?.dataset.key
}
