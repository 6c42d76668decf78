import { useState } from 'react'
import { ask, ProblemError, useAsk } from '../data/ask.ts'
import { dateTime, number } from '../format.ts'
import { closeOverlay, useOpened } from '../state/opened.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { toast } from '../ui/toast.ts'
import { readMoment } from './read-moment.ts'
import { moveTo, pause } from './replay.ts'

/** Asks for a place in the log: an event's number, a named moment, or a date and time. */
export function GoToDialog() {
  const isOpen = useOpened(({ overlay }) => overlay === 'go-to-moment')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const moments = useAsk('moments.list', {}, { enabled: isOpen }).data ?? []
  const close = () => closeOverlay('go-to-moment')
  const stand = (seq: number) => {
    pause()
    moveTo(seq)
    setProblem(null)
    close()
  }
  const go = async () => {
    try {
      const { seq, note } = await ask('moment.resolve', { word: readMoment(words) })
      stand(seq)
      if (note !== null) toast({ kind: 'problem', text: note })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem.message)
    }
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="small"
      title="Go to a moment"
      subtitle="The whole window then shows the workspace as it was, to be looked at."
      footer={
        <Button variant="primary" isDisabled={words.trim() === ''} onPress={() => void go()}>
          Go there
        </Button>
      }
    >
      <TextField
        label="Event, moment or time"
        description="1204, a moment’s name, 1 Nov 2024, or 1 Nov 2024, 16:42"
        value={words}
        onChange={(next) => {
          setWords(next)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && words.trim() !== '') void go()
        }}
        error={problem ?? undefined}
        autoFocus
      />
      {moments.length > 0 && (
        <ul className="go-to-moments" aria-label="Named moments">
          {moments.map(({ id, name, seq, at }) => (
            <li key={id}>
              <Button variant="plain" size="small" onPress={() => stand(seq)}>
                <span className="go-to-name">{name}</span>
                <span className="dim">
                  event {number(seq)}
                  {at && `, ${dateTime(at)}`}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
