import type { ComponentType } from 'react'
import type { CompareTab } from '../../state/compare.ts'

export interface PanelEntry {
  id: CompareTab
  title: string
  Panel: ComponentType<{ topicId: string }>
}

/** What a topic's claims are looked at by, in the order of the tabs; the first number key is the first. */
export const panels: readonly PanelEntry[] = []
