import { useBranching } from './branch-state.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { MakeBranch } from './make-branch.tsx'

/** The windows about branches, wherever they were asked for. */
export function BranchDialogs() {
  const open = useBranching((branching) => branching.open)
  if (open?.what === 'make') return <MakeBranch key={open.seq} seq={open.seq} />
  return open ? <CompareDialog role={open.role} /> : null
}
