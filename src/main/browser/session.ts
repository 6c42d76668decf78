import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the loopback server: pages that came in through a start address, and nobody else.
 *
 * A page shows a key with everything it asks for. No browser sends it unasked: cookies, which browsers do send, go to
 * every server on this machine, whatever its port.
 */
export interface Session {
  /** A new start token. It is exchanged once. */
  issueToken(): string
  /** Exchanges a start token for the key. Null when it is unknown or was exchanged before. */
  exchange(authorization: string | undefined): string | null
  /** True when an Authorization header carries this session's key. */
  knows(authorization: string | undefined): boolean
}

/** @param onSpent told each start token that was exchanged */
export function createSession(onSpent: (token: string) => void = () => {}): Session {
  const key = secretValue()
  const unspent = new Set<string>()
  return {
    issueToken() {
      const token = secretValue()
      unspent.add(token)
      return token
    },
    exchange(authorization) {
      const token = bearer(authorization)
      if (!unspent.delete(token)) return null
      onSpent(token)
      return key
    },
    knows: (authorization) => sameSecret(bearer(authorization), key),
  }
}

/** 256 random bits, fit for addresses and headers. */
export function secretValue(): string {
  return randomBytes(32).toString('base64url')
}

/** What an `Authorization: Bearer …` header carries; empty where it carries nothing. */
export function bearer(authorization: string | undefined): string {
  return /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? ''
}

/** Compares without telling by its time how much of the value was right. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
