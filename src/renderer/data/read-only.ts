import { pastIsReadOnly, useMoment } from '../state/moment.ts'
import { useAsk } from './ask.ts'

/** Why nothing can be changed in this workspace, or at this moment of it, as a sentence; null where everything can. */
export function useReadOnly(): string | null {
  const inPast = useMoment(({ seq }) => seq !== null)
  const file = useReadOnlyFile()
  return inPast ? pastIsReadOnly : file
}

/** Likewise for what works from the past too, as restoring does: only the file may forbid it. */
export function useReadOnlyFile(): string | null {
  return useAsk('app.info', {}).data?.workspace?.readOnly?.message ?? null
}
