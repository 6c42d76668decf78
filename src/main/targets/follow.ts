import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Where a path leads: a name in a folder that is there, or one of this process's own descriptors. */
export type Leads = { path: string } | { descriptor: number }

/**
 * Follows links to where they lead, also to what is not there yet. The last part of the answer is no link, its folder
 * is real. Throws the file system's own error (ENOENT, ENOTDIR, ELOOP, EACCES, …).
 */
export function follow(wanted: string): Leads {
  let path = resolve(wanted)
  // A name that ends so means a folder.
  if (/[/\\]$/.test(wanted) && !statSync(path, { throwIfNoEntry: false })) throw errorOf('ENOENT')
  // As many as Linux follows.
  for (let links = 0; links <= 40; links += 1) {
    const real = descriptorOf(path) === null ? join(realpathSync(dirname(path)), basename(path)) : path
    const descriptor = descriptorOf(real)
    if (descriptor !== null) return { descriptor }
    path = real
    if (!statSync(dirname(path)).isDirectory()) throw errorOf('ENOTDIR')
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isSymbolicLink()) return { path }
    path = resolve(dirname(path), readlinkSync(path))
  }
  throw errorOf('ELOOP')
}

/** `/dev/stdout` and `/dev/fd/N`, which are no files but what this process was started with. */
function descriptorOf(path: string): number | null {
  if (process.platform === 'win32') return null
  const named = ['/dev/stdin', '/dev/stdout', '/dev/stderr'].indexOf(path)
  if (named >= 0) return named
  const own = new RegExp(`^(?:/dev/fd|/proc/(?:self|thread-self|${process.pid})/fd)/(\\d{1,9})$`).exec(path)
  return own ? Number(own[1]) : null
}

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code })
}
