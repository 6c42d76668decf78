import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Everything in a folder, name by name: bytes and times of files, where links lead, what folders hold. */
export function bytesIn(folder: string, { times = true }: { times?: boolean } = {}): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const stats = lstatSync(path, { bigint: true })
    const when = times ? ` ${stats.mtimeNs}` : ''
    if (stats.isDirectory()) {
      found[name] = 'folder'
      for (const [inner, bytes] of Object.entries(bytesIn(path, { times }))) found[join(name, inner)] = bytes
    } else if (stats.isSymbolicLink()) found[name] = `link to ${readlinkSync(path)}`
    else if (stats.isFile()) found[name] = `${readFileSync(path).toString('base64')}${when}`
    else found[name] = 'special'
  }
  return found
}
