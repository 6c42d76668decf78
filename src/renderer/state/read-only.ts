import { useAsk } from '../data/ask.ts'

/** Why nothing can be changed in this workspace, as a sentence; null where everything can. */
export function useReadOnly(): string | null {
  return useAsk('app.info', {}).data?.workspace?.readOnly?.message ?? null
}
