import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isFit } from './fit-node.mjs'
import { closingLine, playwrightCounts, vitestCounts } from './reports.mjs'

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('counting from the runners’ own reports', () => {
  it('counts a spec file that does not even load as failed', () => {
    const file = report({
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    })
    expect(vitestCounts(file)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('tells which shells ran how many specs, however deep they lie', () => {
    const ran = (projectName: string, status = 'expected') => ({ tests: [{ projectName, status }] })
    const file = report({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 },
      errors: [{ message: 'a file that does not load' }],
      suites: [
        { specs: [ran('browser'), ran('browser', 'skipped')] },
        { suites: [{ suites: [{ specs: [ran('stand-in'), ran('browser', 'unexpected')] }] }] },
      ],
    })
    expect(playwrightCounts(file)).toEqual({
      passed: 3,
      failed: 3,
      skipped: 1,
      shells: new Map([
        ['browser', 2],
        ['stand-in', 1],
      ]),
    })
  })

  it('takes a runner without a report for a failure', () => {
    const missing = join(folder, 'missing.json')
    expect(vitestCounts(missing).failed).toBe(1)
    expect(playwrightCounts(missing).failed).toBe(1)
  })

  it('closes with the plain line, and names skipped specs only where there are some', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
  })
})

describe('a Node that can run the database', () => {
  it.each([
    ['v18.20.8', false],
    ['v20.20.2', false],
    ['v22.13.1', false],
    ['v22.14.0', true],
    ['v24.9.0', true],
  ])('%s: %s', (version, fit) => {
    expect(isFit(version)).toBe(fit)
  })
})
