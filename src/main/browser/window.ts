import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findChromium, isSnap } from '../shell-kit/find-chromium.mjs'
import { leaveStartPage } from './start-page.ts'

export type WindowOutcome =
  /** The window is open; `ended` settles when its browser has gone, `close` asks it to go. */
  | { opened: true; browser: string; ended: Promise<void>; close(): void }
  /** `why` is a part of a sentence. */
  | { opened: false; why: string }

/**
 * Opens an app window of the machine's own Chromium, with a profile of its own, so that nothing of the person's
 * browsing mixes with it.
 * @param url a start address; it stands on no command line
 * @param profile the folder for that profile
 * @param tied the browser closes its windows when this process ends, however that happens
 */
export async function openWindow(
  url: string,
  { profile, tied }: { profile: string; tied: boolean },
): Promise<WindowOutcome> {
  if (!hasDisplay()) return { opened: false, why: 'there is no display' }
  const browser = findChromium()
  if (!browser) return { opened: false, why: 'no Chromium was found' }
  const folder = profileOf(browser.path, profile)
  const page = leaveStartPage(folder, url)
  const asRoot = process.getuid?.() === 0
  const child = spawn(browser.path, [...windowArguments(page, folder, asRoot), ...(tied ? [tie] : [])], {
    stdio: ['ignore', 'ignore', 'ignore', ...(tied ? (['pipe', 'pipe'] as const) : [])],
  })
  const pipes = child.stdio.slice(3)
  // A browser that was killed breaks its pipes: `ended` tells that it has gone.
  for (const pipe of pipes) pipe?.on('error', () => {})
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const started = await new Promise<boolean>((done) => {
    child.once('spawn', () => done(true))
    child.once('error', () => done(false))
  })
  if (!started) return { opened: false, why: `${browser.path} does not start` }
  const close = () => {
    for (const pipe of pipes) pipe?.destroy()
  }
  return { opened: true, browser: browser.path, ended, close }
}

/** Where that profile lies, and with it what leads the window to its start address. */
export function windowFolder(profile: string): string {
  const browser = findChromium()
  return browser ? profileOf(browser.path, profile) : profile
}

function profileOf(browser: string, profile: string): string {
  return isSnap(browser) ? join(homedir(), 'snap', 'chromium', 'common', 'claimtrail') : profile
}

/**
 * Nothing is ever asked over this pipe, which nobody else can reach. But when it ends, and it does with the process that
 * holds its other end, the browser closes its windows in order.
 */
const tie = '--remote-debugging-pipe'

/** @param asRoot Chromium's sandbox refuses to run as root; nobody else gives it up */
export function windowArguments(url: string, profile: string, asRoot: boolean): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    // The second hides the warning bar that the first brings.
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
  ]
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
