import type { ComponentType } from 'react'
import type { CompareTab } from '../../state/compare.ts'
import { AgreementPanel } from './agreement/panel.tsx'
import { ChronologyPanel } from './chronology/panel.tsx'
import { HypothesesPanel } from './hypotheses/panel.tsx'
import { IndependencePanel } from './independence/panel.tsx'
import { MatrixPanel } from './matrix/panel.tsx'
import { SpreadPanel } from './spread/panel.tsx'

export interface PanelEntry {
  id: CompareTab
  title: string
  Panel: ComponentType<{ topicId: string }>
}

/** What a topic's claims are looked at by, in the order of the tabs; the first number key is the first. */
export const panels: readonly PanelEntry[] = [
  { id: 'spread', title: 'Spread', Panel: SpreadPanel },
  { id: 'matrix', title: 'Matrix', Panel: MatrixPanel },
  { id: 'agreement', title: 'Agreement', Panel: AgreementPanel },
  { id: 'independence', title: 'Independence', Panel: IndependencePanel },
  { id: 'timeline', title: 'Timeline', Panel: ChronologyPanel },
  { id: 'hypotheses', title: 'Hypotheses', Panel: HypothesesPanel },
]
