import type { IncomingMessage } from 'node:http'
import { envelopeType, unpackEnvelope } from '../../contract/envelope.ts'
import { maxFileBytes } from '../../contract/import-formats.ts'
import type { Answer, Problem } from '../../contract/wire.ts'

/** An import carries whole files: at least one of the largest, with room for what goes with it. */
export const mostBodyBytes = maxFileBytes + 60_000_000

export interface NamedRequest {
  name: string
  input: unknown
}

/** Reads and unpacks the body of POST /request. A refusal has the HTTP status that tells its kind. */
export async function readRequest(
  request: IncomingMessage,
): Promise<{ status: number; answer: Answer<NamedRequest> }> {
  if (request.headers['content-type'] !== envelopeType) {
    return refusal(
      415,
      'request_type_unknown',
      'The window sent a message of a kind that this program does not take.',
    )
  }
  const body = await readBody(request)
  if (body === null) {
    const megabytes = Math.round(mostBodyBytes / 1_000_000)
    const message = `This is more than ${megabytes} MB at once; nothing was taken over. Import the files in smaller parts.`
    return refusal(413, 'request_too_large', message)
  }
  const named = unpack(body)
  if (named === null) {
    const message =
      'The window sent a message that could not be read; nothing was changed. Reload the window.'
    return refusal(400, 'request_malformed', message)
  }
  return { status: 200, answer: { ok: true, value: named } }
}

function refusal(status: number, code: string, message: string) {
  const error: Problem = { code, message }
  return { status, answer: { ok: false as const, error } }
}

/** Null when it is too large; reading stops there, so that a flood costs no memory. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBodyBytes) return null
  const chunks: Buffer[] = []
  let size = 0
  // The connection must outlive the refusal, or the page would never read why.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > mostBodyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function unpack(body: Uint8Array): NamedRequest | null {
  try {
    const message = unpackEnvelope(body)
    if (message === null || typeof message !== 'object' || !('name' in message)) return null
    if (typeof message.name !== 'string') return null
    return { name: message.name, input: 'input' in message ? message.input : undefined }
  } catch {
    // Whatever is wrong with the bytes, the caller answers with one sentence.
    return null
  }
}
