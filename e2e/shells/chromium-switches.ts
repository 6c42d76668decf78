/**
 * What Playwright switches off in Chromium that tests here need off. Chromium heeds the last `--disable-features`
 * alone, so a list of our own must hold theirs too (chromiumSwitches in playwright-core).
 */
const offForTests = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/**
 * Processes that a whole Chromium starts beside each page: two pages for the list under its address bar, which no
 * spec sees, and a spare one for the next site. They are a third of what opening a page costs.
 */
const besidePages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess']

/** The switches with which specs start Chromium. */
export function chromiumSwitches(): string[] {
  const withoutSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [`--disable-features=${[...offForTests, ...besidePages].join(',')}`, ...withoutSandbox]
}
