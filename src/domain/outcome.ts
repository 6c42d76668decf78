import type { Rejection } from './rejection.ts'

/** What a pure function answers when it can fail: the value, or why there is none. Nothing was changed either way. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Rejection }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** The outcome of a failure: `code` is stable, `message` a sentence that a person can act on. */
export function failed(code: string, message: string, details?: Record<string, unknown>): Outcome<never> {
  return { ok: false, error: details ? { code, message, details } : { code, message } }
}
