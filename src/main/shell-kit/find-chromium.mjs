import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/*
 * Plain JavaScript without packages: the set-up script needs it before anything is installed, on Node 18.
 */

/**
 * Finds a browser of the Chromium family on this machine.
 * @returns {{ path: string, why: string } | null} null where there is none
 */
export function findChromium() {
  const named = process.env.CLAIMTRAIL_CHROMIUM
  if (named) return existsSync(named) ? { path: named, why: 'CLAIMTRAIL_CHROMIUM names it' } : null
  const found = [...onPath(), ...usualPlaces(), ...fromPlaywright()]
  // A snap may not write outside its own folder, so it is the last choice.
  return found.find(({ path }) => !isSnap(path)) ?? found[0] ?? null
}

/** True for a browser that a snap confines to its own folder. @param {string} path */
export function isSnap(path) {
  return path.startsWith('/snap/') || realpathSync(path) === '/usr/bin/snap'
}

function onPath() {
  if (process.platform === 'win32') return []
  const names = [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'chromium-browser',
    'microsoft-edge-stable',
  ]
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) =>
    folders
      .map((folder) => join(folder, name))
      .filter((path) => existsSync(path))
      .map((path) => ({ path, why: 'it is on the PATH' })),
  )
}

function usualPlaces() {
  return placesOf(process.platform)
    .filter((path) => existsSync(path))
    .map((path) => ({ path, why: 'it is installed here' }))
}

/** @param {NodeJS.Platform} platform */
function placesOf(platform) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    )
  }
  if (platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return folders.flatMap((folder) =>
      folder ? [...programs, 'Chromium/Application/chrome.exe'].map((program) => join(folder, program)) : [],
    )
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}

function fromPlaywright() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || playwrightCache(process.platform)
  if (!existsSync(folder)) return []
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    ...['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((build) =>
      ['Google Chrome for Testing', 'Chromium'].map((app) => `${build}/${app}.app/Contents/MacOS/${app}`),
    ),
  ]
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(folder, name, path)))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, why: 'Playwright brought it' }))
}

/** @param {NodeJS.Platform} platform */
function playwrightCache(platform) {
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright')
  if (platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'ms-playwright')
  }
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright')
}
