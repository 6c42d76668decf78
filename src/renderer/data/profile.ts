import { create } from 'zustand'
import type { ProgramInfo } from '../../contract/program.ts'
import { queryClient } from './ask.ts'

interface ProfileQuestion {
  /** The dialog stands open; `before` says that a change waits for its answer. */
  open: boolean
  before: boolean
  answered: ((known: boolean) => void)[]
}

/** The question who is working here, asked once: at the first start, or at the latest before the first change. */
export const useProfileQuestion = create<ProfileQuestion>()(() => ({
  open: false,
  before: false,
  answered: [],
}))

/** True at once where the analyst is known; else asks, and waits for the answer. False: it was put off. */
export function ensureProfile(): Promise<boolean> {
  const info = queryClient.getQueryData<ProgramInfo>(['app.info', {}])
  if (!info || info.profile) return Promise.resolve(true)
  return new Promise((resolve) => {
    useProfileQuestion.setState(({ answered }) => ({
      open: true,
      before: true,
      answered: [...answered, resolve],
    }))
  })
}

/** Opens the dialog without a change waiting: the first start, or the analyst's badge. */
export function askForProfile(): void {
  useProfileQuestion.setState({ open: true, before: false })
}

/** Closes the dialog and lets waiting changes go on, or not. */
export function profileAnswered(known: boolean): void {
  const { answered } = useProfileQuestion.getState()
  useProfileQuestion.setState({ open: false, before: false, answered: [] })
  for (const resolve of answered) resolve(known)
}
