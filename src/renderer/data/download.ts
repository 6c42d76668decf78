import type { Answer } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { key, showing } from './key.ts'
import { unreachable } from './unreachable.ts'

/**
 * Gives the person a file that the program has ready at an address of its own. The page fetches it, because a link
 * cannot show the key; the browser keeps what is large on the disk meanwhile.
 */
export async function download(url: string, name: string): Promise<Answer<null>> {
  const fetched = await fetchFile(url)
  if (!fetched.ok) return fetched
  const link = document.createElement('a')
  link.href = URL.createObjectURL(fetched.value)
  link.download = name
  link.click()
  // The browser has taken it over once it has begun; a minute is ample for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return { ok: true, value: null }
}

async function fetchFile(url: string): Promise<Answer<Blob>> {
  const known = await key()
  if (!known.ok) return known
  try {
    const response = await fetch(url, { headers: showing(known.value) })
    if (response.ok) return { ok: true, value: await response.blob() }
    return failed('download_refused', (await response.text()).trim())
  } catch (error) {
    return unreachable(error)
  }
}
