/*
 * `npm test`: format and lint, types, architecture, notices, build, unit specs, end-to-end specs. It goes on after a failure,
 * so that one run tells everything, and closes with `N passed, N failed` counted from the runners' own reports.
 *
 *   --slow   only what takes minutes: fuzzing, killed processes, and the rest of the end-to-end specs on the desktop
 *            shells (`npm run test:slow`)
 *   --sum    adds the counts of the run before to the closing line
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build, buildIfStale } from './lib/build.mjs'
import { findElectron } from './lib/electron.mjs'
import { inProject } from './lib/paths.mjs'
import { closingLine, playwrightCounts, sum, vitestCounts } from './lib/reports.mjs'
import { run } from './lib/run.mjs'

/** @typedef {import('./lib/reports.mjs').Counts} Counts */

const slow = process.argv.includes('--slow')
const countsFile = inProject('.cache/test-counts.json')
const before = process.argv.includes('--sum') && existsSync(countsFile) ? readCounts() : none()
mkdirSync(inProject('.cache'), { recursive: true })
// A log is read as text.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

/** @type {Counts} */
let counts = before
if (slow) {
  if (!(await buildIfStale(process.execPath))) add({ passed: 0, failed: 1, skipped: 0 })
  add(await unitSpecs(['--mode', 'slow']))
  add(await endToEndSpecs('rest'))
} else {
  await check('format and lint', () => tool('@biomejs/biome/bin/biome', ['check', '.']))
  await check('types', () => tool('typescript/bin/tsc', ['--noEmit', '-p', '.']))
  await check('architecture', () => run(process.execPath, [inProject('scripts/architecture.mjs')]))
  await check('notices and lock file', () =>
    run(process.execPath, [inProject('scripts/notices.mjs'), '--check']),
  )
  await check('build', () => build(process.execPath))
  add(await unitSpecs([]))
  add(await endToEndSpecs('first'))
}
writeFileSync(countsFile, JSON.stringify(counts))
console.log(`\n${closingLine(counts)}`)
process.exit(counts.failed > 0 ? 1 : 0)

/**
 * Runs one check, which counts as one test; its output is shown when it fails.
 * @param {string} name @param {() => Promise<{ code: number, output: string }>} action
 */
async function check(name, action) {
  const { code, output } = await action()
  if (code !== 0) console.log(output)
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`)
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })
}

/** @param {string[]} options @returns {Promise<Counts>} */
async function unitSpecs(options) {
  const report = inProject('.cache/vitest.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await tool('vitest/vitest.mjs', ['run', ...reporters, ...options], {
    show: true,
    seconds: slow ? 2400 : 900,
  })
  const counted = demandFailure(code, vitestCounts(report))
  console.log(`${counted.failed === 0 ? 'passed' : 'FAILED'}: unit specs (${closingLine(counted)})`)
  return counted
}

/** @param {'first' | 'rest'} part see playwright.config.ts @returns {Promise<Counts>} */
async function endToEndSpecs(part) {
  const report = inProject('.cache/playwright.json')
  rmSync(report, { force: true })
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, CLAIMTRAIL_E2E_PART: part }
  const cli = inProject('node_modules/@playwright/test/cli.js')
  const command = [process.execPath, cli, 'test', '--reporter=dot,json']
  const [program = '', ...args] = await underDisplay(command)
  const { code } = await run(program, args, { show: true, env, seconds: 1500 })
  const { shells, ...counts } = playwrightCounts(report)
  const counted = demandFailure(code, counts)
  console.log(`${counted.failed === 0 ? 'passed' : 'FAILED'}: end-to-end specs (${closingLine(counted)})`)
  for (const [shell, number] of shells) console.log(`  ${number} ran in the shell: ${shell}`)
  if (!shells.has('electron')) {
    const why = findElectron() ? 'there is no display for it' : 'its binary is not on this machine'
    console.log(`  none ran in the real Electron: ${why}`)
  }
  return counted
}

/** Electron needs a display; where there is none, a virtual one serves if it is installed. @param {string[]} command */
async function underDisplay(command) {
  if (process.platform !== 'linux' || process.env.DISPLAY || !findElectron()) return command
  const { code } = await run('xvfb-run', ['--help'])
  return code === 0 ? ['xvfb-run', '-a', ...command] : command
}

/** A runner that says it failed counts as failed, whatever its report says. @param {number} code @param {Counts} counted */
function demandFailure(code, counted) {
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** @param {string} path in node_modules @param {string[]} args @param {{ show?: boolean, seconds?: number }} [options] */
function tool(path, args, options) {
  return run(process.execPath, [inProject('node_modules', path), ...args], options)
}

/** @param {Counts} more */
function add(more) {
  counts = sum(counts, more)
}

/** @returns {Counts} */
function none() {
  return { passed: 0, failed: 0, skipped: 0 }
}

/** @returns {Counts} */
function readCounts() {
  return JSON.parse(readFileSync(countsFile, 'utf8'))
}
