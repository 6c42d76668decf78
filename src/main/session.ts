import type { Answer } from '../contract/wire.ts'
import { type CommandEnvelope, commandEnvelopeSchema } from '../domain/command.ts'

/** Reads one line of a recorded session: a command's envelope as JSON. Its arguments are checked when it is decided. */
export function readSessionLine(line: string): Answer<CommandEnvelope> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return refused(`This line is not JSON (${error instanceof Error ? error.message : error}).`)
  }
  const parsed = commandEnvelopeSchema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return refused(`This line is no command: ${issue?.path.join('.')} ${issue?.message}.`)
}

function refused(message: string): Answer<never> {
  return { ok: false, error: { code: 'malformed_line', message } }
}
