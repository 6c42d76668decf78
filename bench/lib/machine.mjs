import { cpus, loadavg, totalmem } from 'node:os'
import { run } from '../../scripts/lib/run.mjs'

/** How many programs wanted a core before the bench began; beyond the cores' number the figures say little. */
const loadAtStart = loadavg()[0]?.toFixed(1)

/**
 * The machine's size, as far as figures depend on it; nothing that names the machine.
 * @param {string | null} chromium path of the browser
 */
export async function machine(chromium) {
  const [cpu] = cpus()
  return {
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    cpu: cpu?.model.trim() ?? 'unknown',
    system: process.platform,
    node: process.version,
    chromium: chromium ? await versionOf(chromium) : 'none',
    'other work at the start': loadAtStart,
  }
}

/** @param {string} path */
async function versionOf(path) {
  const { output } = await run(path, ['--version', '--no-sandbox'], { seconds: 20 })
  return /\d+(\.\d+)+/.exec(output)?.[0] ?? 'unknown'
}
