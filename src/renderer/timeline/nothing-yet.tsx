import { History } from 'lucide-react'
import type { ComponentProps } from 'react'
import { number } from '../format.ts'
import { useMoment } from '../state/moment.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { backToNow } from './replay.ts'

/** Says that there is nothing and what to do about it; in the past, that there was nothing yet. `what`: “articles”. */
export function NothingYet({ what, ...now }: ComponentProps<typeof EmptyState> & { what: string }) {
  const seq = useMoment((moment) => moment.seq)
  if (seq === null) return <EmptyState {...now} />
  return (
    <EmptyState
      icon={<History />}
      title={`Nothing yet as of event ${number(seq)}`}
      text={`There were no ${what} at this moment of the work. Step on, or go back to now.`}
      action={<Button onPress={backToNow}>Back to now</Button>}
    />
  )
}
