import { useMemo } from 'react'
import { useAsk } from '../data/ask.ts'
import { reliability } from '../format.ts'
import type { Choice } from '../ui/select.tsx'

/** Sources that can be chosen: those not retired. Their other names help to find them. */
export function useSourceChoices(): Choice[] {
  const { data } = useAsk('sources.list', {})
  return useMemo(
    () =>
      (data ?? [])
        .filter((source) => !source.retired)
        .map((source) => ({
          id: source.id,
          label: source.name,
          detail: [source.reliability ? reliability(source.reliability) : '', ...source.aliases]
            .filter(Boolean)
            .join(' · '),
        })),
    [data],
  )
}

/** Topics that can be chosen: those not retired. */
export function useTopicChoices(): Choice[] {
  const { data } = useAsk('topics.list', {})
  return useMemo(
    () => (data ?? []).filter(({ retired }) => !retired).map(({ id, question }) => ({ id, label: question })),
    [data],
  )
}

/** The entry that stands for null in a list. */
export function noneChoice(label: string): Choice {
  return { id: '\u0000none', label }
}
