import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { editKinds } from '../../domain/timeline/kinds.ts'
import { useAsk } from '../data/ask.ts'
import { count, number } from '../format.ts'
import { useMoment } from '../state/moment.ts'
import { useNarrow } from '../state/narrow.ts'
import { useNavigation } from '../state/navigation.ts'
import { IconButton } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Select } from '../ui/select.tsx'
import { KindSwatch } from './chart.tsx'
import { kindLooks } from './kinds.ts'
import { type Speed, speeds } from './play-clock.ts'
import { pause, play, useReplay } from './replay.ts'
import { ReplayFilterButton } from './replay-filter.tsx'
import { eventStep, type Road, visitsUpTo } from './road.ts'
import { Scrubber } from './scrubber.tsx'
import { step } from './use-replay-actions.ts'
import './timeline.css'

/** The timeline at the bottom of History, and of every room while the window stands in the past. */
export function TimelineBar() {
  const isOpen = useAsk('app.info', {}).data?.workspace != null
  const inPast = useMoment(({ seq }) => seq !== null)
  const isHistory = useNavigation(({ room }) => room === 'history')
  const road = useReplay((replay) => replay.road)
  if (!isOpen || !(inPast || isHistory)) return null
  return (
    <section className="timeline" aria-label="Timeline" data-keeps-focus>
      {road ? (
        <>
          <Controls road={road} />
          <Scrubber road={road} />
        </>
      ) : (
        <p className="timeline-reading dim" role="status">
          Reading the log…
        </p>
      )}
    </section>
  )
}

function Controls({ road }: { road: Road }) {
  // One by one: where the replay is due changes with every frame.
  const playing = useReplay((replay) => replay.playing)
  const speed = useReplay((replay) => replay.speed)
  const follow = useReplay((replay) => replay.follow)
  const narrow = useNarrow()
  const inRead = useNavigation(({ room }) => room === 'read')
  const isEmpty = road.timeline.head === 0
  return (
    <div className="timeline-controls">
      <IconButton
        className="timeline-play"
        label={playing ? 'Pause' : 'Play'}
        icon={playing ? <Pause /> : <Play />}
        keys="Space"
        isDisabled={isEmpty}
        onPress={playing ? pause : play}
      />
      <Select
        label="Speed"
        hideLabel
        className="timeline-speed"
        items={speeds.map((times) => ({ id: String(times), label: `${times}×` }))}
        value={String(speed)}
        onChange={(id) => useReplay.setState({ speed: Number(id) as Speed })}
      />
      <span className="timeline-steps">
        <IconButton
          label="Step back one event"
          icon={<SkipBack />}
          keys="ArrowLeft"
          size="small"
          isDisabled={isEmpty}
          onPress={() => step(eventStep, -1)}
        />
        <IconButton
          label="Step on one event"
          icon={<SkipForward />}
          keys="ArrowRight"
          size="small"
          isDisabled={isEmpty}
          onPress={() => step(eventStep, 1)}
        />
      </span>
      {!narrow && (
        <span className="timeline-hints" aria-hidden>
          <Kbd keys="Shift" /> session <Kbd keys="Mod" /> day
        </span>
      )}
      <ReplayFilterButton />
      {inRead && (
        <label className="timeline-follow">
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => useReplay.setState({ follow: event.target.checked })}
          />
          Follow to other articles
        </label>
      )}
      <Legend />
      <Where road={road} />
    </div>
  )
}

/** Only the kinds of edit that there are. */
function Legend() {
  const narrow = useNarrow()
  const buckets = useReplay((replay) => replay.road?.timeline.buckets)
  const present = editKinds.filter((_, index) => buckets?.some(({ counts }) => counts[index]! > 0))
  return (
    <ul
      className={narrow ? 'timeline-legend timeline-legend-narrow' : 'timeline-legend'}
      aria-label="Kinds of edit"
    >
      {present.map((kind) => (
        <li key={kind}>
          <KindSwatch kind={kind} />
          {kindLooks[kind].label}
        </li>
      ))}
    </ul>
  )
}

function Where({ road }: { road: Road }) {
  const seq = useMoment((moment) => moment.seq) ?? road.timeline.head
  return (
    <span className="timeline-where">
      {number(seq)} of {number(road.timeline.head)}
      {road.visits && (
        <span className="dim">
          {' '}
          · {number(visitsUpTo(road, seq))} of {count(road.visits.length, 'chosen event')}
        </span>
      )}
    </span>
  )
}
