import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useOneAtATime } from '../../../state/one-at-a-time.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { WordingHints } from '../../../ui/wording-hints.tsx'

/** Adds one hypothesis after another: Enter adds and leaves the field ready for the next. */
export function AddHypothesis({
  topicId,
  autoFocus,
  onAdded,
}: {
  topicId: string
  autoFocus?: boolean
  onAdded?: () => void
}) {
  const [statement, setStatement] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const wanted = statement.trim()
  const add = useOneAtATime(async () => {
    if (wanted === '') return
    const answer = await execute('hypothesis.add', { id: newId(), topicId, statement: wanted })
    // A refused one stays in the field; what was typed meanwhile, too.
    if (answer.ok) {
      setStatement((now) => (now === statement ? '' : now))
      onAdded?.()
    }
    input.current?.focus()
  })
  return (
    <div className="ach-add">
      <div className="ach-add-line">
        <TextField
          label="A possible answer"
          inputRef={input}
          value={statement}
          onChange={setStatement}
          maxLength={1000}
          autoFocus={autoFocus}
          placeholder="They were sent to fight"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="primary" icon={<Plus />} isDisabled={wanted === ''} onPress={add}>
          Add
        </Button>
      </div>
      <WordingHints text={statement} />
    </div>
  )
}
