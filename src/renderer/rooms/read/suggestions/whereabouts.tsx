import { Sparkles } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { lookOn, stopLooking } from './looking.ts'
import { useSuggesting } from './suggesting.ts'
import { useIsLong } from './use-is-long.ts'

/** How far the assistant is, and why nothing is offered where nothing is. */
export function Whereabouts({ open, also, rejected }: { open: number; also: number; rejected: number }) {
  const looking = useSuggesting((state) => state.looking)
  const isLong = useIsLong(looking.is === 'looking' ? looking.since : null)
  switch (looking.is) {
    case 'waiting':
      return null
    case 'looking':
      return isLong ? (
        <div className="suggestions-looking">
          <ProgressBar label="Reading the article" value={looking.done} max={looking.total} />
          <Button size="small" variant="plain" onPress={stopLooking}>
            Cancel
          </Button>
        </div>
      ) : null
    case 'stopped':
      return <Note text="Stopped before the end: what was found so far is here." act="Read on" run={lookOn} />
    case 'failed':
      return <Note text={looking.message} act="Try again" run={lookOn} />
    case 'done':
      if (looking.quiet !== null) return <Note text={looking.quiet} />
      if (open > 0) return null
      if (rejected > 0 || also > 0) return <Note text="No draft claims are left." />
      return (
        <EmptyState
          icon={<Sparkles />}
          title="Nothing to suggest"
          text="Draft claims come from figures, and from who says, denies or alleges something. None is left in this text that is not a claim already."
        />
      )
  }
}

function Note({ text, act, run }: { text: string; act?: string; run?: () => void }) {
  return (
    <div className="suggestions-note">
      <span>{text}</span>
      {act && (
        <Button size="small" onPress={run}>
          {act}
        </Button>
      )}
    </div>
  )
}
