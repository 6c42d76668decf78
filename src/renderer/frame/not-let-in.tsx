import { Lock } from 'lucide-react'
import { useEffect } from 'react'
import { startFragment } from '../../contract/coming-in.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** What a page shows that did not come in by a start address: why, and nothing of anybody's work. */
export function NotLetIn({ why }: { why: string }) {
  useEffect(() => {
    // A start address that is put into this tab changes the fragment alone, which loads nothing by itself.
    const comeIn = () => startFragment.test(location.hash) && location.reload()
    window.addEventListener('hashchange', comeIn)
    return () => window.removeEventListener('hashchange', comeIn)
  }, [])
  return (
    <main aria-label="Claimtrail">
      <h1 className="hidden-visually">Claimtrail</h1>
      <EmptyState icon={<Lock />} title="This page is not connected" text={why} />
    </main>
  )
}
