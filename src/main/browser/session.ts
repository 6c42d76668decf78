import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the loopback server: pages that came in through a start address, and nobody else. */
export interface Session {
  /** A new start token. It opens the program once. */
  issueToken(): string
  /** Spends a start token. False when it is unknown or was spent before. */
  spend(token: string): boolean
  /** The Set-Cookie value for a page whose token was just spent. */
  cookie(): string
  /** True when a Cookie header carries this session's cookie. */
  knows(cookieHeader: string | undefined): boolean
}

/** @param port browsers share cookies between the ports of a host, so the port is part of the cookie's name */
export function createSession(port: number): Session {
  const name = `claimtrail-${port}`
  const secret = secretValue()
  const unspent = new Set<string>()
  return {
    issueToken() {
      const token = secretValue()
      unspent.add(token)
      return token
    },
    spend: (token) => unspent.delete(token),
    cookie: () => `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    knows: (header) => cookiesNamed(name, header ?? '').some((value) => sameSecret(value, secret)),
  }
}

/** 256 random bits, fit for addresses and cookies. */
export function secretValue(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its time how much of the value was right. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function cookiesNamed(name: string, header: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
