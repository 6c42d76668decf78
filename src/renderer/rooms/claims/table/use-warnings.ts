import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { RequestOutput } from '../../../../contract/requests.ts'
import type { Warning } from '../../../../contract/rows.ts'
import { question } from '../../../data/ask.ts'
import { turnstile } from '../../../data/turnstile.ts'

/**
 * What to warn of, by claim, asked for each page of claims once its rows are there: a warning may depend on whole
 * topics, and no row should wait for that.
 */
export function useWarnings(
  seq: number | null,
  pages: readonly string[][],
): ReadonlyMap<string, readonly Warning[]> {
  const asked = pages.filter((ids) => ids.length > 0)
  return useQueries({ queries: asked.map((ids) => warningsQuery(seq, ids)), combine: byClaim })
}

/** One page at a time: the way to the program is narrow, and a page of rows must not wait behind these. */
const inTurn = turnstile(1)

function warningsQuery(seq: number | null, ids: string[]) {
  const asked = question(seq, 'claims.warnings', { ids })
  return {
    ...asked,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      inTurn(() => {
        // By its turn the table may show other claims.
        signal.throwIfAborted()
        return asked.queryFn()
      }),
  }
}

function byClaim(
  results: UseQueryResult<RequestOutput<'claims.warnings'>>[],
): ReadonlyMap<string, readonly Warning[]> {
  return new Map(results.flatMap(({ data }) => (data ? Object.entries(data) : [])))
}
