import { randomBytes } from 'node:crypto'

/**
 * The headers under which every page of the program runs, in both shells. Scripts, pictures and connections come
 * from the program itself only; a library that must write a style element finds the page's nonce in a meta tag.
 */
export function pageHeaders(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return { ...plainHeaders, 'content-security-policy': policy.join('; ') }
}

/** The headers of everything that is not a page. */
export const plainHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
}

/** A value for one page only: 128 random bits. */
export function freshNonce(): string {
  return randomBytes(16).toString('base64')
}
