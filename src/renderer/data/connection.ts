import type { Bridge } from '../../contract/wire.ts'
import { connect } from './bridge.ts'
import { key } from './key.ts'

/** The page's one way to the program. */
export const bridge: Bridge = connect()

/** A sentence where the program does not know this page, which then has nothing to show; null where it does. */
export async function whyNotLetIn(): Promise<string | null> {
  if (window.claimtrail) return null
  const known = await key()
  return known.ok ? null : known.error.message
}
