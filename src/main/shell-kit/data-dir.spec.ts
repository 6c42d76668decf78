import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataDir } from './data-dir.ts'

describe('the data folder', () => {
  it.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['macOS', 'darwin', {}, join('/home/a', 'Library', 'Application Support', 'Claimtrail')],
    ['Windows', 'win32', { APPDATA: '/roaming' }, join('/roaming', 'Claimtrail')],
    ['Windows without APPDATA', 'win32', {}, join('/home/a', 'AppData', 'Roaming', 'Claimtrail')],
    ['Linux', 'linux', {}, join('/home/a', '.local', 'share', 'claimtrail')],
    ['Linux with XDG_DATA_HOME', 'linux', { XDG_DATA_HOME: '/data' }, join('/data', 'claimtrail')],
    ['a folder named by the person', 'darwin', { CLAIMTRAIL_DATA_DIR: '/x/y' }, resolve('/x/y')],
  ])('follows the custom of %s', (_system, platform, env, expected) => {
    expect(dataDir(env, platform, '/home/a')).toBe(expected)
  })
})
