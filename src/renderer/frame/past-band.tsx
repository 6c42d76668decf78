import { ChevronLeft } from 'lucide-react'
import { memo } from 'react'
import { askForBranch } from '../branch/branch-state.ts'
import { useAsk } from '../data/ask.ts'
import { dateTime, number } from '../format.ts'
import { useMoment } from '../state/moment.ts'
import { useNarrow } from '../state/narrow.ts'
import { openOverlay } from '../state/opened.ts'
import { backToNow, useReplay } from '../timeline/replay.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Sentence } from '../ui/sentence.tsx'
import './past-band.css'

/** Says that the window stands in the past, where, what happened there, and how to come back. */
export function PastBand() {
  const seq = useMoment((moment) => moment.seq)
  const moments = useAsk('moments.list', {}, { enabled: seq !== null }).data ?? []
  const told = useReplay((replay) => replay.told)
  const narrow = useNarrow()
  if (seq === null) return null
  const event = told?.entry.seq === seq ? told.entry : null
  const names = moments.filter((moment) => moment.seq === seq).map(({ name }) => `“${name}”`)
  return (
    <section className="past-band" aria-label="The past" data-narrow={narrow || undefined}>
      <ChevronLeft aria-hidden />
      <p className="past-where">
        <strong>
          As of event {number(seq)}
          {event && ` · ${dateTime(event.at)}`}
          {names.length > 0 && ` · ${names.join(', ')}`}
        </strong>{' '}
        read-only
      </p>
      <p className="past-event">
        {seq === 0 ? 'Before the first edit' : event && <Sentence parts={event.sentence} />}
      </p>
      <Acts />
    </section>
  )
}

/** Drawn once, not at each moment: buttons cost more than all the words beside them. */
const Acts = memo(function Acts() {
  return (
    <>
      <Button size="small" variant="plain" onPress={branchFromHere}>
        Branch from here
      </Button>
      <Button size="small" variant="plain" onPress={() => openOverlay('go-to-moment')}>
        Go to…
      </Button>
      <Button size="small" variant="plain" className="past-back" onPress={backToNow}>
        Back to now <Kbd keys="Escape" />
      </Button>
    </>
  )
})

function branchFromHere(): void {
  const { seq } = useMoment.getState()
  if (seq !== null) void askForBranch(seq)
}
