import { create } from 'zustand'
import type { BranchRole } from '../../contract/branch.ts'
import { ask } from '../data/ask.ts'
import { useMoment } from '../state/moment.ts'

interface Branching {
  /** Which window stands open: to make a branch at an event, or to compare the open workspace with the other one. */
  open: { what: 'make'; seq: number } | { what: 'compare'; role: BranchRole } | null
  /** Commands of the branch that are chosen; null: nobody has chosen yet. It stays while the other file is opened. */
  chosen: ReadonlySet<string> | null
  /** Conflicts that the analyst wants taken all the same. */
  anyway: ReadonlySet<string>
  step: 'choose' | 'look'
}

const fresh = { chosen: null, anyway: new Set<string>(), step: 'choose' } as const

export const useBranching = create<Branching>()(() => ({ open: null, ...fresh }))

/** Asks for a branch's name; it begins where the window stands: in the past, or at the head now. */
export async function askForBranch(event?: number): Promise<void> {
  const seq = event ?? useMoment.getState().seq ?? (await ask('status', {})).seq
  useBranching.setState({ open: { what: 'make', seq } })
}

/** Opens the comparison, `role` saying what the open workspace is of the two. */
export function openComparison(role: BranchRole): void {
  useBranching.setState({ open: { what: 'compare', role }, ...fresh })
}

export function closeBranching(): void {
  useBranching.setState({ open: null, ...fresh })
}

export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
