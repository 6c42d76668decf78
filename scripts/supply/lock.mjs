import { readFileSync } from 'node:fs'
import { inProject } from '../lib/paths.mjs'

/**
 * An entry of package-lock.json.
 * @typedef {{ version: string, name?: string, integrity?: string, resolved?: string, license?: string, link?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 * @typedef {Record<string, LockEntry>} Lock by path; the project itself is ''
 */

/** @returns {Lock} */
export function readLock() {
  return JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
}

/**
 * What is wrong with a lock file, in a sentence each: npm checks a package against its integrity only where there is
 * one, and a lock file that names hosts would bind every clone to them.
 * @param {Lock} lock @returns {string[]}
 */
export function lockFaults(lock) {
  return Object.entries(lock).flatMap(([path, { integrity, resolved }]) => {
    if (path === '') return []
    const faults = []
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) faults.push(`${path} has no SHA-512 integrity`)
    if (resolved !== undefined) faults.push(`${path} names where it comes from (${resolved})`)
    return faults
  })
}

/**
 * These packages and all that they need, as npm finds them: the nearest node_modules that has it.
 * @param {Lock} lock @param {readonly string[]} names of packages at the top
 * @returns {Map<string, string[]>} by path, the paths of what each needs directly
 */
export function closure(lock, names) {
  /** @type {Map<string, string[]>} */
  const found = new Map()
  const waiting = names.map((name) => placeOf(lock, '', name))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    const from = path
    const needed = Object.keys(lock[path]?.dependencies ?? {}).map((name) => placeOf(lock, from, name))
    found.set(path, needed.sort())
    waiting.push(...needed)
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** @param {Lock} lock @param {string} from path of who needs it @param {string} name @returns {string} */
function placeOf(lock, from, name) {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (lock[path]) return path
  if (from === '') throw new Error(`package-lock.json does not have ${name}.`)
  return placeOf(lock, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}

/** The package's own name. @param {string} path @param {LockEntry} entry */
export function nameOf(path, entry) {
  return entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
