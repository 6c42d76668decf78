import { GitBranch } from 'lucide-react'
import { useAsk } from '../data/ask.ts'
import { number } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { openComparison } from './branch-state.ts'
import './branch.css'

/** Says that the open workspace is a branch: of what, from which moment, and the way to the comparison. */
export function BranchBand() {
  const parent = useAsk('app.info', {}).data?.workspace?.parent
  if (!parent) return null
  return (
    <section className="branch-band" aria-label="A branch">
      <GitBranch aria-hidden />
      <p>
        <strong>
          Branch of “{parent.name}” at event {number(parent.seq)}
          {parent.moment && ` · “${parent.moment}”`}
        </strong>{' '}
        what is done here stays here until it is taken back
      </p>
      <Button size="small" variant="plain" onPress={() => openComparison('branch')}>
        Compare with the original
      </Button>
    </section>
  )
}
