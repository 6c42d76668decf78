import { useState } from 'react'
import type { Problem } from '../../contract/wire.ts'
import { ask, ProblemError, useAsk } from '../data/ask.ts'
import { newId } from '../data/ids.ts'
import { dateTime, number } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { closeBranching } from './branch-state.ts'

/** Asks what the branch shall be called, makes it and opens it. */
export function MakeBranch({ seq: asked }: { seq: number }) {
  const info = useAsk('app.info', {}).data
  const [seq, setSeq] = useState(asked)
  const [name, setName] = useState(`${info?.workspace?.name ?? 'Workspace'} – what if`.slice(0, 100))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async () => {
    if (name.trim() === '' || busy) return
    setBusy(true)
    setProblem(null)
    try {
      if (await ask('branch.make', { job: newId(), name: name.trim(), seq })) closeBranching()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      onClose={closeBranching}
      title="Branch from here"
      subtitle={<WhereItBegins seq={seq} />}
      footer={
        <>
          <Button variant="plain" onPress={closeBranching}>
            Cancel
          </Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === '' || busy || problem?.code === 'inside_command'}
            onPress={() => void make()}
          >
            {busy ? 'Branching…' : 'Create and open branch'}
          </Button>
        </>
      }
    >
      <p className="branch-lead">
        A workspace of its own with everything up to this moment, to try another reading in. This one stays as
        it is; what proves right there can be taken back, change by change.
        {info?.dialogs === true && ' You choose its folder next.'}
      </p>
      <TextField
        label="Name of the branch"
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') void make()
        }}
      />
      {problem && (
        <div className="branch-problem" role="alert">
          <p>{problem.message}</p>
          {problem.code === 'inside_command' && (
            <Nearest
              details={problem.details}
              onChoose={(nearest) => {
                setSeq(nearest)
                setProblem(null)
              }}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

function Nearest({
  details,
  onChoose,
}: {
  details: Record<string, unknown> | undefined
  onChoose: (seq: number) => void
}) {
  return (
    <div className="branch-nearest">
      {(['before', 'after'] as const).map((side) => (
        <Button key={side} size="small" onPress={() => onChoose(Number(details?.[side]))}>
          At event {number(Number(details?.[side]))}, {side} it
        </Button>
      ))}
    </div>
  )
}

function WhereItBegins({ seq }: { seq: number }) {
  const page = useAsk('history.page', { before: seq + 1, limit: 1 }, { enabled: seq > 0 }).data
  const entry = page?.entries[0]
  if (seq === 0) return 'Event 0: the empty workspace, before its first event'
  return (
    <>
      At event {number(seq)}
      {entry?.seq === seq && (
        <>
          {' '}
          · {dateTime(entry.at)} · <Sentence parts={entry.sentence} />
        </>
      )}
    </>
  )
}
