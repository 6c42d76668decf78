import { type Answer, done } from '../../../../domain/answer.ts'
import type { Markup } from '../../../../domain/ingest/proposal.ts'
import type { ReadDocument } from '../document.ts'
import { decodeText } from './decode-text.ts'

/** Reads plain text, or text that is marked up as Markdown. Fails as `decodeText` does. */
export function readText(bytes: Uint8Array, markup: Markup): Answer<ReadDocument> {
  const decoded = decodeText(bytes)
  return decoded.ok ? done({ ...decoded.value, markup }) : decoded
}
