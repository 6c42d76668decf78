import { BookOpen, FileText, GitCompareArrows, History, Home, ListChecks, Tags } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { ReadRoom } from '../rooms/read/index.tsx'
import { StartRoom } from '../rooms/start/index.tsx'
import type { Room } from '../state/navigation.ts'
import { later } from './later.tsx'

export interface RoomEntry {
  id: Room
  title: string
  icon: ReactNode
  /** 'G' and then this letter goes there. */
  letter: string
  component: ComponentType
}

export const startRoom: RoomEntry = {
  id: 'start',
  title: 'Start',
  icon: <Home />,
  letter: 'S',
  component: StartRoom,
}

const ClaimsRoom = later(async () => (await import('../rooms/claims/index.tsx')).default)
const CompareRoom = later(async () => (await import('../rooms/compare/index.tsx')).default)
const HistoryRoom = later(async () => (await import('../rooms/history/index.tsx')).HistoryRoom)
const BriefRoom = later(async () => (await import('../rooms/brief/index.tsx')).BriefRoom)
const CodebookRoom = later(async () => (await import('../rooms/codebook/index.tsx')).default)

/** The rooms in the order of the top bar; Mod+1 is the first. */
export const rooms: readonly RoomEntry[] = [
  { id: 'read', title: 'Read', icon: <BookOpen />, letter: 'R', component: ReadRoom },
  { id: 'claims', title: 'Claims', icon: <ListChecks />, letter: 'C', component: ClaimsRoom },
  { id: 'compare', title: 'Compare', icon: <GitCompareArrows />, letter: 'M', component: CompareRoom },
  { id: 'history', title: 'History', icon: <History />, letter: 'H', component: HistoryRoom },
  { id: 'brief', title: 'Brief', icon: <FileText />, letter: 'B', component: BriefRoom },
  { id: 'codebook', title: 'Codebook', icon: <Tags />, letter: 'K', component: CodebookRoom },
]
