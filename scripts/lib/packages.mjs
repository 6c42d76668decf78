import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { inProject } from './paths.mjs'
import { npm } from './run.mjs'

/** SHA-256 of package-lock.json, in hex: when it differs from the remembered one, the packages are laid anew. */
export function lockHash() {
  return createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')
}

/** True where node_modules already holds exactly what the lock file asks for, as after a developer's `npm install`. */
export function packagesMatchLock() {
  const hidden = inProject('node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.keys(wanted).every((path) => {
    if (path === '') return true
    if (!present[path]) return wanted[path].optional === true
    return present[path].version === wanted[path].version
  })
}

/**
 * Installs the packages of the lock file. No install script runs: better-sqlite3 brings its binaries in its
 * package, Electron's binary is a step of its own.
 */
export function installPackages() {
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  return npm([...args, '--loglevel=error'])
}
