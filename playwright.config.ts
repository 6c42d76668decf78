import { defineConfig } from '@playwright/test'
import type { ShellName } from './e2e/shells/app.ts'
import { chromiumSwitches } from './e2e/shells/chromium-switches.ts'
import { findElectron } from './scripts/lib/electron.mjs'
import { findChromium } from './src/main/shell-kit/find-chromium.mjs'

const browser = findChromium()
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
const electron: ShellName[] = findElectron() && display ? ['electron'] : []
const shells: ShellName[] = ['browser', 'stand-in', ...electron]

/** Specs about one shell alone carry its tag; the others leave them out. `@desktop` is the stand-in and Electron. */
const foreignTags: Record<ShellName, RegExp> = {
  browser: /@desktop|@stand-in/,
  'stand-in': /@browser/,
  electron: /@browser|@stand-in/,
}

/**
 * The desktop shells differ from the browser's by their shell alone: the quick run (`first`) takes the specs about that
 * and the main path there, the slow run (`rest`) all others, so that both together are every spec on every shell.
 */
const quickOnDesktop = /(shells|opening|main-job)\.spec\.ts$/
const part = process.env.CLAIMTRAIL_E2E_PART

function specsOf(shell: ShellName) {
  if (part === 'first' && shell !== 'browser') return { testMatch: quickOnDesktop }
  if (part === 'rest') return shell === 'browser' ? { testMatch: [] } : { testIgnore: quickOnDesktop }
  return {}
}

/** The same specs on every shell that can run here; scripts/test.mjs says which did. */
export default defineConfig<object, { shell: ShellName }>({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Specs of one shell share nothing, so they may run at once; two fit a small machine.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  projects: shells.map((shell) => ({
    name: shell,
    use: { shell },
    grepInvert: foreignTags[shell],
    ...specsOf(shell),
  })),
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(browser && { executablePath: browser.path }),
      args: chromiumSwitches(),
    },
  },
})
