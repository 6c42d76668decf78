import { useEffect, useRef, useState } from 'react'
import type { Restorable } from '../../../domain/restore/restoring.ts'
import { recordTables } from '../../../domain/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { count, number } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RestoreItem } from './restore-item.tsx'
import {
  type AskedRestore,
  type Chosen,
  firstChosen,
  isInTheWay,
  offered,
  restoreItems,
  useRestoring,
} from './restoring.ts'
import './restore-dialog.css'

/** Shows what restoring would take back, later edits by name, and restores the fields that the person chooses. */
export function RestoreDialog() {
  const asked = useRestoring((restoring) => restoring.asked)
  return asked ? <Restoring asked={asked} key={JSON.stringify(asked)} /> : null
}

function Restoring({ asked }: { asked: AskedRestore }) {
  const { asOf, seenTo } = asked
  const streams = asked.items.map(({ stream }) => stream)
  const { data: preview, error } = useAsk(
    'restore.preview',
    { asOf, streams },
    { placeholderData: undefined },
  )
  const items = preview ? offered(preview.items, asked) : []
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState('')
  const lookedAt = useRef<number | null>(null)
  useEffect(() => {
    if (!preview) return
    const now = offered(preview.items, asked)
    const before = lookedAt.current
    lookedAt.current = preview.head
    // What somebody changes while the dialog stands open is no longer chosen: it has to be looked at first.
    if (before === null) setChosen(firstChosen(now, seenTo))
    else if (before < preview.head) {
      const untouched = firstChosen(now, before)
      setChosen((chosen) => new Set([...(chosen ?? [])].filter((choice) => untouched.has(choice))))
    }
  }, [preview, asked, seenTo])
  const close = () => useRestoring.setState({ asked: null })
  const wanted = restoreItems(items, chosen ?? new Set())
  const restore = async () => {
    const options = { expectedSeq: preview?.head, fromPast: true, inPlace: true }
    const answer = await execute('history.restore', { asOf, items: wanted }, options)
    if (answer.ok) close()
    else setProblem(answer.error.message)
  }
  const toggle = (choice: string) => {
    setProblem('')
    setChosen((now) => {
      const next = new Set(now)
      if (!next.delete(choice)) next.add(choice)
      return next
    })
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={titleOf(items, asked)}
      subtitle={`As of event ${number(asOf)}. It comes back by new events; nothing is taken out of the history, and Undo takes it back.`}
      footer={
        <>
          <Button variant="plain" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={wanted.length === 0} onPress={() => void restore()}>
            {wordsFor(wanted)}
          </Button>
        </>
      }
    >
      {(problem || error) && (
        <p className="warning" role="alert">
          {problem || error?.message}
        </p>
      )}
      <LaterWork items={items} seenTo={seenTo} />
      <div className="restore-items">
        {items.map((item) => (
          <RestoreItem
            key={item.stream}
            item={item}
            asOf={asOf}
            seenTo={seenTo}
            hasName={items.length > 1}
            chosen={chosen ?? new Set()}
            onToggle={toggle}
          />
        ))}
      </div>
    </Dialog>
  )
}

/** The first thing to be read, where somebody has worked on since. */
function LaterWork({ items, seenTo }: { items: readonly Restorable[]; seenTo: number }) {
  const fields = items.flatMap((item) => item.fields).filter((field) => isInTheWay(field, seenTo)).length
  const gone = items.filter(({ removedBy }) => removedBy !== null && removedBy.seq > seenTo).length
  if (fields + gone === 0) return null
  const what = [fields > 0 && count(fields, 'field'), gone > 0 && count(gone, 'item')]
  return (
    <p className="warning">
      {what.filter(Boolean).join(' and ')} {fields + gone === 1 ? 'was' : 'were'} worked on later. Look at
      those edits first: they stay as they are unless you choose to bring the older value back.
    </p>
  )
}

function titleOf(items: readonly Restorable[], { items: asked }: AskedRestore): string {
  const [only] = items
  if (asked.length > 1) return `Restore ${number(asked.length)} items`
  return only ? `Restore the ${recordTables[only.table].noun} “${only.name}”` : 'Restore'
}

function wordsFor(wanted: { fields?: string[] }[]): string {
  return wanted.length > 1 ? `Restore ${number(wanted.length)} items` : 'Restore'
}
