import { BookOpen, FileText, History, Home, ListChecks, Tags } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { Room } from '../state/navigation.ts'

export interface RoomEntry {
  id: Room
  title: string
  icon: ReactNode
  /** 'G' and then this letter goes there. */
  letter: string
  component: ComponentType
}

const found = import.meta.glob<Record<string, ComponentType>>('../rooms/*/index.tsx', { eager: true })

function room(id: Room): ComponentType {
  const module = found[`../rooms/${id}/index.tsx`] ?? {}
  return module.default ?? Object.values(module)[0] ?? (() => null)
}

export const startRoom: RoomEntry = {
  id: 'start',
  title: 'Start',
  icon: <Home />,
  letter: 'S',
  component: room('start'),
}

/** The rooms in the order of the top bar; Mod+1 is the first. */
export const rooms: readonly RoomEntry[] = [
  { id: 'read', title: 'Read', icon: <BookOpen />, letter: 'R', component: room('read') },
  { id: 'claims', title: 'Claims', icon: <ListChecks />, letter: 'C', component: room('claims') },
  { id: 'history', title: 'History', icon: <History />, letter: 'H', component: room('history') },
  { id: 'brief', title: 'Brief', icon: <FileText />, letter: 'B', component: room('brief') },
  { id: 'codebook', title: 'Codebook', icon: <Tags />, letter: 'K', component: room('codebook') },
]
