import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ClaimQuery } from '../../../../contract/claim-query.ts'
import type { RequestInput, RequestOutput } from '../../../../contract/requests.ts'
import type { NamedClaim, Warning } from '../../../../contract/rows.ts'
import { type ProblemError, question, useAsk } from '../../../data/ask.ts'
import { useMoment } from '../../../state/moment.ts'
import { type Group, type Lines, layLines } from './lines.ts'
import { type LineRange, pageSize, pagesOf } from './pages.ts'
import { useWarnings } from './use-warnings.ts'

/** What of the claims is at hand for drawing. */
export interface ClaimWindow {
  /** The query whose claims are shown: an older one while the wanted one is on its way. */
  query: ClaimQuery
  waiting: boolean
  /** Null until the first answer. */
  total: number | null
  groups: readonly Group[]
  lines: Lines
  /** The claim at an offset of the query; undefined until its page is there. */
  claimAt(offset: number): LoadedClaim | undefined
  /** What to warn of a claim; undefined until it is told, which is after its row. */
  warningsOf(claimId: string): readonly Warning[] | undefined
  problem: ProblemError | null
}

export interface LoadedClaim {
  claim: NamedClaim
  /** The log's head when it was read. */
  head: number
}

/**
 * Loads the pages of claims around the lines on the screen. A new query takes over only when its first answer is
 * there, so that the table never goes blank between two filters. `range` counts lines of the query that is shown.
 */
export function useClaimWindow(
  wanted: ClaimQuery,
  range: LineRange,
  folded: ReadonlySet<string>,
): ClaimWindow {
  const { query, first, groups, problem } = useShownQuery(wanted)
  const total = first?.total ?? null
  const lines = useMemo(
    () => layLines(total ?? 0, groups, (group) => folded.has(foldKey(query, group))),
    [total, groups, query, folded],
  )
  const pages = useMemo(() => pagesOf(lines, range), [lines, range])
  const combine = useMemo(() => (results: UseQueryResult<PageAnswer>[]) => joined(pages, results), [pages])
  const seq = useMoment((moment) => moment.seq)
  const rows = useQueries({ queries: pages.map((page) => pageQuery(seq, query, page)), combine })
  const ids = useMemo(() => pages.map((page) => idsOn(page, rows)), [pages, rows])
  const warned = useWarnings(seq, ids)
  return {
    query,
    waiting: query !== wanted && problem === null,
    total,
    groups,
    lines,
    claimAt: (offset) => rows.get(offset),
    warningsOf: (claimId) => warned.get(claimId),
    problem,
  }
}

/** Under what a group is remembered as folded: `topic:ID`, `status:open`, `source:` for claims without one. */
export function foldKey(query: ClaimQuery, group: Group): string {
  return `${query.group}:${group.key ?? ''}`
}

const noGroups: readonly Group[] = []

type PageAnswer = RequestOutput<'claims.page'>

function useShownQuery(wanted: ClaimQuery) {
  const [query, setQuery] = useState(wanted)
  const next = useFirstAnswers(wanted)
  const shown = useFirstAnswers(query)
  if (next.ready && query !== wanted) setQuery(wanted)
  return { query, first: shown.first, groups: shown.groups, problem: next.problem ?? shown.problem }
}

/** A query's first page, which carries the total, and its groups. */
function useFirstAnswers(query: ClaimQuery) {
  const first = useAsk('claims.page', pageInput(query, 0), { placeholderData: undefined })
  const isGrouped = query.group !== null
  const groups = useAsk('claims.groups', { query }, { enabled: isGrouped, placeholderData: undefined })
  return {
    ready: first.data !== undefined && (!isGrouped || groups.data !== undefined),
    first: isGrouped && !groups.data ? undefined : first.data,
    groups: isGrouped ? (groups.data ?? noGroups) : noGroups,
    problem: first.error ?? groups.error,
  }
}

function idsOn(page: number, rows: ReadonlyMap<number, LoadedClaim>): string[] {
  const offsets = Array.from({ length: pageSize }, (_, within) => page * pageSize + within)
  return offsets.flatMap((offset) => rows.get(offset)?.claim.id ?? [])
}

function pageQuery(seq: number | null, query: ClaimQuery, page: number) {
  return question(seq, 'claims.page', pageInput(query, page))
}

function pageInput(query: ClaimQuery, page: number): RequestInput<'claims.page'> {
  return { query, offset: page * pageSize, limit: pageSize }
}

function joined(pages: number[], results: UseQueryResult<PageAnswer>[]): Map<number, LoadedClaim> {
  const rows = new Map<number, LoadedClaim>()
  for (const [index, { data }] of results.entries()) {
    if (!data) continue
    const offset = pages[index]! * pageSize
    for (const [within, claim] of data.rows.entries()) rows.set(offset + within, { claim, head: data.head })
  }
  return rows
}
