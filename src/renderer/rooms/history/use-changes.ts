import { useEffect, useState } from 'react'
import type { ChangeEntry, ChangesBetween, ComparedTable } from '../../../contract/changes.ts'
import { ask, ProblemError, useAsk } from '../../data/ask.ts'
import { toast } from '../../ui/toast.ts'

export interface Changes {
  answer: ChangesBetween | undefined
  entries: readonly ChangeEntry[]
  /** In a sentence; null when the moments could be compared. */
  problem: string | null
  comparing: boolean
  /** Reads the next page; undefined when everything is there. */
  more: (() => void) | undefined
}

const pageSize = 50

/** What differs between two moments, page by page. */
export function useChanges(from: number, to: number, tables: readonly ComparedTable[]): Changes {
  const input = { from, to, tables: [...tables], limit: pageSize }
  const first = useAsk('changes.between', { ...input, offset: 0 })
  const key = JSON.stringify(input)
  const [later, setLater] = useState<{ key: string; entries: ChangeEntry[] }>({ key, entries: [] })
  useEffect(() => setLater({ key, entries: [] }), [key])
  const following = later.key === key ? later.entries : []
  const entries = [...(first.data?.entries ?? []), ...following]
  const more = async () => {
    try {
      const page = await ask('changes.between', { ...input, offset: entries.length })
      setLater((now) => (now.key === key ? { key, entries: [...now.entries, ...page.entries] } : now))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toast({ kind: 'problem', text: error.message })
    }
  }
  const isWhole = !first.data || first.isPlaceholderData || entries.length >= first.data.total
  return {
    answer: first.data,
    entries,
    problem: first.error?.message ?? null,
    comparing: first.isFetching && (first.isPlaceholderData || !first.data),
    more: isWhole ? undefined : () => void more(),
  }
}
