import { ChevronDown, ChevronRight, HistoryIcon } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import { useAsk } from '../../data/ask.ts'
import { count, longDay, number, time } from '../../format.ts'
import { useMoment } from '../../state/moment.ts'
import { moveTo, pause, playOrPause } from '../../timeline/replay.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Sentence, sentenceWords } from '../../ui/sentence.tsx'
import { useCurrentInSight, useCurrentLine } from './current-line.ts'
import { daysOf, firstSeq, type LogLine } from './lines.ts'
import { useSide } from './side.ts'
import type { Log } from './use-log.ts'

/**
 * The events by day. A click or the arrows choose one; Enter goes to the moment after it, a second click shows the item;
 * both open a command of several.
 */
export function LogList({
  log,
  onChoose,
  onEnter,
}: {
  log: Log
  onChoose: (stream: string, seq: number) => void
  onEnter: (stream: string) => void
}) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const days = useMemo(() => daysOf(log.entries, open, localDay), [log.entries, open])
  const lines = useMemo(
    () => new Map(days.flatMap((day) => day.lines.map((line) => [line.id, line]))),
    [days],
  )
  const toggle = (commandId: string) =>
    setOpen((now) => {
      const next = new Set(now)
      if (!next.delete(commandId)) next.add(commandId)
      return next
    })
  const enter = (line: LogLine) => {
    if (line.kind === 'command') toggle(line.entry.commandId)
    else onEnter(streamOf(line))
  }
  const list = useRef<HTMLDivElement>(null)
  useCurrentInSight(days, list)
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === ' ' && keyOf(event.target)) {
      // The list would choose what is chosen already; here as everywhere in the past the key plays.
      event.preventDefault()
      event.stopPropagation()
      playOrPause()
      return
    }
    const line = event.key === 'Enter' ? lines.get(keyOf(event.target) ?? '') : undefined
    if (line?.kind !== 'event' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    pause()
    moveTo(line.entry.seq)
  }
  if (log.problem) return <EmptyState title="The history could not be read" text={log.problem.message} />
  if (!log.loading && log.entries.length === 0) {
    return (
      <EmptyState
        icon={<HistoryIcon />}
        title="No events here"
        text="Everything that anyone does in this workspace is told here, and stays. Widen the filter, or make a first change."
      />
    )
  }
  return (
    <div className="history-keys" role="none" onKeyDownCapture={onKeyDown}>
      {log.later && (
        <Button size="small" variant="plain" className="history-later" onPress={log.later}>
          Show later events
        </Button>
      )}
      <Virtualizer
        layout={ListLayout}
        layoutOptions={{ estimatedRowSize: 34, estimatedHeadingSize: 34, loaderSize: 32 }}
      >
        <ListBox
          ref={list}
          className="history-list"
          aria-label="Events, newest first"
          selectionMode="single"
          selectionBehavior="replace"
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            const line = lines.get(String(key))
            if (line?.kind === 'event') onChoose(streamOf(line), line.entry.seq)
          }}
          onAction={(key) => {
            const line = lines.get(String(key))
            if (line) enter(line)
          }}
        >
          <Collection items={days}>
            {(day) => (
              <ListBoxSection id={day.id}>
                <Header className="history-day">{longDay(day.at)}</Header>
                <Collection items={day.lines}>
                  {(line) => <Line line={line} onToggle={() => toggle(line.entry.commandId)} />}
                </Collection>
              </ListBoxSection>
            )}
          </Collection>
          <ListBoxLoadMoreItem onLoadMore={log.more} isLoading={log.loading} className="history-more">
            Reading earlier events…
          </ListBoxLoadMoreItem>
        </ListBox>
      </Virtualizer>
    </div>
  )
}

function Line({ line, onToggle }: { line: LogLine; onToggle: () => void }) {
  const me = useAsk('app.info', {}).data?.profile?.id
  const { entry } = line
  const marked = useSide((side) => side.marked)
  const isMarked =
    marked?.stream === streamOf(line) &&
    marked.seqs.some(
      (seq) => seq <= entry.seq && seq > entry.seq - (line.kind === 'command' ? line.events : 1),
    )
  const who = entry.by === me ? 'you' : entry.byName
  const words = line.kind === 'command' ? line.words : sentenceWords(entry.sentence)
  return (
    <ListBoxItem
      id={line.id}
      textValue={`${words}, ${who}, ${time(entry.at)}`}
      className="history-line"
      data-marked={isMarked || undefined}
      data-inner={(line.kind === 'event' && line.inCommand) || undefined}
      onPress={line.kind === 'command' ? onToggle : undefined}
    >
      <span className="history-seq">
        {isMarked && <span className="hidden-visually">asked for: </span>}
        <Standing line={line} />
        {number(entry.seq)}
      </span>
      <span className="history-who">
        {time(entry.at)} · {who}
      </span>
      {line.kind === 'command' ? (
        <span className="history-command">
          {line.open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          {line.words}{' '}
          <span className="dim">
            {count(line.events, 'event')}
            <span className="hidden-visually">{line.open ? 'unfolded' : 'folded'}</span>
          </span>
        </span>
      ) : (
        <Sentence parts={entry.sentence} />
      )}
    </ListBoxItem>
  )
}

/**
 * Whether the window stands at this line, or before it. The line itself knows nothing of it: were it drawn anew, the
 * list would lay out all of its lines, at every step of a replay.
 */
function Standing({ line }: { line: LogLine }) {
  const isLater = useMoment(({ seq }) => seq !== null && firstSeq(line) > seq)
  const isHere = useCurrentLine(({ id }) => id === line.id)
  if (isHere) return <span className="history-here hidden-visually">you stand here: </span>
  return isLater ? <span className="history-after hidden-visually">later: </span> : null
}

function streamOf({ entry }: LogLine): string {
  return `${entry.table}/${entry.id}`
}

/** The line that a key was pressed in. */
function keyOf(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined
}

/** A key for the local day of a moment. */
function localDay(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}
