import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '../../../src/main/shell-kit/find-chromium.mjs'

/** A page as PDF, by the Chromium of this machine in place of Electron's own. @param {string} url */
export async function printed(url) {
  const browser = findChromium()
  if (!browser) throw new Error('There is no Chromium here.')
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-stand-in-print-'))
  try {
    const file = join(folder, 'page.pdf')
    const given = [
      '--headless',
      '--no-pdf-header-footer',
      `--print-to-pdf=${file}`,
      `--user-data-dir=${folder}/p`,
    ]
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    await promisify(execFile)(browser.path, [...given, ...root, url])
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
