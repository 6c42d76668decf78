import { type RequestName, requests } from '../../contract/requests.ts'
import type { Answer } from '../../contract/wire.ts'

/** Checks what a window asks: the name must be known and the input must fit its schema, which fills in defaults. */
export function parseRequest(name: string, input: unknown): Answer<{ name: RequestName; input: unknown }> {
  if (!Object.hasOwn(requests, name)) return malformed(`There is no request “${String(name).slice(0, 60)}”.`)
  const parsed = requests[name as RequestName].input.safeParse(input)
  if (parsed.success) return { ok: true, value: { name: name as RequestName, input: parsed.data } }
  const issue = parsed.error.issues[0]
  return malformed(
    `The request ${name} does not fit: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  )
}

export function malformed(what: string): Answer<never> {
  return { ok: false, error: { code: 'malformed_request', message: `${what} Nothing was changed.` } }
}
