import { memo, useLayoutEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { ask, useAsk } from '../data/ask.ts'
import { count, number, shortHash } from '../format.ts'
import { useConnection } from '../state/connection.ts'
import { jobCancelling, useJobs } from '../state/jobs.ts'
import { useMoment } from '../state/moment.ts'
import { useNavigation } from '../state/navigation.ts'
import { useSaving } from '../state/saving.ts'
import { Button as TextButton } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { CopyHead } from './copy-head.tsx'
import './status-line.css'

/** Whether everything is saved, the head of the log, how much there is, what is running, and where it is kept. */
export function StatusLine() {
  const workspace = useAsk('app.info', {}).data?.workspace
  return (
    <footer className="status-line">
      {workspace && <Saved readOnly={workspace.readOnly?.message ?? null} />}
      {workspace && <Head />}
      <Jobs />
      {workspace && (
        <Tooltip text={`${workspace.place} · all workspaces`} keys="G S">
          <Button className="status-button status-end" onPress={() => useNavigation.getState().go('start')}>
            {workspace.name}.claimtrail
          </Button>
        </Tooltip>
      )}
    </footer>
  )
}

function Saved({ readOnly }: { readOnly: string | null }) {
  const pending = useSaving((state) => state.pending)
  const alive = useConnection((state) => state.alive)
  const inPast = useMoment(({ seq }) => seq !== null)
  const [state, words] = !alive
    ? ['lost', 'not connected']
    : inPast
      ? ['past', 'viewing the past']
      : readOnly
        ? ['read-only', 'read-only']
        : pending > 0
          ? ['saving', 'saving…']
          : ['saved', 'saved']
  return (
    <span className="status-saved" data-state={state} role="status">
      {words}
    </span>
  )
}

function Head() {
  const status = useAsk('status', {}).data
  if (!status) return null
  const { articles, annotations, claims } = status
  return (
    <>
      <HeadButton />
      <CopyHead />
      <span className="status-counts">
        {count(articles, 'article')}, {count(annotations, 'span')}, {count(claims, 'claim')}
      </span>
    </>
  )
}

/** Its words change with each event, and with each moment of a replay; the button stays as it is. */
const HeadButton = memo(function HeadButton() {
  return (
    <Tooltip text="The log’s last event and its hash: open the history" keys="G H">
      <Button className="status-button" onPress={() => useNavigation.getState().openHistoryOf(null)}>
        <HeadWords />
      </Button>
    </Tooltip>
  )
})

function HeadWords() {
  const status = useAsk('status', {}).data
  if (!status) return null
  return (
    <>
      event {number(status.seq)}
      {status.hash && <span className="status-hash"> · {shortHash(status.hash)}</span>}
    </>
  )
}

function Jobs() {
  const jobs = useJobs((state) => state.jobs).filter(({ visible }) => visible)
  const [last] = jobs.slice(-1)
  const [failed, setFailed] = useState<string | null>(null)
  const isAny = last !== undefined
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-job', isAny)
  }, [isAny])
  if (!last) return null
  const cancel = () => {
    jobCancelling(last.job)
    // A job that has just ended cannot be stopped any more; its own end is told in any case.
    ask('job.cancel', { job: last.job }).catch((error) => setFailed(String(error)))
  }
  return (
    <div className="status-job">
      <span className="status-job-title" title={failed ?? undefined}>
        {last.cancelling ? `Stopping: ${last.title}` : last.title}
        {jobs.length > 1 && ` and ${jobs.length - 1} more`}
      </span>
      <ProgressBar label={last.title} hideLabel value={last.done} max={last.total} />
      <TextButton size="small" variant="plain" isDisabled={last.cancelling} onPress={cancel}>
        Cancel
      </TextButton>
    </div>
  )
}
