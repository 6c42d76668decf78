import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../scripts/lib/build.mjs'
import { inProject } from '../scripts/lib/paths.mjs'
import { findChromium } from '../src/main/shell-kit/find-chromium.mjs'
import { machine } from './lib/machine.mjs'
import { markdown } from './lib/report.mjs'
import { makeRun } from './lib/run.mjs'
import { agreement } from './measures/agreement.mjs'
import { apply } from './measures/apply.mjs'
import { claimsTable } from './measures/claims-table.mjs'
import { compareCharts } from './measures/compare.mjs'
import { exportClaims, exportPast } from './measures/export.mjs'
import { independence } from './measures/independence.mjs'
import { million } from './measures/million.mjs'
import { play } from './measures/play.mjs'
import { reader } from './measures/reader.mjs'
import { soak } from './measures/soak.mjs'
import { start } from './measures/start.mjs'

/*
 * Measures the built program beside peers and limits of the same run. Prints one Markdown table, writes
 * bench/results/latest.json. `--only engine|play|reader|claims|compare|start` runs one group, `--quick` takes small sizes.
 * `--only soak` alone, which runs for 20 minutes or as many as `--minutes` says, is no part of the whole.
 */

/** @type {Record<string, ((run: import('./lib/run.mjs').Run) => Promise<import('./lib/figure.mjs').Figure[]>)[]>} */
const groups = {
  engine: [million, apply, exportClaims, exportPast],
  play: [play],
  reader: [reader],
  claims: [claimsTable],
  compare: [compareCharts, agreement, independence],
  start: [start],
  soak: [soak],
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '20' },
  },
})
if (values.only !== undefined && !Object.hasOwn(groups, values.only)) {
  console.error(`There is no group “${values.only}”. Groups: ${Object.keys(groups).join(', ')}.`)
  process.exit(2)
}
if (!(await buildIfStale(process.execPath))) process.exit(1)

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-bench-'))
const tidy = () => rmSync(folder, { recursive: true, force: true })
// Some gigabytes lie there.
process.once('SIGINT', () => {
  tidy()
  process.exit(130)
})
const began = performance.now()
try {
  const run = makeRun({ folder, quick: values.quick, minutes: Number(values.minutes) })
  const figures = []
  for (const [group, measures] of Object.entries(groups)) {
    if (values.only === undefined ? group === 'soak' : values.only !== group) continue
    console.error(`${group}:`)
    for (const measure of measures)
      for (const figure of await measure(run)) figures.push({ group, ...figure })
  }
  const size = await machine(findChromium()?.path ?? null)
  console.log(markdown(figures, size))
  if (values.quick)
    console.log('Quick: small sizes prove that the bench runs; the aims are set for the full ones.')
  mkdirSync(inProject('bench/results'), { recursive: true })
  const seconds = Math.round((performance.now() - began) / 1000)
  const result = {
    date: new Date().toISOString().slice(0, 10),
    quick: values.quick,
    seconds,
    machine: size,
    figures,
  }
  writeFileSync(inProject('bench/results/latest.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  tidy()
}
