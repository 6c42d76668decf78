import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../lib/paths.mjs'
import { closure } from './lock.mjs'

/**
 * What is handed on with the program: the packages that it loads at run time, those whose code is bundled into its
 * windows and pages, and Electron. The last two are development dependencies, so the imports of the sources say which.
 * @param {import('./lock.mjs').Lock} lock
 * @returns {Map<string, string[]>} by path in the lock file, what each needs directly
 */
export function shippedPackages(lock) {
  const names = shippedNames(lock).filter((name) => name !== 'electron')
  // What Electron's package needs serves its download only.
  const all = [...closure(lock, names), /** @type {const} */ (['node_modules/electron', []])]
  return new Map(all.map(([path, needed]) => [path, [...needed]]))
}

/** @param {import('./lock.mjs').Lock} lock */
export function shippedNames(lock) {
  const { dependencies = {}, devDependencies = {} } = lock[''] ?? {}
  const imported = importedPackages().filter((name) => name in devDependencies)
  return [...new Set([...Object.keys(dependencies), ...imported])].sort()
}

/** Names of all packages that shipped sources import. */
function importedPackages() {
  const files = readdirSync(inProject('src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css)$/.test(entry.name))
    .filter(({ name }) => !/\.(?:spec|fixture)\./.test(name))
  return files.flatMap((file) => {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8')
    const named = text.matchAll(
      /(?:\bfrom|\bimport|\bimport\()\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g,
    )
    return [...named].map(([, name]) => String(name))
  })
}
