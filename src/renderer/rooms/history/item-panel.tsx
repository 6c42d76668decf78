import { ArrowUpRight, ListFilter, MousePointerClick, RotateCcw } from 'lucide-react'
import type { ItemHistory } from '../../../domain/history/item.ts'
import { parseStream, recordTables } from '../../../domain/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { useReadOnlyFile } from '../../data/read-only.ts'
import { count, dateTime, number } from '../../format.ts'
import { useMoment } from '../../state/moment.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Blame } from './blame.tsx'
import { Evidence } from './evidence.tsx'
import { askToRestore } from './restoring.ts'
import { wayTo } from './way-to.ts'

/** One item as it is where the window stands: who set each field last, what it was before, and every event of it. */
export function ItemPanel({ stream }: { stream: string | null }) {
  const here = useMoment(({ seq }) => seq)
  const upTo = here ?? undefined
  const item = useAsk('history.item', { stream: stream ?? '', upTo }, { enabled: stream !== null }).data
  if (stream === null) {
    return (
      <EmptyState
        icon={<MousePointerClick />}
        title="No item chosen"
        text="Choose an event to see the whole history of what it changed, and who set each of its fields."
      />
    )
  }
  if (item === undefined) return null
  return (
    <div className="item-panel">
      <p className="item-noun">
        {recordTables[parseStream(stream).table].noun}
        {here !== null && ` as of event ${number(here)}`}
      </p>
      {item ? <Item stream={stream} item={item} here={here} /> : <NotYet stream={stream} here={here} />}
    </div>
  )
}

function Item({ stream, item, here }: { stream: string; item: ItemHistory; here: number | null }) {
  const { table, id } = parseStream(stream)
  const isRestorable = table !== 'analysts' && table !== 'moments'
  return (
    <>
      <h2 dir="auto">{item.name}</h2>
      {!item.present && <Gone stream={stream} here={here} isRestorable={isRestorable} />}
      <Ways stream={stream} item={item} here={here} isRestorable={isRestorable} />
      <Blame stream={stream} item={item} isRestorable={isRestorable} />
      {table === 'claims' && item.present && <Evidence claimId={id} />}
      <Events stream={stream} here={here} />
    </>
  )
}

function Ways({
  stream,
  item,
  here,
  isRestorable,
}: {
  stream: string
  item: ItemHistory
  here: number | null
  isRestorable: boolean
}) {
  const onlyThis = useNavigation((state) => state.historyStream === stream)
  const readOnly = useReadOnlyFile() !== null
  const go = wayTo(parseStream(stream).table, item)
  return (
    <div className="item-ways">
      {go && item.present && (
        <Button size="small" icon={<ArrowUpRight />} onPress={go}>
          Go to it
        </Button>
      )}
      {!onlyThis && (
        <Button
          size="small"
          icon={<ListFilter />}
          onPress={() => useNavigation.getState().openHistoryOf(stream)}
        >
          Only its events
        </Button>
      )}
      {here !== null && item.present && isRestorable && (
        <Button
          size="small"
          icon={<RotateCcw />}
          isDisabled={readOnly}
          onPress={() => askToRestore({ asOf: here, items: [{ stream }], seenTo: here })}
        >
          Restore it as it was here
        </Button>
      )}
    </div>
  )
}

/** A row that was removed: by whom, and the way to have it back. */
function Gone({
  stream,
  here,
  isRestorable,
}: {
  stream: string
  here: number | null
  isRestorable: boolean
}) {
  const readOnly = useReadOnlyFile() !== null
  const last = useAsk('history.page', { stream, limit: 1, before: beforeOf(here) }).data?.entries[0]
  return (
    <div className="warning item-gone">
      <p>It {here === null ? 'is gone now' : 'was gone here'}; this is how it was last.</p>
      {last && isRestorable && (
        <Button
          size="small"
          icon={<RotateCcw />}
          isDisabled={readOnly}
          onPress={() => askToRestore({ asOf: last.seq - 1, items: [{ stream }], seenTo: last.seq })}
        >
          Bring it back
        </Button>
      )}
    </div>
  )
}

/** The window stands before the item's first event, or nothing ever had this name. */
function NotYet({ stream, here }: { stream: string; here: number | null }) {
  const item = useAsk('history.item', { stream }).data
  return (
    <>
      {item && <h2 dir="auto">{item.name}</h2>}
      <p className="dim">
        {item && here !== null
          ? `It was not there yet as of event ${number(here)}.`
          : 'Nothing of this name was ever in this workspace.'}
      </p>
      {item && <Events stream={stream} here={null} />}
    </>
  )
}

function Events({ stream, here }: { stream: string; here: number | null }) {
  const page = useAsk('history.page', { stream, limit: 200, before: beforeOf(here) }).data
  const me = useAsk('app.info', {}).data?.profile?.id
  if (!page) return null
  const earliest = page.entries.at(-1)
  return (
    <section>
      <h3 className="heading-small">{count(page.entries.length, 'event')}</h3>
      <ol className="item-events">
        {page.entries.map(({ seq, at, by, byName, sentence }) => (
          <li key={seq}>
            <Sentence parts={sentence} />
            <span className="item-set-by">
              {by === me ? 'you' : byName}, {dateTime(at)}, event {number(seq)}
            </span>
          </li>
        ))}
      </ol>
      {page.entries.length === 200 && earliest && (
        <p className="dim">Earlier events: “Only its events” lists them all.</p>
      )}
    </section>
  )
}

/** `history.page` takes the number before which its events lie. */
function beforeOf(here: number | null): number | undefined {
  return here === null ? undefined : here + 1
}
