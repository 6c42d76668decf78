import { fork } from 'node:child_process'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findChromium } from '../../src/main/shell-kit/find-chromium.mjs'
import { expect, test } from './fixtures.ts'
import { collectOutput, environment, gone } from './process.ts'

const bundle = join(import.meta.dirname, '../../out/main/browser.js')

/** A window can be watched where a script can stand for the browser; on Windows only a program can. */
if (process.platform !== 'win32') {
  test('the window comes in by an address that stands on no command line', { tag: '@browser' }, async ({
    app,
    playwright,
  }) => {
    await app.close()
    const profile = join(app.dataDir, 'window')
    const commandLine = join(app.dataDir, 'command-line')
    const watched = join(app.dataDir, 'watched-chromium')
    const lines = [
      '#!/bin/sh',
      `printf '%s\\n' "$@" > '${commandLine}'`,
      `exec '${findChromium()?.path}' --headless=new --remote-debugging-port=0 "$@"`,
    ]
    await writeFile(watched, `${lines.join('\n')}\n`)
    await chmod(watched, 0o700)
    const child = fork(bundle, [], {
      env: { ...environment(app.dataDir), CLAIMTRAIL_CHROMIUM: watched, DISPLAY: ':0' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    })
    const output = collectOutput(child)
    try {
      const port = await readWhenThere(join(profile, 'DevToolsActivePort'))
      const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port.split('\n')[0]}`)
      const page = browser.contexts()[0]?.pages()[0]
      await expect(page!.getByRole('contentinfo')).toContainText('Sample.claimtrail')
      expect(page!.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      // As a person does who closes the window; the program then ends by itself.
      await (await browser.newBrowserCDPSession()).send('Browser.close')

      const given = await readFile(commandLine, 'utf8')
      expect(given).toMatch(/^--app=file:\/\/.+\/start\.html\?[0-9a-f]{32}$/m)
      expect(given).not.toContain('http')
      expect(output()).not.toContain('http')
      const left = (await readdir(profile)).filter((name) => name.startsWith('start-'))
      expect(left).toEqual([])
    } finally {
      child.kill('SIGTERM')
      await gone(child)
    }
  })
}

async function readWhenThere(file: string): Promise<string> {
  let text = ''
  const read = async () => {
    text = await readFile(file, 'utf8').catch(() => '')
    return text
  }
  await expect.poll(read, { timeout: 30_000 }).not.toBe('')
  return text
}
