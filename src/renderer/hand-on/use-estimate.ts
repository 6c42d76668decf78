import { useEffect, useState } from 'react'
import type { ReplayEstimate, ReplayTexts } from '../../contract/replay.ts'
import { ask, ProblemError } from '../data/ask.ts'
import { newId } from '../data/ids.ts'

export type Estimate =
  | { state: 'measuring' }
  | { state: 'known'; value: ReplayEstimate }
  | { state: 'problem'; message: string }

/** What a replay will be. A choice that is changed meanwhile ends the measuring of the one before. */
export function useEstimate(topicId: string | null, asOf: number | undefined, texts: ReplayTexts): Estimate {
  const [estimate, setEstimate] = useState<Estimate>({ state: 'measuring' })
  useEffect(() => {
    if (asOf === undefined) return
    const job = newId()
    let wanted = true
    setEstimate({ state: 'measuring' })
    ask('replay.estimate', { job, scope: { topicId }, asOf, texts }).then(
      (value) => wanted && setEstimate({ state: 'known', value }),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error
        if (wanted) setEstimate({ state: 'problem', message: error.message })
      },
    )
    return () => {
      wanted = false
      void ask('job.cancel', { job })
    }
  }, [topicId, asOf, texts])
  return estimate
}
