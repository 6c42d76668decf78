import { create } from 'zustand'
import { notOfTheWeb, type OutsideAddress, outsideAddress } from '../../domain/outside-address.ts'
import { ask, ProblemError } from '../data/ask.ts'
import { toast } from '../ui/toast.ts'

/** The address that the person is being asked about in this window. */
export const useOutside = create<{ address: OutsideAddress | null }>()(() => ({ address: null }))

/**
 * Opens a web address in the person's browser when they agree. The desktop shell asks by a dialog of the system; where
 * there are none, this window asks the same.
 */
export async function offerOutside(text: string): Promise<void> {
  const address = outsideAddress(text)
  if (address === null) return toast({ kind: 'problem', text: notOfTheWeb })
  try {
    const { shell } = await ask('app.info', {})
    if (shell === 'browser') useOutside.setState({ address })
    else await ask('app.openExternal', { url: address.href })
  } catch (error) {
    tell(error)
  }
}

/** Opens what was asked about. */
export async function openOutside({ href }: OutsideAddress): Promise<void> {
  useOutside.setState({ address: null })
  try {
    await ask('app.openExternal', { url: href })
  } catch (error) {
    tell(error)
  }
}

function tell(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error
  toast({ kind: 'problem', text: error.problem.message })
}
