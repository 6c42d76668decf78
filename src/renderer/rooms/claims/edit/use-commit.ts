import { useState } from 'react'
import type { NamedClaim } from '../../../../contract/rows.ts'
import type { RowOf } from '../../../../domain/rows.ts'
import { execute } from '../../../data/execute.ts'

type ClaimFields = Partial<Omit<RowOf<'claims'>, 'id' | 'evidence' | 'enteredAt' | 'enteredBy'>>

export interface Commit {
  /** Saves and closes; stays open with the reason when the change is refused. */
  claim: (set: ClaimFields) => Promise<void>
  /** Grades the claim's speaker, for all its claims. */
  source: (set: { reliability: RowOf<'sources'>['reliability'] }) => Promise<void>
  problem: string
}

/**
 * Saves what an editor holds. The change is refused when someone has changed the claim after `head`; the editor then
 * stays open with what was typed, and saving once more is taken as the decision to set it over the other's value.
 */
export function useCommit(claim: NamedClaim, head: number, onDone: () => void): Commit {
  const [problem, setProblem] = useState('')
  const [expectedSeq, setExpectedSeq] = useState<number | undefined>(head)
  const run = async (type: string, args: object, expected?: number) => {
    const answer = await execute(type, args, expected === undefined ? {} : { expectedSeq: expected })
    if (answer.ok || answer.error.code === 'nothing_to_change') return onDone()
    if (answer.error.code === 'changed_meanwhile') {
      setExpectedSeq(undefined)
      setProblem(`${answer.error.message} To set your value over it, save once more.`)
    } else {
      setProblem(answer.error.message)
    }
  }
  return {
    claim: (set) => run('claim.change', { ids: [claim.id], set }, expectedSeq),
    source: (set) => run('source.change', { id: claim.sourceId, set }),
    problem,
  }
}
