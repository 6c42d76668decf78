import { create } from 'zustand'
import type { MomentListItem } from '../../contract/rows.ts'
import { ask } from '../data/ask.ts'
import { useMoment } from '../state/moment.ts'

export interface AskedName {
  /** The event that gets a name. */
  seq: number
  /** The moment that gets another one; null for a new moment. */
  moment: MomentListItem | null
}

interface Naming {
  /** Null: the dialog is closed. */
  asked: AskedName | null
  /** What was typed for a new name when the dialog was put away. */
  draft: { name: string; note: string }
}

export const noDraft = { name: '', note: '' }

/** The dialog that names a moment, wherever it was asked for. */
export const useNaming = create<Naming>()(() => ({ asked: null, draft: noDraft }))

/** Asks for the name of an event; without one, of that at which the window stands: in the past, or the head now. */
export async function nameMoment(event?: number): Promise<void> {
  const seq = event ?? useMoment.getState().seq ?? (await ask('status', {})).seq
  useNaming.setState({ asked: { seq, moment: null } })
}

/** Asks for another name or note of a moment. */
export function renameMoment(moment: MomentListItem): void {
  useNaming.setState({ asked: { seq: moment.seq, moment } })
}
