import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { printArguments, printByChromium } from './print-page.ts'

let folder: string
let page: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimtrail-print-spec-'))
  page = join(folder, 'page.html')
  writeFileSync(page, '<!doctype html><title>x</title>')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

describe('printing by the machine’s own Chromium', () => {
  it('reaches no network and gives up the sandbox for root alone', () => {
    const given = printArguments('/p/page.html', '/p/page.pdf', '/p/profile', false)
    expect(given).toEqual(
      expect.arrayContaining([
        '--headless',
        '--print-to-pdf=/p/page.pdf',
        '--user-data-dir=/p/profile',
        '--proxy-server=127.0.0.1:9',
        'file:///p/page.html',
      ]),
    )
    expect(given).not.toContain('--no-sandbox')
    expect(printArguments('/a', '/b', '/c', true)).toContain('--no-sandbox')
  })

  it('says so where there is none', async () => {
    vi.stubEnv('CLAIMTRAIL_CHROMIUM', join(folder, 'missing'))
    expect(await printByChromium(page, new AbortController().signal)).toMatchObject({
      ok: false,
      error: { code: 'no_chromium', message: expect.stringContaining('HTML') },
    })
  })

  it.skipIf(process.platform === 'win32')('tells why the browser did not print', async () => {
    const browser = join(folder, 'browser')
    writeFileSync(browser, '#!/bin/sh\necho "no room left" >&2\nexit 3\n', { mode: 0o755 })
    vi.stubEnv('CLAIMTRAIL_CHROMIUM', browser)
    const answer = await printByChromium(page, new AbortController().signal)
    expect(answer).toMatchObject({ ok: false, error: { code: 'print_failed' } })
    expect(answer.ok || answer.error.message).toContain('it ended with 3: no room left')
  })

  it.skipIf(process.platform === 'win32')(
    'ends a browser that still prints when it is cancelled',
    async () => {
      const browser = join(folder, 'browser')
      writeFileSync(browser, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 })
      vi.stubEnv('CLAIMTRAIL_CHROMIUM', browser)
      const stop = new AbortController()
      const answer = printByChromium(page, stop.signal)
      stop.abort()
      expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    },
  )
})
