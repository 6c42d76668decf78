import { useAsk } from '../data/ask.ts'
import { useActions } from '../state/actions.ts'
import { askForBranch, openComparison } from './branch-state.ts'

/** What can be done about branches from everywhere, by the palette. */
export function useBranchActions(): void {
  const workspace = useAsk('app.info', {}).data?.workspace
  const open = workspace != null
  useActions('Branch', [
    {
      id: 'branch.make',
      title: 'Branch from here…',
      enabled: open,
      keywords: 'what if fork copy try another reading moment',
      run: () => void askForBranch(),
    },
    {
      id: 'branch.compare',
      title: 'Compare this branch with its original',
      enabled: open && workspace.parent !== null,
      keywords: 'parent diff what if fork',
      run: () => openComparison('branch'),
    },
    {
      id: 'branch.take-back',
      title: 'Bring changes over from a branch…',
      enabled: open,
      keywords: 'merge what if fork',
      run: () => openComparison('parent'),
    },
  ])
}
