/* For machines that can have Electron's binary: fails when the last `npm test` did not run in the real Electron. */
import { inProject } from './lib/paths.mjs'
import { playwrightCounts } from './lib/reports.mjs'

const { shells } = playwrightCounts(inProject('.cache/playwright.json'))
console.log([...shells].map(([shell, number]) => `${shell}: ${number} specs`).join(', '))
if (!shells.get('electron')) {
  console.error('No spec ran in the real Electron.')
  process.exit(1)
}
