import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A runner that ended without a report has failed as a whole. @type {Counts} */
const noReport = { passed: 0, failed: 1, skipped: 0 }

/** Counts from vitest's own JSON report. @param {string} file @returns {Counts} */
export function vitestCounts(file) {
  if (!existsSync(file)) return noReport
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that fails while it loads has no test to count, yet it failed.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Counts from Playwright's own JSON report, and which shells ran how many specs.
 * @param {string} file @returns {Counts & { shells: Map<string, number> }}
 */
export function playwrightCounts(file) {
  if (!existsSync(file)) return { ...noReport, shells: new Map() }
  const { stats, suites, errors } = JSON.parse(readFileSync(file, 'utf8'))
  const shells = new Map()
  for (const { projectName, status } of suites.flatMap(testsOf)) {
    if (status !== 'skipped') shells.set(projectName, (shells.get(projectName) ?? 0) + 1)
  }
  // Errors beside the specs: a file that does not load, no spec found.
  const failed = stats.unexpected + (errors?.length ?? 0)
  return { passed: stats.expected, failed: failed + stats.flaky, skipped: stats.skipped, shells }
}

/** @typedef {{ suites?: Suite[], specs?: { tests: { projectName: string, status: string }[] }[] }} Suite */

/** @param {Suite} suite @returns {{ projectName: string, status: string }[]} */
function testsOf(suite) {
  return [...(suite.specs ?? []).flatMap(({ tests }) => tests), ...(suite.suites ?? []).flatMap(testsOf)]
}

/** The closing line. @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
