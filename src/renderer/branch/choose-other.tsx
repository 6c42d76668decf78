import { useState } from 'react'
import type { BranchRole, BranchState } from '../../contract/branch.ts'
import type { Problem } from '../../contract/wire.ts'
import { ask, ProblemError, queryClient, useAsk } from '../data/ask.ts'
import { ago } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { closeBranching } from './branch-state.ts'

/** Asks for the other file, and says why the one that was found or chosen will not do. */
export function ChooseOther({ role, problem: first }: { role: BranchRole; problem: Problem }) {
  const info = useAsk('app.info', {}).data
  const list = useAsk('workspace.list', {}).data ?? []
  const [problem, setProblem] = useState(first)
  const isOpen = (name: string, place: string) =>
    name === info?.workspace?.name && place === info.workspace.place
  const others = list.filter(({ name, place, present }) => present && !isOpen(name, place))
  const choose = async (key?: string) => {
    try {
      const state = await ask('branch.choose', key === undefined ? { role } : { role, key })
      if (state) await show(role, state)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
    }
  }
  const noneYet = problem.code === 'no_branch_chosen'
  return (
    <Dialog
      isOpen
      onClose={closeBranching}
      title={role === 'branch' ? 'Where is the original?' : 'Which branch?'}
      footer={
        <>
          <Button variant="plain" onPress={closeBranching}>
            Cancel
          </Button>
          {info?.dialogs && (
            <Button variant="primary" onPress={() => void choose()}>
              Choose a file…
            </Button>
          )}
        </>
      }
    >
      <p className={noneYet ? 'branch-lead' : 'branch-problem'} role={noneYet ? undefined : 'alert'}>
        {problem.message}
      </p>
      {others.length > 0 ? (
        <ul className="branch-files" aria-label="Workspaces">
          {others.map(({ key, name, place, openedAt }) => (
            <li key={key}>
              <Button variant="plain" onPress={() => void choose(key)}>
                <span className="branch-file">
                  {name}
                  <span className="dim">{place}</span>
                </span>
                {openedAt && <span className="dim">{ago(openedAt)}</span>}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="dim">
          No other workspace is known here. Open it once, so that it is on the list, then come back.
        </p>
      )}
    </Dialog>
  )
}

/** The answer is what the comparison would ask for again. */
async function show(role: BranchRole, state: BranchState): Promise<void> {
  const queryKey = ['branch.compare', { role }]
  queryClient.setQueryData(queryKey, state)
  await queryClient.invalidateQueries({ queryKey })
}
