import type { Answer } from '../../contract/wire.ts'

/** A problem that this page met by itself, before any answer of the program. */
export function problem(code: string, message: string, details?: Record<string, unknown>): Answer<never> {
  return { ok: false, error: details ? { code, message, details } : { code, message } }
}

/** The loopback server gives no answer. */
export function unreachable(error: unknown): Answer<never> {
  const message =
    'The program behind this window does not answer; it may have been ended. What was shown as saved is kept. ' +
    'Start Claimtrail again.'
  return problem('shell_unreachable', message, { reason: String(error) })
}
