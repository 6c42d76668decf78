import { Segmented } from '../../ui/segmented.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { ItemPanel } from './item-panel.tsx'
import { MomentsPanel } from './moments-panel.tsx'
import { type SideTab, showSide, useSide } from './side.ts'
import './side-panel.css'

const tabs: { id: SideTab; label: string }[] = [
  { id: 'item', label: 'One item' },
  { id: 'changes', label: 'What changed' },
  { id: 'moments', label: 'Moments' },
]

/** Beside the events: the history of one item, what changed between two moments, or the moments that have names. */
export function SidePanel({ stream }: { stream: string | null }) {
  const tab = useSide((side) => side.tab)
  return (
    <div className="side">
      <div className="side-tabs">
        <Segmented label="Beside the events" items={tabs} value={tab} onChange={showSide} />
      </div>
      <div className="side-content">
        {tab === 'item' && <ItemPanel stream={stream} key={stream} />}
        {tab === 'changes' && <ChangesPanel />}
        {tab === 'moments' && <MomentsPanel />}
      </div>
    </div>
  )
}
