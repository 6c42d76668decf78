import { howToComeIn, startFragment } from '../../contract/coming-in.ts'
import type { Answer } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { unreachable } from './unreachable.ts'

/*
 * What lets this page in at the loopback server. It lies in the page's session storage: parted by origin, so by port
 * too, and by tab. So a reload keeps it, and neither another server nor another tab ever has it.
 */

const place = 'claimtrail key'
let comingIn: Promise<Answer<string>> | undefined

/** The key that goes with everything this page asks for, got once with the token of the start address. */
export function key(): Promise<Answer<string>> {
  comingIn ??= comeIn()
  return comingIn
}

/** The header that shows the key. */
export function showing(known: string): { authorization: string } {
  return { authorization: `Bearer ${known}` }
}

async function comeIn(): Promise<Answer<string>> {
  const token = startFragment.exec(location.hash)?.[1]
  if (token === undefined) return remembered()
  // Spent or not, it has no business in the address, in bookmarks and in the history.
  history.replaceState(history.state, '', location.pathname)
  try {
    const response = await fetch('/session', { method: 'POST', headers: showing(token) })
    if (!response.ok) return remembered()
    const given = await response.text()
    sessionStorage.setItem(place, given)
    return { ok: true, value: given }
  } catch (error) {
    return unreachable(error)
  }
}

/** A page that came in before stays in, whatever old address it is sent to. */
function remembered(): Answer<string> {
  const known = sessionStorage.getItem(place)
  return known === null ? failed('shell_refused', howToComeIn) : { ok: true, value: known }
}
