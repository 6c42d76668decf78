import { ArrowUpRight, ListFilter, MousePointerClick } from 'lucide-react'
import type { ItemHistory } from '../../../domain/history/item.ts'
import { parseStream, recordTables } from '../../../domain/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { count, dateTime, number } from '../../format.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { wayTo } from './way-to.ts'

/** One item: what it is now, who set each field last, and every event of it, field by field. */
export function ItemPanel({ stream }: { stream: string | null }) {
  const item = useAsk('history.item', { stream: stream ?? '' }, { enabled: stream !== null }).data
  const onlyThis = useNavigation((state) => state.historyStream === stream)
  if (stream === null) {
    return (
      <EmptyState
        icon={<MousePointerClick />}
        title="No item chosen"
        text="Choose an event to see the whole history of what it changed, and who set each of its fields."
      />
    )
  }
  if (!item) return null
  const { table } = parseStream(stream)
  const go = wayTo(table, item)
  return (
    <div className="item-panel">
      <p className="item-noun">{recordTables[table].noun}</p>
      <h2>{item.name}</h2>
      {!item.present && (
        <p className="warning">It is gone now; this is how it was last. Undo brings it back.</p>
      )}
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
      </div>
      <Fields item={item} />
      <Events stream={stream} />
    </div>
  )
}

function Fields({ item }: { item: ItemHistory }) {
  const analysts = useAsk('analysts.list', {}).data ?? []
  const me = useAsk('app.info', {}).data?.profile?.id
  const who = (by: string) => (by === me ? 'you' : (analysts.find(({ id }) => id === by)?.name ?? by))
  return (
    <dl className="item-fields">
      {item.fields.map(({ key, label, value, by, at, seq }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <span dir="auto">{value}</span>
            <span className="item-set-by">
              set by {who(by)}, {dateTime(at)}, event {number(seq)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Events({ stream }: { stream: string }) {
  const page = useAsk('history.page', { stream, limit: 200 }).data
  const me = useAsk('app.info', {}).data?.profile?.id
  if (!page) return null
  const hidden = page.total - page.entries.length
  return (
    <section>
      <h3 className="heading-small">{count(page.total, 'event')}</h3>
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
      {hidden > 0 && (
        <p className="dim">And {count(hidden, 'earlier event')}: “Only its events” lists them all.</p>
      )}
    </section>
  )
}
