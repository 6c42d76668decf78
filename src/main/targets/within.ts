import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'

/**
 * Where a name leads that lies in a folder, or null when that is not inside it: by `..`, by an absolute path, or
 * through a link. Throws the file system's own error for what is not there.
 */
export function within(folder: string, name: string): string | null {
  // Told by the name alone first, so that nothing outside is even looked for.
  if (isAbsolute(name) || !isInside(folder, join(folder, name))) return null
  const real = realpathSync(join(folder, name))
  return isInside(realpathSync(folder), real) ? real : null
}

function isInside(folder: string, path: string): boolean {
  const from = relative(folder, path)
  return from !== '' && from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from)
}
