import { spawn } from 'node:child_process'
import { copyFile, readFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Answer } from '../../contract/wire.ts'
import { makeOwnFolder } from '../targets/own-file.ts'
import { privateFolder } from '../targets/temporary.ts'
import { findChromium, isSnap } from './find-chromium.mjs'

/**
 * Prints a page to PDF by the machine's own Chromium, without a window, in a profile of its own that is thrown away,
 * and without any way to a network. Answers the bytes, or the problem `no_chromium`, `print_failed` or `cancelled`.
 *
 * @param page absolute path of an HTML file
 */
export async function printByChromium(page: string, signal: AbortSignal): Promise<Answer<Uint8Array>> {
  const browser = findChromium()
  if (!browser) return noChromium
  const work = privateFolder('print', workParent(isSnap(browser.path)))
  const folder = work.path
  try {
    const [html, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await copyFile(page, html)
    const given = printArguments(html, pdf, join(folder, 'profile'), process.getuid?.() === 0)
    const failure = await run(browser.path, given, signal)
    if (signal.aborted) return cancelled
    const printed = await readFile(pdf).catch(() => null)
    return printed && failure === null
      ? { ok: true, value: printed }
      : notPrinted(browser.path, failure ?? 'it wrote no file')
  } finally {
    work.end()
  }
}

/** @param asRoot Chromium's sandbox refuses to run as root; nobody else gives it up */
export function printArguments(html: string, pdf: string, profile: string, asRoot: boolean): string[] {
  return [
    '--headless',
    `--print-to-pdf=${pdf}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    // The page asks for nothing, and could not get anything: no name is found, no address is reached.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:9',
    ...(asRoot ? ['--no-sandbox'] : []),
    pathToFileURL(html).href,
  ]
}

/** What went wrong, as a part of a sentence; null when nothing did. */
function run(path: string, given: string[], signal: AbortSignal): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(path, given, { stdio: ['ignore', 'ignore', 'pipe'] })
    let told = ''
    child.stderr.on('data', (chunk: Buffer) => {
      told = (told + chunk.toString('utf8')).slice(-2000)
    })
    const stop = () => child.kill('SIGKILL')
    signal.addEventListener('abort', stop, { once: true })
    const patience = setTimeout(stop, longest)
    child.once('error', (error) => finish(error.message))
    child.once('close', (code) =>
      finish(code === 0 ? null : `it ended with ${code ?? 'no code'}${lastLine(told)}`),
    )
    if (signal.aborted) stop()

    function finish(failure: string | null) {
      clearTimeout(patience)
      signal.removeEventListener('abort', stop)
      done(failure)
    }
  })
}

/** Milliseconds: a brief of ten thousand claims takes a fraction of that. */
const longest = 300_000

/** A snap may read and write in its own folder only. */
function workParent(ofSnap: boolean): string {
  if (!ofSnap) return tmpdir()
  const parent = join(homedir(), 'snap', 'chromium', 'common')
  makeOwnFolder(parent)
  return parent
}

function lastLine(told: string): string {
  const line = told.trim().split('\n').at(-1)?.trim()
  return line ? `: ${line}` : ''
}

function notPrinted(path: string, why: string): Answer<never> {
  const message = `${path} did not print the page (${why}). No file was written, and one of that name is as it was. Export as HTML and print that, or name another browser in CLAIMTRAIL_CHROMIUM.`
  return { ok: false, error: { code: 'print_failed', message } }
}

const noChromium: Answer<never> = {
  ok: false,
  error: {
    code: 'no_chromium',
    message:
      'A PDF is printed by a browser of the Chromium family, and none was found on this machine. No file was written. Install Chromium, Chrome or Edge, or name one in CLAIMTRAIL_CHROMIUM; or export as HTML and print that with any browser.',
  },
}

const cancelled: Answer<never> = {
  ok: false,
  error: {
    code: 'cancelled',
    message: 'The export was cancelled. No file was written, and one of that name is as it was.',
  },
}
