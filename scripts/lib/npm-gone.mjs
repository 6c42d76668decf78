import { spawnSync } from 'node:child_process'

/**
 * Calls `end` when the npm that runs this script has gone: one that is killed outright passes nothing on. Started without
 * npm, a script may outlive where it came from (nohup), and nothing is called; nor on Windows.
 * @param {() => void} end
 */
export function whenNpmIsGone(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  // npm runs a script by a shell, which stays between the two or makes room.
  const npm = /(?:^|\/|-)\w*sh$/.test(told('comm', parent)) ? Number(told('ppid', parent)) : parent
  if (!(npm > 1)) return
  setInterval(() => {
    if (process.ppid !== parent || !isRunning(npm)) end()
  }, 1000).unref()
}

/** @param {'comm' | 'ppid'} what @param {number} pid */
function told(what, pid) {
  return spawnSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
