import { useEffect, useState } from 'react'
import type { BothSides, RowDifference, Taken } from '../../contract/branch.ts'
import type { Problem } from '../../contract/wire.ts'
import type { FieldChange } from '../../domain/history/fields.ts'
import { pastTense } from '../../domain/history/past-tense.ts'
import { recordTables, type TableName } from '../../domain/rows.ts'
import { ask, ProblemError } from '../data/ask.ts'
import { newId } from '../data/ids.ts'
import { ensureProfile } from '../data/profile.ts'
import { count, dateTime, number } from '../format.ts'
import { whileSaving } from '../state/saving.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.ts'
import { closeBranching, toggled, useBranching } from './branch-state.ts'

/** Each chosen change as the original would take it now: what it would change, or what stands in its way. */
export function LookStep({ branch }: { branch: string }) {
  const chosen = useBranching((branching) => branching.chosen)
  const anyway = useBranching((branching) => branching.anyway)
  const [outcome, setOutcome] = useState<Taken[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(true)

  useEffect(() => {
    let current = true
    setBusy(true)
    void tell(ask('branch.rehearse', { job: newId(), commands: commandsOf(chosen, anyway) })).then(
      (answer) => {
        if (!current) return
        setBusy(false)
        if ('problem' in answer) setProblem(answer.problem)
        else setOutcome(answer.taken)
      },
    )
    return () => {
      current = false
    }
  }, [chosen, anyway])

  const ready = outcome?.filter(({ result }) => result === 'taken') ?? []
  const take = async () => {
    if (!(await ensureProfile())) return
    setBusy(true)
    // What the person saw stand in the way is left out, so that nothing else happens than what was shown.
    const commands = ready.map(({ commandId }) => ({ commandId, anyway: anyway.has(commandId) }))
    const answer = await tell(whileSaving(ask('branch.takeBack', { job: newId(), commands })))
    setBusy(false)
    if ('problem' in answer) return setProblem(answer.problem)
    // The original may have been changed between the look and the click.
    const left = answer.taken.filter(({ result }) => result !== 'taken')
    toast({ text: `Applied ${count(ready.length - left.length, 'change')} from “${branch}”` })
    if (left.length === 0) closeBranching()
    else useBranching.setState({ chosen: new Set(left.map(({ commandId }) => commandId)) })
  }
  const back = () => useBranching.setState({ step: 'choose' })
  const held = (outcome?.length ?? 0) - ready.length
  return (
    <Dialog
      isOpen
      onClose={closeBranching}
      size="large"
      title="Preview"
      subtitle="These changes will be applied to the current workspace. Nothing has changed yet; each can be undone on its own."
      footer={
        <>
          <p className="branch-foot" role="status">
            {outcome && `${count(ready.length, 'change')} can be applied`}
            {held > 0 && ` · ${number(held)} held back`}
          </p>
          <Button variant="plain" onPress={back}>
            Back
          </Button>
          <Button variant="primary" isDisabled={busy || ready.length === 0} onPress={() => void take()}>
            Apply {count(ready.length, 'change')}
          </Button>
        </>
      }
    >
      {problem && (
        <p className="branch-problem" role="alert">
          {problem.message}
        </p>
      )}
      <ol className="branch-outcomes" aria-busy={busy}>
        {outcome?.map((one) => (
          <Outcome key={one.commandId} one={one} isAnyway={anyway.has(one.commandId)} />
        ))}
      </ol>
    </Dialog>
  )
}

function Outcome({ one, isAnyway }: { one: Taken; isAnyway: boolean }) {
  const { commandId, label, result, problem, changes, changesTotal, sides } = one
  const setAnyway = () => useBranching.setState(({ anyway }) => ({ anyway: toggled(anyway, commandId) }))
  const bothChanged = problem?.code === 'changed_meanwhile'
  return (
    <li className="branch-outcome" data-result={result}>
      <h3>
        {result !== 'taken' && <span className="branch-held">Held back: </span>}
        <span dir="auto">{pastTense(label)}</span>
      </h3>
      {bothChanged ? (
        <p className="warning">The original has changed the same since the branch began.</p>
      ) : (
        problem && <p className="warning">{problem.message}</p>
      )}
      {sides.map((side) => (
        <Sides key={`${side.table}/${side.id}`} side={side} />
      ))}
      {bothChanged && (
        <label className="branch-check branch-anyway">
          <input type="checkbox" checked={isAnyway} onChange={setAnyway} />
          Take it all the same: what the branch says replaces what stands here
        </label>
      )}
      {result === 'conflict' && <p className="dim">Taken all the same, it would do this:</p>}
      {result !== 'rejected' && (
        <ul className="branch-rows" aria-label={result === 'taken' ? 'It changes' : 'It would change'}>
          {changes.map((change) => (
            <Row key={`${change.table}/${change.id}`} change={change} />
          ))}
          {changesTotal > changes.length && (
            <li className="dim">and {number(changesTotal - changes.length)} more</li>
          )}
        </ul>
      )}
    </li>
  )
}

function Row({ change: { table, name, how, fields } }: { change: RowDifference }) {
  const { noun } = recordTables[table as TableName]
  return (
    <li>
      <p>
        {how === 'made' ? (
          <ins>New {noun}</ins>
        ) : how === 'removed' ? (
          <del>Removed {noun}</del>
        ) : (
          `Changed ${noun}`
        )}{' '}
        <strong dir="auto">{name}</strong>
      </p>
      <Fields fields={fields} />
    </li>
  )
}

function Sides({ side: { name, byName, at, seq, inParent, inBranch } }: { side: BothSides }) {
  return (
    <div className="branch-both">
      <p className="branch-both-name">
        Both changed <strong dir="auto">{name}</strong>
      </p>
      <div>
        <h4>
          Here: {byName}, {dateTime(at)}, event {number(seq)}
        </h4>
        {inParent ? <Fields fields={inParent} /> : <p>removed</p>}
      </div>
      <div>
        <h4>In the branch</h4>
        {inBranch ? <Fields fields={inBranch} /> : <p>removed</p>}
      </div>
    </div>
  )
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  if (fields.length === 0) return <p className="dim">nothing that is told in words</p>
  return (
    <dl className="branch-args">
      {fields.map(({ key, label, before, after }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd dir="auto">
            {before !== '' && <del>{before}</del>} {after === '' ? <ins>none</ins> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function commandsOf(chosen: ReadonlySet<string> | null, anyway: ReadonlySet<string>) {
  return [...(chosen ?? [])].map((commandId) => ({ commandId, anyway: anyway.has(commandId) }))
}

async function tell(asked: Promise<Taken[]>): Promise<{ taken: Taken[] } | { problem: Problem }> {
  try {
    return { taken: await asked }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { problem: error.problem }
  }
}
