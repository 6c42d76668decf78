import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, root } from './paths.mjs'
import { lastWords, run } from './run.mjs'

const sources = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']
const stamp = inProject('out/.built')

/**
 * Builds out/ where a source is newer than the last whole build.
 * @param {string} node a fit Node
 * @returns {Promise<boolean>} false when the build failed; its reason is printed
 */
export async function buildIfStale(node) {
  if (!isStale()) return true
  console.log('Building ...')
  const { code, output } = await build(node)
  if (code === 0) return true
  console.error(output)
  console.error(`The build failed: ${lastWords(output)}`)
  return false
}

/** @param {string} node a fit Node @returns {Promise<{ code: number, output: string }>} */
export async function build(node) {
  const began = new Date()
  const built = await run(node, [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'])
  if (built.code === 0) {
    mkdirSync(inProject('out'), { recursive: true })
    writeFileSync(stamp, `${began.toISOString()}\n`)
  }
  return built
}

function isStale() {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return sources.some((source) => newest(join(root, source)) > built)
}

/** The latest change under a path, in milliseconds since 1970; a folder counts too, so that a removal is seen. */
function newest(/** @type {string} */ path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  let latest = stat.mtimeMs
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(inside) : statSync(inside).mtimeMs)
  }
  return latest
}
