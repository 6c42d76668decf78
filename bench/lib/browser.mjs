import { chromium } from 'playwright'
import { findChromium } from '../../src/main/shell-kit/find-chromium.mjs'

export const window = { width: 1440, height: 900 }

/** The browser that the program would take; Playwright's own where none was found. */
export function launchBrowser() {
  const found = findChromium()
  return chromium.launch({ ...(found && { executablePath: found.path }), args: browserArguments() })
}

/** As the program's window has them; headless Chromium would otherwise slow the timers of a page. */
export function browserArguments() {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}
