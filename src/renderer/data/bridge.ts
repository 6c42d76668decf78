import { envelopeType, packEnvelope, unpackEnvelope } from '../../contract/envelope.ts'
import type { Answer, Bridge, Push } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { key, showing } from './key.ts'
import { listen } from './push-stream.ts'
import { turnstile } from './turnstile.ts'
import { unreachable } from './unreachable.ts'

declare global {
  interface Window {
    /** Given by the preload script in the desktop shell; absent in a browser. */
    claimtrail?: Bridge
  }
}

/**
 * The way to the program: the preload's bridge in the desktop shell, the loopback server in a browser. Call it once
 * a page: in a browser its stream of pushes is also what shows the program that the page is still open.
 */
export function connect(): Bridge {
  return window.claimtrail ?? loopbackBridge()
}

function loopbackBridge(): Bridge {
  const listeners = new Set<(push: Push) => void>()
  void listen((push) => {
    for (const listener of listeners) listener(push)
  })
  return {
    request: (name, input) => {
      const send = () => ask(name, input)
      if (isLeaving || name === 'job.cancel') return send()
      return name === 'execute' ? inOrder(send) : inTurn(send)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/**
 * A browser opens six connections to one server. One is the stream of pushes; one stays free for what must not wait
 * behind long questions: an edit, and the wish that one of them be given up.
 */
const inTurn = turnstile(4)
/** Two connections do not keep the order of what they carry: an edit is sent when the one before it is answered. */
const inOrder = turnstile(1)

async function ask(name: string, input: unknown): Promise<Answer<unknown>> {
  const known = await key()
  if (!known.ok) return known
  try {
    const headers = { ...showing(known.value), 'content-type': envelopeType }
    const body = packEnvelope({ name, input })
    const keepalive = isLeaving && body.byteLength <= mostKeptAlive
    const response = await fetch('/request', { method: 'POST', headers, body, keepalive })
    if (response.headers.get('content-type') === envelopeType) {
      return unpackEnvelope(new Uint8Array(await response.arrayBuffer())) as Answer<unknown>
    }
    return failed('shell_refused', (await response.text()).trim())
  } catch (error) {
    return unreachable(error)
  }
}

/**
 * The page is going away, so that what it still sends has to outlive it. Only then: a browser refuses such requests
 * where those under way have more than 64 KiB together.
 */
let isLeaving = false
const mostKeptAlive = 30_000
window.addEventListener('pagehide', () => {
  isLeaving = true
})
window.addEventListener('pageshow', () => {
  isLeaving = false
})
