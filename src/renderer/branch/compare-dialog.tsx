import { useMemo } from 'react'
import type { BranchLine, BranchRole, BranchState } from '../../contract/branch.ts'
import { withNeeds } from '../../domain/branch/needs.ts'
import { ask, ProblemError, queryClient, useAsk } from '../data/ask.ts'
import { useReadOnlyFile } from '../data/read-only.ts'
import { count, dateTime, number } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.ts'
import { closeBranching, useBranching } from './branch-state.ts'
import { ChooseOther } from './choose-other.tsx'
import { BranchCommands, ParentCommands } from './command-lists.tsx'
import { LookStep } from './look-step.tsx'

/**
 * The two histories since the fork, beside each other. In the branch: what was tried, and the way to the original. In
 * the original: choosing what to take back, and seeing it before it is done.
 */
export function CompareDialog({ role }: { role: BranchRole }) {
  const { data, error } = useAsk('branch.compare', { role }, { gcTime: 0, placeholderData: undefined })
  const step = useBranching((branching) => branching.step)
  if (error) return <ChooseOther role={role} problem={error.problem} />
  if (!data) {
    return (
      <Dialog isOpen onClose={closeBranching} title="Comparing…" size="large">
        <p className="dim">Reading both workspaces…</p>
      </Dialog>
    )
  }
  if (role === 'parent' && step === 'look') return <LookStep branch={data.comparison.branch.name} />
  return <ChooseStep state={data} />
}

function ChooseStep({ state }: { state: BranchState }) {
  const { role, other, comparison } = state
  const { parent, branch, inBranch, inBranchTotal, inParent, inParentTotal } = comparison
  const chosenBefore = useBranching((branching) => branching.chosen)
  const chosen = useMemo(() => chosenBefore ?? new Set(firstChoice(inBranch)), [chosenBefore, inBranch])
  const missing = missingNeeds(inBranch, chosen)
  const choose = (next: ReadonlySet<string>) => useBranching.setState({ chosen: next })
  const branchName = role === 'branch' ? 'this branch' : `“${branch.name}”`
  const parentName = role === 'parent' ? 'this workspace' : `“${other.name}”`
  return (
    <Dialog
      isOpen
      onClose={closeBranching}
      size="large"
      title={role === 'branch' ? `Compare with “${other.name}”` : `Bring changes over from “${branch.name}”`}
      subtitle={
        <>
          They part at event {number(parent.seq)}
          {parent.moment && ` · “${parent.moment}”`}
          {parent.at && ` · ${dateTime(parent.at)}`}. Since then: {count(inBranchTotal, 'change')} in{' '}
          {branchName}, {count(inParentTotal, 'change')} in {parentName}.
        </>
      }
      footer={
        <Footer
          role={role}
          parentName={other.name}
          chosen={chosen}
          missing={missing.size}
          onAddMissing={() => choose(new Set([...chosen, ...missing]))}
        />
      }
    >
      <div className="branch-sides">
        <section aria-labelledby="in-branch">
          <h3 id="in-branch">In the branch</h3>
          {inBranch.length === 0 ? (
            <p className="dim">Nothing was done in the branch yet.</p>
          ) : (
            <BranchCommands lines={inBranch} total={inBranchTotal} chosen={chosen} onChoose={choose} />
          )}
        </section>
        <section aria-labelledby="in-original">
          <h3 id="in-original">In the original</h3>
          {inParent.length === 0 ? (
            <p className="dim">Nothing was done in the original since.</p>
          ) : (
            <ParentCommands lines={inParent} total={inParentTotal} />
          )}
        </section>
      </div>
    </Dialog>
  )
}

function Footer({
  role,
  parentName,
  chosen,
  missing,
  onAddMissing,
}: {
  role: BranchRole
  parentName: string
  chosen: ReadonlySet<string>
  missing: number
  onAddMissing: () => void
}) {
  const readOnly = useReadOnlyFile()
  return (
    <>
      <p className="branch-foot" role="status">
        {count(chosen.size, 'change')} chosen
        {missing > 0 && ` · ${missing === 1 ? '1 more is' : `${number(missing)} more are`} needed by them`}
        {role === 'parent' && readOnly && ` · ${readOnly}`}
      </p>
      {missing > 0 && (
        <Button variant="plain" onPress={onAddMissing}>
          Choose what they need
        </Button>
      )}
      <Button variant="plain" onPress={closeBranching}>
        Close
      </Button>
      {role === 'branch' ? (
        <Button variant="primary" onPress={() => void goToParent(chosen)}>
          Go to “{parentName}” to take them back
        </Button>
      ) : (
        <Button
          variant="primary"
          isDisabled={chosen.size === 0 || readOnly !== null}
          onPress={() => useBranching.setState({ step: 'look', chosen, anyway: new Set() })}
        >
          See what they would change
        </Button>
      )}
    </>
  )
}

/** Opens the original with the same comparison and the same choice. */
async function goToParent(chosen: ReadonlySet<string>): Promise<void> {
  try {
    await ask('branch.goToOther', { role: 'branch' })
    queryClient.removeQueries({ queryKey: ['branch.compare'] })
    useBranching.setState({ open: { what: 'compare', role: 'parent' }, chosen, step: 'choose' })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    toast({ kind: 'problem', text: error.problem.message })
  }
}

/** What the branch came to and the original does not have: the choice to begin with. */
function firstChoice(lines: readonly BranchLine[]): string[] {
  return lines
    .filter(({ standing, inParent }) => standing && inParent !== 'taken')
    .map(({ commandId }) => commandId)
}

function missingNeeds(lines: readonly BranchLine[], chosen: ReadonlySet<string>): Set<string> {
  const byId = new Map(lines.map((line) => [line.commandId, line]))
  const missing = withNeeds(chosen, (commandId) => byId.get(commandId)?.needs ?? [])
  for (const commandId of [...missing]) {
    if (chosen.has(commandId) || byId.get(commandId)?.inParent === 'taken') missing.delete(commandId)
  }
  return missing
}
