import {
  hashKey,
  keepPreviousData,
  QueryClient,
  replaceEqualDeep,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query'
import { type RequestInput, type RequestName, type RequestOutput, requests } from '../../contract/requests.ts'
import type { Problem, Push } from '../../contract/wire.ts'
import { useConnection } from '../state/connection.ts'
import { useMoment } from '../state/moment.ts'
import { bridge } from './connection.ts'

/** A request's failure, thrown where a promise is the only way to say so; `message` is the problem's sentence. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Answers are kept until a push says that something they were read from has changed. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false } },
})

/**
 * Asks the program once, about the moment that the window stands at where the request can be asked so.
 * @throws ProblemError with the problem that the program answered
 */
export function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  return askAt(momentOf(name, useMoment.getState().seq), name, input)
}

/** Likewise, about the moment after event `seq`, or about now (null). */
export async function askAt<Name extends RequestName>(
  seq: number | null,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await (seq === null
    ? bridge.request(name, input)
    : whileAsked(bridge.request('asOf', { seq, name, input })))
  useConnection.getState().heard(answer.ok ? null : answer.error.code)
  if (!answer.ok) {
    // Who stops the reading of the log does not want to stand there.
    if (seq !== null && answer.error.code === 'cancelled') useMoment.getState().go(null)
    throw new ProblemError(answer.error)
  }
  return answer.value as RequestOutput<Name>
}

let pastAsked = 0

/** How many questions about the past are still to be answered. Whoever moves through it waits until there are none. */
export function pastPending(): number {
  return pastAsked
}

async function whileAsked<T>(answer: Promise<T>): Promise<T> {
  pastAsked += 1
  try {
    return await answer
  } finally {
    pastAsked -= 1
  }
}

type Options<Name extends RequestName> = Pick<
  UseQueryOptions<RequestOutput<Name>, ProblemError>,
  'enabled' | 'placeholderData' | 'gcTime'
> & {
  /** About now, wherever the window stands: who everyone is called. */
  now?: boolean
}

/**
 * The answer to a request, asked again whenever rows that it reads change. While a new input's answer is on its way
 * the previous one stays (`isPlaceholderData` tells), so that nothing flickers.
 */
export function useAsk<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  { now = false, ...options }: Options<Name> = {},
): UseQueryResult<RequestOutput<Name>, ProblemError> {
  const seq = useMoment((moment) => (now ? null : momentOf(name, moment.seq)))
  return useQuery<RequestOutput<Name>, ProblemError>({
    ...question(seq, name, input),
    placeholderData: keepPreviousData as never,
    ...options,
  })
}

/** A question as the cache keeps it: under its own key for each moment. */
export function question<Name extends RequestName>(
  seq: number | null,
  name: Name,
  input: RequestInput<Name>,
) {
  const past = seq === null ? null : { gcTime: pastKeptMs }
  return {
    queryKey: seq === null ? ([name, input] as const) : ([name, input, seq] as const),
    queryFn: async () => {
      const answer = await askAt(seq, name, input)
      return seq === null ? answer : likeLast(name, input, answer)
    },
    staleTime: past || toldWhenStale(name) ? Number.POSITIVE_INFINITY : 0,
    ...past,
  }
}

/** By request: what was answered last about the past, and to which input. */
const lastOfPast = new Map<RequestName, { input: string; answer: unknown }>()

/**
 * The answer, made of the last moment's own objects wherever they are equal: from one moment to the next nearly all is,
 * and what is the same object is not drawn anew.
 */
function likeLast<Answer>(name: RequestName, input: unknown, answer: Answer): Answer {
  const asked = hashKey([input])
  const last = lastOfPast.get(name)
  const shared = last?.input === asked ? replaceEqualDeep(last.answer as Answer, answer) : answer
  lastOfPast.set(name, { input: asked, answer: shared })
  return shared
}

/** Moments are passed through by the hundred while the work is played: what was seen of them is soon forgotten. */
const pastKeptMs = 10_000

/** The moment that a request is asked about; null for requests that know only now. */
export function momentOf(name: RequestName, seq: number | null): number | null {
  return requests[name].inPast ? seq : null
}

/** Makes the answers stale that a push concerns. `view` stands for what is kept beside the log: reading positions. */
export function refresh(push: Push): void {
  if (push.kind === 'workspace') void queryClient.invalidateQueries()
  if (push.kind === 'changed') refreshTables(push.tables)
}

/** Makes every answer stale that was read from one of these record tables. */
export function refreshTables(tables: readonly string[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name, , seq] }) => {
      const { reads } = requests[name as RequestName]
      // The past does not change, whatever is done now.
      if (seq !== undefined) return false
      return reads.some((table) =>
        table === '*' ? tables.some((name) => name !== 'view') : tables.includes(table),
      )
    },
  })
}

/** Texts never change; the program's own state is refreshed by whoever changes it. The rest is told by pushes. */
function toldWhenStale(name: RequestName): boolean {
  return requests[name].reads.length > 0 || name === 'article.text' || name === 'app.info'
}
