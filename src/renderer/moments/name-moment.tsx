import { useEffect, useState } from 'react'
import { useAsk } from '../data/ask.ts'
import { execute } from '../data/execute.ts'
import { newId } from '../data/ids.ts'
import { dateTime, number } from '../format.ts'
import { useOneAtATime } from '../state/one-at-a-time.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { Sentence } from '../ui/sentence.tsx'
import { type AskedName, noDraft, useNaming } from './naming.ts'
import './moments.css'

/** Gives an event of the log a name, or a moment another one. What was typed stays when it is put away. */
export function NameMomentDialog() {
  const asked = useNaming((naming) => naming.asked)
  return asked ? <NameMoment key={asked.moment?.id ?? 'new'} {...asked} /> : null
}

function NameMoment({ seq, moment }: AskedName) {
  const { draft } = useNaming.getState()
  const [name, setName] = useState(moment?.name ?? draft.name)
  const [note, setNote] = useState(moment?.note ?? draft.note)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    if (!moment) useNaming.setState({ draft: { name, note } })
  }, [moment, name, note])
  const close = () => useNaming.setState({ asked: null })
  const save = useOneAtATime(async () => {
    if (name.trim() === '') return
    const set = { name: name.trim(), note: note.trim() }
    const options = { fromPast: true, inPlace: true }
    const answer = moment
      ? await execute('moment.change', { id: moment.id, set }, options)
      : await execute('moment.name', { id: newId(), ...set, seq }, options)
    if (answer.ok || answer.error.code === 'nothing_to_change') {
      useNaming.setState({ asked: null, ...(!moment && { draft: noDraft }) })
    } else setProblem(answer.error.message)
  })
  return (
    <Dialog
      isOpen
      onClose={close}
      size="small"
      title={moment ? 'Rename this moment' : 'Name this moment'}
      subtitle={<EventOf seq={seq} />}
      footer={
        <>
          <Button variant="plain" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={save}>
            {moment ? 'Keep' : 'Save'}
          </Button>
        </>
      }
    >
      <div className="name-moment">
        <TextField
          label="Name"
          value={name}
          onChange={(value) => {
            setName(value)
            setProblem('')
          }}
          error={problem}
          maxLength={200}
          autoFocus
          placeholder="as briefed on Friday"
          onKeyDown={(event) => {
            if (event.key === 'Enter') save()
          }}
        />
        <TextArea label="Note" value={note} onChange={setNote} rows={2} maxLength={10_000} />
      </div>
    </Dialog>
  )
}

/** Which event it is about, in its own words. */
function EventOf({ seq }: { seq: number }) {
  const page = useAsk('history.page', { before: seq + 1, limit: 1 }, { enabled: seq > 0 }).data
  const entry = seq > 0 ? page?.entries[0] : undefined
  if (seq === 0) return 'Event 0: the empty workspace, before its first event'
  return (
    <>
      Event {number(seq)}
      {entry && (
        <>
          {' '}
          · {dateTime(entry.at)} · <Sentence parts={entry.sentence} />
        </>
      )}
    </>
  )
}
