import type { Answer } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'

/** The loopback server gives no answer. */
export function unreachable(error: unknown): Answer<never> {
  const message =
    'The program behind this window does not answer; it may have been ended. What was shown as saved is kept. ' +
    'Start Claimtrail again.'
  return failed('shell_unreachable', message, { reason: String(error) })
}
