import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Every name below a folder with what stands there: which file, of what kind, with which bytes. */
export function stateOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }) as string[]
  return Object.fromEntries(names.sort().map((name) => [name, toldOf(join(folder, name))]))
}

function toldOf(path: string): string {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return `link to ${readlinkSync(path)}`
  const kind = found.isFile()
    ? createHash('sha256').update(readFileSync(path)).digest('hex')
    : found.isDirectory()
      ? 'folder'
      : found.isFIFO()
        ? 'pipe'
        : 'socket'
  return `${found.ino} ${(found.mode & 0o777).toString(8)} ${kind}`
}
