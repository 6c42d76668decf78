import { Button } from 'react-aria-components'
import { count } from '../../../format.ts'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'

/** Claims that have no place in a chart, counted and reachable: “4 claims have no such date.”. */
export function Beside({ claimIds, one, many }: { claimIds: readonly string[]; one: string; many: string }) {
  const popover = useClaimsPopover()
  if (claimIds.length === 0) return null
  return (
    <span>
      <Button className="beside" onPress={({ target }) => popover.open(claimIds, target)}>
        {count(claimIds.length, 'claim')}
      </Button>{' '}
      {claimIds.length === 1 ? one : many}
      {popover.pane}
    </span>
  )
}
