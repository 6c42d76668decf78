/** An error as a value: `code` is stable and for programs, `message` is a sentence a person can act on. */
export interface Problem {
  code: string
  message: string
  /** Facts behind the message, for links and logs (ids, sequence numbers, file names). */
  details?: Record<string, unknown>
}

/** What is answered where there may be no value: the value, or why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Problem }

export function done<T>(value: T): Answer<T> {
  return { ok: true, value }
}

/** The answer of a failure: `code` is stable, `message` a sentence that a person can act on. */
export function failed(code: string, message: string, details?: Record<string, unknown>): Answer<never> {
  return { ok: false, error: problem(code, message, details) }
}

export function problem(code: string, message: string, details?: Record<string, unknown>): Problem {
  return details ? { code, message, details } : { code, message }
}
